// Every night, where the operator has set EVIDENCE_KEEP_DAYS: evidence that nothing cites goes when its days are over. Each
// is erased with an act of the house, so that it can be told afterwards what went and by which rule.

import { everywhere } from '#ground/instance/actors.ts'
import { enqueue } from '#ground/jobs/enqueue.ts'
import type { JobHandler } from '#ground/jobs/job.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import { leavingOf } from '../api/leaving.ts'
import { keepDaysOf } from '../core/keeping.ts'
import { eraseItem, findUncited } from '../data/keeping.ts'

const dayMs = 86_400_000
const atOnce = 100

type Place = Readonly<Record<'unit' | 'id', string>>
const placeOf = ({ unit, id }: Place): string => `${districtOf(unit)} ${id}`
const byPlace = (one: Place, other: Place): number => (placeOf(one) < placeOf(other) ? -1 : 1)

const job: JobHandler = {
  cron: '30 19 * * *',
  run: async (_payload, { clock, settings, transaction }) => {
    const keepDays = keepDaysOf(settings)
    if (keepDays === null) return
    const before = chinaDay(clock.now() - keepDays * dayMs)
    for (;;) {
      const gone = await transaction(everywhere, async ({ db, act }) => {
        const rows = await findUncited(db, before, atOnce)
        // In the order in which those are held that are likened to one another.
        for (const row of rows.toSorted(byPlace)) {
          const had = await eraseItem(db, row, new Date(clock.now()))
          if (had === undefined) continue
          await act({ verb: 'erase', unit: row.unit, subject: `evidence:${row.id}`, payload: { keepDays } })
          // With the erasure: its row no longer says which files were its own, so a task that is lost would leave them for ever.
          await enqueue(db, 'evidence.drop', leavingOf(had), { key: `evidence.drop:${row.id}` })
        }
        return rows.length
      })
      if (gone < atOnce) return
    }
  },
}

export default job
