// Makes the views of one picture, once: what was made already, for this item or for another of the same bytes, is kept.
// A picture that cannot be opened is marked so and not tried again; a full disk is.

import type { JobHandler } from '#ground/jobs/job.ts'
import { districtOf } from '#ground/kernel/code.ts'
import { pictureMaker } from '#ground/pictures/make-views.ts'
import type { Viewed } from '#ground/pictures/picture.ts'
import { FileGone } from '#ground/files/store.ts'
import type { FileStore } from '#ground/files/store.ts'
import { viewSides } from '../core/item.ts'
import { kinds } from '../core/media.ts'
import { findItem, findSameFile, savePreview } from '../data/queries.ts'
import type { ItemRow } from '../data/queries.ts'

const maker = pictureMaker()
const wanted = Object.entries(viewSides).map(([name, side]) => ({ name, side }))

type Views = Pick<ItemRow, 'preview' | 'small' | 'large' | 'width' | 'height'>

async function opened(files: FileStore, row: ItemRow): Promise<Viewed> {
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of files.read(row.file)) pieces.push(piece)
  } catch (error) {
    if (error instanceof FileGone) return { kind: 'unreadable' }
    throw error
  }
  return maker.make({ bytes: Buffer.concat(pieces), wanted, mostPixels: kinds[row.media].mostPixels ?? 0 })
}

async function viewsOf(files: FileStore, row: ItemRow): Promise<Views> {
  const { width, height } = row
  const viewed = await opened(files, row)
  if (viewed.kind === 'unreadable') return { preview: 'failed', small: null, large: null, width, height }
  const kept: Record<string, string> = {}
  for (const { name, bytes } of viewed.views) {
    const stored = await files.put([bytes])
    if (!stored.ok) throw new Error(stored.problem.detail.en)
    kept[name] = stored.value.hash
  }
  return { preview: 'made', small: kept['small'] ?? null, large: kept['large'] ?? null, width: viewed.width, height: viewed.height }
}

const job: JobHandler = {
  run: async (payload, { transaction, files }) => {
    const { unit, id } = payload as { readonly unit: string; readonly id: string }
    const district = districtOf(unit)
    const found = await transaction([district], async ({ db }) => {
      const row = await findItem(db, unit, id)
      return row?.preview === 'waiting' ? { row, same: await findSameFile(db, district, row.file, 'made') } : null
    })
    if (found === null) return
    // Pictures are opened outside the transaction: it takes a second, and no connection is held for it.
    const views: Views = found.same ?? (await viewsOf(files, found.row))
    await transaction([district], ({ db }) => savePreview(db, { ...views, unit, id }))
  },
}

export default job
