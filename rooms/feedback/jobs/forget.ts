// Every night: contacts are dropped 90 days after closing, whole records two years after (the days stated in the privacy notice).

import type { JobHandler } from '#ground/jobs/job.ts'
import { everywhere } from '#ground/instance/actors.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { addDays } from '#ground/kernel/days.ts'
import { contactDays, recordDays } from '../core/keeping.ts'
import { forget } from '../data/queries.ts'

const job: JobHandler = {
  cron: '40 18 * * *',
  run: async (_payload, context) => {
    const today = chinaDay(context.clock.now())
    await context.transaction(everywhere, ({ db }) =>
      forget(db, everywhere, { contact: addDays(today, -contactDays), record: addDays(today, -recordDays) }),
    )
  },
}

export default job
