// At night, what older items lack is made: views of all sizes, and what they are recognised by. A little at a time, so that a
// worker that is to stop does not wait for it; what is done is done, and the next time goes on with the rest. Once nothing is
// left, nobody looks again before the next night.

import { everywhere } from '#ground/instance/actors.ts'
import type { JobContext, JobHandler } from '#ground/jobs/job.ts'
import { districtOf } from '#ground/kernel/code.ts'
import { keepViews, leaveFiles, viewFiles, ViewsGone } from '../api/leaving.ts'
import type { Views } from '../api/leaving.ts'
import { likenItem } from '../api/comparing.ts'
import type { Seen } from '../api/comparing.ts'
import { findIncomplete } from '../data/incomplete.ts'
import type { Incomplete } from '../data/incomplete.ts'
import { findItem, findSameFile } from '../data/queries.ts'
import type { ItemRow } from '../data/queries.ts'
import { PictureLost, viewsOf } from './prepare.ts'

const atOnce = 20
const mostItems = 200
const mostMs = 20_000
/** A recorded item's own task is waited for so long. */
const ownTaskMs = 3_600_000
const restMs = 12 * 3_600_000

/** Where nothing was left, and when. */
let restingSince: number | null = null

type Filed = ItemRow & { readonly file: string }
type Made = { readonly views: Views; readonly seen?: Seen }

/** What an item is to have; views that are there are never given up, whatever becomes of their original. */
async function madeFor(context: JobContext, row: Filed, missing: boolean): Promise<Made> {
  const district = districtOf(row.unit)
  const same = missing ? await context.transaction([district], ({ db }) => findSameFile(db, district, row.file, 'made')) : undefined
  if (same !== undefined && same.zoom !== null) return { views: same }
  const { views, seen } = await viewsOf(context, row, undefined)
  if (views.preview === 'made') return { views, ...(seen === undefined ? {} : { seen }) }
  const { preview, small, large, zoom, width, height } = row
  return { views: preview === 'made' ? { preview, small, large, zoom: zoom ?? large, width, height } : views }
}

async function complete(context: JobContext, { unit, id, views: missing }: Incomplete): Promise<void> {
  const { transaction } = context
  const row = await transaction([districtOf(unit)], ({ db }) => findItem(db, unit, id))
  if (row === undefined || row.file === null) return
  const filed: Filed = { ...row, file: row.file }
  // Pictures are opened outside the transaction: it takes a second, and no connection is held for it.
  const { views, seen } = await madeFor(context, filed, missing)
  const kept = await transaction(everywhere, async ({ db }) => {
    if (!(await keepViews({ db, files: context.files }, filed, views, seen))) return false
    // Made anew, they may be other bytes.
    const now = viewFiles(views)
    await leaveFiles(
      db,
      viewFiles(row).filter((hash) => !now.includes(hash)),
    )
    return true
  })
  if (kept) await likenItem(context, filed)
}

/** Makes what is missing of no more than so many items; answers how many were looked at. */
export async function completeSome(context: JobContext, most = mostItems): Promise<number> {
  const { clock, transaction } = context
  const begun = clock.now()
  let after = { district: '', id: '00000000-0000-0000-0000-000000000000' }
  let done = 0
  while (done < most && clock.now() - begun < mostMs) {
    const limit = Math.min(atOnce, most - done)
    const found = await transaction(everywhere, ({ db }) => findIncomplete(db, after, new Date(begun - ownTaskMs), limit))
    for (const one of found) {
      // A lost process is counted and leaves the item for the next time, as views do that have just gone; the others go on.
      await complete(context, one).catch((error: unknown) => {
        if (!(error instanceof PictureLost) && !(error instanceof ViewsGone)) throw error
      })
      after = one
      done += 1
      if (clock.now() - begun >= mostMs) return done
    }
    if (found.length < limit) break
  }
  return done
}

const job: JobHandler = {
  // From one to six in the morning in China.
  cron: '*/2 17-21 * * *',
  run: async (_payload, context) => {
    const now = context.clock.now()
    if (restingSince !== null && now - restingSince < restMs) return
    restingSince = (await completeSome(context)) === 0 ? now : null
  },
}

export default job
