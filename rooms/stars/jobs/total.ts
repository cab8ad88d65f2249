// Every minute: counties of a prefecture's or a province's cycle where something changed are added up again. Boards above the
// county read that; nothing is added to the way of a decision, and no two decisions meet in one row.

import { everywhere } from '#ground/instance/actors.ts'
import type { JobHandler } from '#ground/jobs/job.ts'
import { newId } from '#ground/kernel/ids.ts'
import { counts, honourStates } from '../core/honour.ts'
import { changedDistricts, countyParts, cyclesToTotal, keepTotal, quartersOf } from '../data/totals.ts'

/** A decision bears the time at which it was made and is seen a little later, when it is committed. */
const overlapMs = 60_000
const counting = honourStates.filter(counts)

const job: JobHandler = {
  cron: '* * * * *',
  run: async (_payload, { clock, dice, transaction }) => {
    const asOf = new Date(clock.now())
    const cycles = await transaction(everywhere, ({ db }) => cyclesToTotal(db))
    for (const cycle of cycles) {
      const since = new Date(cycle.asOf === null ? 0 : cycle.asOf.getTime() - overlapMs)
      const counties = await transaction(everywhere, ({ db }) => changedDistricts(db, cycle.id, since))
      for (const unit of counties) {
        // A county at a time, so that no transaction lasts.
        await transaction([unit], async ({ db }) => {
          for (const quarter of ['', ...(await quartersOf(db, cycle.id, unit))]) {
            const parts = await countyParts(db, cycle.id, unit, quarter, counting)
            await keepTotal(db, cycle.id, { id: newId(clock, dice), unit, quarter, parts, asOf })
          }
        })
      }
      await transaction(everywhere, ({ db }) =>
        keepTotal(db, cycle.id, { id: newId(clock, dice), unit: cycle.unit, quarter: '', parts: {}, asOf }),
      )
    }
  },
}

export default job
