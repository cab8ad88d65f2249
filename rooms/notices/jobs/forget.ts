// Every night: notices go after a year.

import { everywhere } from '#ground/instance/actors.ts'
import type { JobHandler } from '#ground/jobs/job.ts'
import { keptDays } from '../core/keeping.ts'
import { forgetNotices } from '../data/queries.ts'

const job: JobHandler = {
  cron: '10 19 * * *',
  run: async (_payload, { clock, transaction }) => {
    await transaction(everywhere, ({ db }) => forgetNotices(db, new Date(clock.now() - keptDays * 86_400_000)))
  },
}

export default job
