// A unit that asked for a recount may read the whole input of that tally: opened by the house, because neither the unit nor
// the convener may touch it. Doing it twice changes nothing.

import { z } from 'zod'
import type { JobHandler } from '#ground/jobs/job.ts'
import { openInput } from '../data/tallies.ts'

const payload = z.strictObject({ unit: z.string(), tally: z.uuid(), subject: z.string() })

const job: JobHandler = {
  run: async (given, context) => {
    const { unit, tally, subject } = payload.parse(given)
    await context.transaction([unit], ({ db }) => openInput(db, unit, tally, subject))
  },
}

export default job
