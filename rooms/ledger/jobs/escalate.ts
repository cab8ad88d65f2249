// Every hour, so that a night without the server is made up for in the morning: what is late is told one level up.

import type { JobHandler } from '#ground/jobs/job.ts'
import { escalateAll } from '../api/escalating.ts'

const job: JobHandler = { cron: '7 * * * *', run: (_payload, context) => escalateAll(context) }

export default job
