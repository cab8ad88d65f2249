// Makes the views of one picture, once: what was made already, for this item or for another of the same bytes, is kept. Then
// it is likened to all others.
// A picture that cannot be opened is marked so and not tried again; a full disk is, and a picture over which the process that
// opens it was lost, a few times.

import { everywhere } from '#ground/instance/actors.ts'
import type { JobContext, JobHandler } from '#ground/jobs/job.ts'
import { districtOf } from '#ground/kernel/code.ts'
import { pictureMaker } from '#ground/pictures/make-views.ts'
import type { Viewed } from '#ground/pictures/picture.ts'
import { FileGone } from '#ground/files/store.ts'
import type { FileStore } from '#ground/files/store.ts'
import { viewSides } from '../core/item.ts'
import { isFilm, kinds, openerOf } from '../core/media.ts'
import type { Media } from '../core/media.ts'
import { countLost, findItem, findSameFile } from '../data/queries.ts'
import type { ItemRow } from '../data/queries.ts'
import { likenItem } from '../api/comparing.ts'
import type { Seen } from '../api/comparing.ts'
import { keepViews } from '../api/leaving.ts'
import type { Views } from '../api/leaving.ts'

const maker = pictureMaker()
const wanted = Object.entries(viewSides).map(([name, side]) => ({ name, side }))

/** A picture in a film's place. */
export interface Poster {
  readonly file: string
  readonly media: Media
}

type Filed = ItemRow & { readonly file: string }

async function opened(files: FileStore, row: Poster): Promise<Viewed> {
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of files.read(row.file)) pieces.push(piece)
  } catch (error) {
    if (error instanceof FileGone) return { kind: 'unreadable' }
    throw error
  }
  const { media } = row
  return maker.make({ bytes: Buffer.concat(pieces), opener: openerOf(media), wanted, mostPixels: kinds[media].mostPixels ?? 0 })
}

/** The process that opens pictures was lost over this one: to be tried again. */
export class PictureLost extends Error {}

const mostLost = 5

/** Opens a picture and keeps its views; a full disk throws, and so does a lost process until it was lost too often. */
export async function viewsOf(
  { files, transaction }: Pick<JobContext, 'files' | 'transaction'>,
  row: Filed,
  poster: Poster | undefined,
): Promise<{ views: Views; seen?: Seen }> {
  const { width, height } = row
  const film = isFilm(row.media)
  const viewed = film && poster === undefined ? ({ kind: 'unreadable' } as const) : await opened(files, poster ?? row)
  if (viewed.kind === 'lost' && (await transaction([districtOf(row.unit)], ({ db }) => countLost(db, row))) < mostLost)
    throw new PictureLost(`the process that opens pictures ended over evidence ${row.id}`)
  if (viewed.kind !== 'made') return { views: { preview: film ? 'none' : 'failed', small: null, large: null, zoom: null, width, height } }
  const kept: { [name: string]: string } & { small?: string; large?: string; zoom?: string } = {}
  for (const { name, bytes } of viewed.views) {
    const stored = await files.put([bytes])
    if (!stored.ok) throw new Error(stored.problem.detail.en)
    kept[name] = stored.value.hash
  }
  // A page has no pixels of its own, a film other ones than the picture of it.
  const size = row.media === 'application/pdf' || film ? { width, height } : { width: viewed.width, height: viewed.height }
  const { small = null, large = null, zoom = null } = kept
  const views = { preview: 'made', small, large, zoom, ...size } as const
  // What stands for a film is its sender's choice: nothing is likened to it.
  return film ? { views } : { views, seen: { print: viewed.print, takenOn: viewed.takenOn } }
}

const job: JobHandler = {
  run: async (payload, context) => {
    const { transaction } = context
    const { unit, id, poster } = payload as { readonly unit: string; readonly id: string; readonly poster?: Poster }
    const district = districtOf(unit)
    const found = await transaction([district], async ({ db }) => {
      const row = await findItem(db, unit, id)
      if (row === undefined || row.file === null) return null
      return { row: { ...row, file: row.file }, same: await findSameFile(db, district, row.file, 'made') }
    })
    if (found === null) return
    // Pictures are opened outside the transaction: it takes a second, and no connection is held for it.
    if (found.row.preview === 'waiting') {
      const { views, seen } = found.same === undefined ? await viewsOf(context, found.row, poster) : { views: found.same }
      if (!(await transaction(everywhere, ({ db }) => keepViews({ db, files: context.files }, found.row, views, seen)))) return
    }
    await likenItem(context, found.row)
  },
}

export default job
