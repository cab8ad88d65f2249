// The bytes of an item: a view for the screen, or the original. Sent after the commit; their type is what the server found
// them to be, and nothing in them runs (ground/http/answer.ts).

import type { FileAnswer, Handler, RoomRequest } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { downloadName } from '../core/item.ts'
import type { ViewSize } from '../core/item.ts'
import { kinds } from '../core/media.ts'
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
