// Takes away what is left of an erased item (files that nothing else names, hints, receipts), or files that were given up.

import { removeUnnamed } from '#ground/files/leaving.ts'
import type { JobHandler } from '#ground/jobs/job.ts'
import { dropping, letGo } from '../api/leaving.ts'

const job: JobHandler = {
  run: async (payload, context) => {
    const given = dropping.parse(payload)
    await ('files' in given ? removeUnnamed(context, given.files) : letGo(context, given))
  },
}

export default job
