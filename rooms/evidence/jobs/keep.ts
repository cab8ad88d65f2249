// Every night, where the operator has set EVIDENCE_KEEP_DAYS: evidence that nothing cites goes when its days are over. Each
// is erased with an act of the house, so that it can be told afterwards what went and by which rule.

import { everywhere } from '#ground/instance/actors.ts'
import type { JobHandler } from '#ground/jobs/job.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { leavingOf, letGo } from '../api/leaving.ts'
import { keepDaysOf } from '../core/keeping.ts'
import { eraseItem, findUncited } from '../data/keeping.ts'

const dayMs = 86_400_000
const atOnce = 100

const job: JobHandler = {
  cron: '30 19 * * *',
  run: async (_payload, context) => {
    const { clock, settings, transaction } = context
    const keepDays = keepDaysOf(settings)
    if (keepDays === null) return
    const before = chinaDay(clock.now() - keepDays * dayMs)
    for (;;) {
      const gone = await transaction(everywhere, async ({ db, act }) => {
        const rows = await findUncited(db, before, atOnce)
        for (const row of rows) {
          await eraseItem(db, row, new Date(clock.now()))
          await act({ verb: 'erase', unit: row.unit, subject: `evidence:${row.id}`, payload: { keepDays } })
        }
        return rows
      })
      for (const row of gone) await letGo(context, leavingOf(row))
      if (gone.length < atOnce) return
    }
  },
}

export default job
