// The bytes of an item: a view for the screen, or the original. Sent after the commit; their type is what the server found
// them to be, and nothing in them runs (ground/http/answer.ts).

import type { FileAnswer, Handler, RoomRequest } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { downloadName } from '../core/item.ts'
import type { ViewSize } from '../core/item.ts'
import { isFilm, kinds } from '../core/media.ts'
import type { Media } from '../core/media.ts'
import type { Blank } from '../core/video.ts'
import { blanked, readFilm } from '../core/video.ts'
import { findItem } from '../data/queries.ts'
import type { ItemRow } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { mayHaveOriginal } from './shown.ts'

type C = typeof contract

/** The view of an item that the actor sees, as an answer. */
export async function viewFile(
  { db, files }: Pick<RoomRequest, 'db' | 'files'>,
  { unit, id }: Pick<ItemRow, 'unit' | 'id'>,
  size: ViewSize,
): Promise<Result<FileAnswer>> {
  const row = await findItem(db, unit, id)
  if (row === undefined) return refuse(problems.noSuchItem())
  if (row.preview === 'waiting') return refuse({ ...problems.viewNotReady(), retryAfter: 2 })
  const hash = row[size] ?? (size === 'zoom' ? row.large : null)
  if (hash === null) return refuse(problems.noView())
  if ((await files.size(hash)) === null) return refuse(problems.fileGone())
  const name = downloadName(row.shows, row.effectiveOn, 'jpg')
  return ok<FileAnswer>({ file: { name, type: 'image/jpeg', body: files.read(hash), shown: true, apart: true } })
}

export const view: Handler<C['view']> = async (request) => {
  request.permit()
  return viewFile(request, request.params, request.query.size)
}

const pieceBytes = 1_048_576

/** What is blanked in films that were played lately: a player asks for many ranges, and a stored film never changes. */
const walked = new Map<string, readonly Blank[]>()
const mostWalked = 200

/** What is blanked in a stored film; null when it is no longer what it was. */
async function blanksIn(files: RoomRequest['files'], { hash, media, bytes }: { hash: string; media: Media; bytes: number }) {
  const known = walked.get(hash)
  const blanks = known ?? (await readFilm(media, (at, length) => files.part(hash, at, length), bytes))?.blanks ?? null
  if (blanks === null) return null
  walked.delete(hash)
  walked.set(hash, blanks)
  for (const oldest of walked.keys()) {
    if (walked.size <= mostWalked) break
    walked.delete(oldest)
  }
  return blanks
}

/** Bytes of a film from a place on, with what tells of its place blanked. */
async function* blankedFrom(
  files: RoomRequest['files'],
  hash: string,
  blanks: readonly Blank[],
  [from, length]: readonly [number, number],
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < from + length; at += pieceBytes)
    yield blanked(await files.part(hash, at, Math.min(pieceBytes, from + length - at)), at, blanks)
}

export const play: Handler<C['play']> = async (request) => {
  const { params, db, files } = request
  request.permit()
  const row = await findItem(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchItem())
  if (!isFilm(row.media)) return refuse(problems.notAFilm())
  const { file, media } = row
  if (file === null) return refuse(problems.erased())
  const bytes = await files.size(file)
  // It was whole when it arrived: what cannot be walked now is no longer what it was.
  const blanks = bytes === null ? null : await blanksIn(files, { hash: file, media, bytes })
  if (bytes === null || blanks === null) return refuse(problems.fileGone())
  const from = (offset: number, length: number) => blankedFrom(files, file, blanks, [offset, length])
  const name = downloadName(row.shows, row.effectiveOn, kinds[media].ending)
  return ok<FileAnswer>({ file: { name, type: media, body: from(0, bytes), ranged: { bytes, from }, shown: true, apart: true } })
}

export const original: Handler<C['original']> = async (request) => {
  const { params, db, files } = request
  request.permit()
  const row = await findItem(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchItem())
  if (row.gathering !== null) return refuse(problems.originalKept())
  if (row.file === null) return refuse(problems.erased())
  if (!mayHaveOriginal(request, row)) return refuse(problems.originalForReviewers())
  if ((await files.size(row.file)) === null) return refuse(problems.fileGone())
  const name = downloadName(row.shows, row.effectiveOn, kinds[row.media].ending)
  return ok<FileAnswer>({ file: { name, type: row.media, body: files.read(row.file), apart: true } })
}
