// Every night: uploads that were never finished go after 30 days, with their bytes; receipts after 90.

import { everywhere } from '#ground/instance/actors.ts'
import type { JobHandler } from '#ground/jobs/job.ts'
import { draftDays, receiptDays } from '../core/keeping.ts'
import { dropUploads } from '../data/uploads.ts'

const dayMs = 86_400_000

const job: JobHandler = {
  cron: '50 18 * * *',
  run: async (_payload, { clock, files, transaction }) => {
    const daysAgo = (days: number): Date => new Date(clock.now() - days * dayMs)
    await transaction(everywhere, ({ db }) => dropUploads(db, { draft: daysAgo(draftDays), receipt: daysAgo(receiptDays) }))
    await files.drafts.removeOlder(daysAgo(draftDays))
  },
}

export default job
