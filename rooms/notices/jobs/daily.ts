// Every morning at half past eight in China: one mail a post that asked for it, about what came since the last.

import type { JobHandler } from '#ground/jobs/job.ts'
import { mailDue } from '../api/mailing.ts'

const job: JobHandler = { cron: '30 0 * * *', run: (_payload, context) => mailDue(context, 'daily') }

export default job
