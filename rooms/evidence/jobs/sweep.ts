// Every night: uploads that were never finished go after 30 days, with their bytes; receipts after 90, and with
// them files that nobody has recorded.

import { everywhere } from '#ground/instance/actors.ts'
import type { JobHandler } from '#ground/jobs/job.ts'
import { leaveFiles } from '../api/leaving.ts'
import { draftDays, receiptDays } from '../core/keeping.ts'
import { dropUploads } from '../data/uploads.ts'

const dayMs = 86_400_000

const job: JobHandler = {
  cron: '50 18 * * *',
  run: async (_payload, { clock, files, transaction }) => {
    const daysAgo = (days: number): Date => new Date(clock.now() - days * dayMs)
    // What arrived and never became evidence goes by a task of its own: once its receipt is gone nothing else tells of it.
    await transaction(everywhere, async ({ db }) =>
      leaveFiles(db, await dropUploads(db, { draft: daysAgo(draftDays), receipt: daysAgo(receiptDays) })),
    )
    await files.drafts.removeOlder(daysAgo(draftDays))
  },
}

export default job
