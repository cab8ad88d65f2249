// Likens an item to all others when its views were there already, because another has the same bytes.

import { everywhere } from '#ground/instance/actors.ts'
import type { JobHandler } from '#ground/jobs/job.ts'
import { likenItem, rememberLook } from '../api/comparing.ts'
import { findItem } from '../data/queries.ts'

const job: JobHandler = {
  run: async (payload, context) => {
    const { unit, id } = payload as { readonly unit: string; readonly id: string }
    const row = await context.transaction(everywhere, async ({ db }) => {
      const found = await findItem(db, unit, id)
      if (found !== undefined) await rememberLook(db, found)
      return found
    })
    if (row !== undefined) await likenItem(context, row)
  },
}

export default job
