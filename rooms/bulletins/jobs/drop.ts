// Takes away the bytes of pictures that left a bulletin, when no record of any room names them any more.

import { z } from 'zod'
import { removeUnnamed } from '#ground/files/leaving.ts'
import type { JobHandler } from '#ground/jobs/job.ts'

const payload = z.strictObject({ files: z.array(z.string()) })

const job: JobHandler = { run: (given, context) => removeUnnamed(context, payload.parse(given).files) }

export default job
