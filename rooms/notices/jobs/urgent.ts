// Every ten minutes: mail about what is urgent and came since the last.

import type { JobHandler } from '#ground/jobs/job.ts'
import { mailDue } from '../api/mailing.ts'

const job: JobHandler = { cron: '*/10 * * * *', run: (_payload, context) => mailDue(context, 'urgent') }

export default job
