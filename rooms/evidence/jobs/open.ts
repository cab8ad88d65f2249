// Opens the evidence of a gathering that is over: done by the house, because until then nobody over the unit sees it. Doing
// it twice changes nothing; the act names the items and no seat.

import { z } from 'zod'
import type { JobHandler } from '#ground/jobs/job.ts'
import { targetPattern } from '../core/item.ts'
import { openGathering } from '../data/citations.ts'

const payload = z.strictObject({ unit: z.string(), gathering: z.uuid(), target: z.string().regex(targetPattern) })

const job: JobHandler = {
  run: async (given, { transaction, clock }) => {
    const { unit, gathering, target } = payload.parse(given)
    await transaction([unit], async ({ db, act }) => {
      const items = await openGathering(db, unit, gathering, new Date(clock.now()))
      if (items.length > 0) await act({ verb: 'open', unit, subject: target, payload: { items } })
    })
  },
}

export default job
