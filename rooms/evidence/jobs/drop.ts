// Takes away what is left of an erased item: files that nothing else names, hints, receipts.

import type { JobHandler } from '#ground/jobs/job.ts'
import { leaving, letGo } from '../api/leaving.ts'

const job: JobHandler = { run: async (payload, context) => letGo(context, leaving.parse(payload)) }

export default job
