// A file on its way. The bytes go to the store first and the row follows, so that what was acknowledged is on the disk
// whatever happens between the two; what was not is sent again and changes nothing.

import { holdFile } from '#ground/files/leaving.ts'
import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { problems as house } from '#ground/http/problems.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { contract } from '../contract.ts'
import { baseName, mayAddAt } from '../core/item.ts'
import { filmBytesOf, firstBytes, isFilm, kinds, mediaOf, mostBytesOf } from '../core/media.ts'
import type { Media } from '../core/media.ts'
import { pictureSize } from '../core/picture-size.ts'
import { readFilm } from '../core/video.ts'
import { findSameFile } from '../data/queries.ts'
import type { By } from '../data/queries.ts'
import { addUpload, findArrived, findUpload, saveUpload } from '../data/uploads.ts'
import type { UploadRow } from '../data/uploads.ts'
import { problems } from '../problems.ts'
import { byOf } from './by.ts'
import { mayHaveOriginal } from './shown.ts'

type C = typeof contract
type State = { id: string; state: 'receiving' | 'arrived'; offset: number; bytes: number }

/** A draft that the disk lost is shorter than what was acknowledged: sending goes on from what is there. */
async function offsetOf(request: Pick<RoomRequest, 'files'>, row: UploadRow): Promise<number> {
  return row.file !== null ? row.bytes : Math.min(row.received, await request.files.drafts.size(row.id))
}

async function stateOf(request: Pick<RoomRequest, 'files'>, row: UploadRow): Promise<State> {
  return { id: row.id, state: row.file === null ? 'receiving' : 'arrived', offset: await offsetOf(request, row), bytes: row.bytes }
}

/**
 * A file of these bytes that the sender may have anyway: sent before, or an original that the post may download. Others'
 * files are as good as not there: knowing a hash must neither tell that a file exists nor open it.
 */
async function ownAlready(
  request: Pick<RoomRequest, 'db' | 'actor' | 'files' | 'may'>,
  { unit, sha256, bytes }: Pick<UploadRow, 'unit' | 'sha256' | 'bytes'>,
): Promise<Pick<UploadRow, 'width' | 'height' | 'media'> | null> {
  const { db, files } = request
  await holdFile(db, sha256)
  const sent = await findArrived(db, sha256, bytes)
  const item = sent === undefined ? await findSameFile(db, districtOf(unit), sha256) : undefined
  const found = sent ?? (item !== undefined && mayHaveOriginal(request, item) ? item : undefined)
  return found !== undefined && (await files.size(sha256)) === bytes ? found : null
}

/** A file as its sender declares it. */
export type Declared = Pick<UploadRow, 'id' | 'unit' | 'sha256' | 'bytes' | 'media' | 'name'>

/** Who sends it, and for which gathering. */
export type Sender = By & Pick<UploadRow, 'gathering'>

async function begunAlready(
  request: Pick<RoomRequest, 'files'>,
  known: UploadRow,
  declared: Declared,
  { gathering }: Sender,
): Promise<Result<State>> {
  const same =
    known.sha256 === declared.sha256 && known.bytes === declared.bytes && known.unit === declared.unit && known.gathering === gathering
  return same ? ok(await stateOf(request, known)) : refuse(problems.uploadDiffers())
}

/** Why a file of a kind weighs too much; null when it does not. */
function tooHeavy(media: Media, bytes: number, { settings }: Pick<RoomRequest, 'settings'>): Problem | null {
  const most = mostBytesOf(media, filmBytesOf(settings))
  if (isFilm(media) && most === 0) return problems.noFilms()
  return bytes > most ? problems.tooLarge({ most }) : null
}

/** Begins an upload, or says how far it got; whether the sender may put something in there is known already. */
export async function beginUpload(
  request: Pick<RoomRequest, 'db' | 'actor' | 'files' | 'may' | 'clock' | 'settings'>,
  body: Declared,
  by: Sender,
): Promise<Result<State>> {
  const { db, clock } = request
  const known = await findUpload(db, body.id)
  if (known !== undefined) return begunAlready(request, known, body, by)
  const heavy = tooHeavy(body.media, body.bytes, request)
  if (heavy !== null) return refuse(heavy)
  const at = new Date(clock.now())
  const own = await ownAlready(request, body)
  const row: UploadRow = {
    ...by,
    id: body.id,
    unit: body.unit,
    sha256: body.sha256,
    bytes: body.bytes,
    received: own === null ? 0 : body.bytes,
    media: own?.media ?? body.media,
    name: baseName(body.name),
    width: own?.width ?? null,
    height: own?.height ?? null,
    file: own === null ? null : body.sha256,
    begunAt: at,
    arrivedAt: own === null ? null : at,
  }
  if (await addUpload(db, row)) return ok(await stateOf(request, row))
  // Begun by another tab in the same moment, or the id is somebody else's.
  const other = await findUpload(db, body.id)
  return other === undefined ? refuse(problems.uploadDiffers()) : begunAlready(request, other, body, by)
}

export const begin: Handler<C['begin']> = async (request) => {
  const { body, actor } = request
  if (!mayAddAt(actor, body.unit, body.unit)) return refuse(house.outsideScope({ unit: body.unit }))
  request.permit()
  return beginUpload(request, body, { ...byOf(actor), gathering: null })
}

/** What a file is by its first bytes, or why it is not kept. */
function judged(first: Uint8Array): Result<Media> {
  const media = mediaOf(first)
  if (media === null) return refuse(problems.notKept())
  return media === 'two' ? refuse(problems.twoInOne()) : ok(media)
}

/** Takes the next bytes of an upload of one's own. */
export async function appendUpload(
  request: Pick<RoomRequest, 'db' | 'files'>,
  id: Id,
  from: number,
  bytes: Uint8Array,
): Promise<Result<State>> {
  const { db, files } = request
  const row = await findUpload(db, id, true)
  if (row === undefined) return refuse(problems.noSuchUpload())
  const offset = await offsetOf(request, row)
  if (from + bytes.length > row.bytes) return refuse(problems.beyondSize({ bytes: row.bytes }))
  // A chunk whose receipt was lost comes again.
  if (row.file !== null || (bytes.length > 0 && from + bytes.length <= offset)) return ok(await stateOf(request, row))
  if (from !== offset) return refuse(problems.wrongOffset({ offset, sent: from }))
  if (offset === 0 && bytes.length >= Math.min(firstBytes, row.bytes)) {
    const media = judged(bytes)
    if (!media.ok) return media
  }
  const written = await files.drafts.write(row.id, offset, bytes)
  if (!written.ok) return written
  await saveUpload(db, { ...row, received: offset + bytes.length })
  return ok({ id: row.id, state: 'receiving', offset: offset + bytes.length, bytes: row.bytes })
}

export const append: Handler<C['append']> = async (request) => {
  request.permit()
  return appendUpload(request, request.params.id, request.query.offset, request.upload?.bytes ?? new Uint8Array())
}

export const status: Handler<C['status']> = async (request) => {
  request.permit()
  const row = await findUpload(request.db, request.params.id)
  return row === undefined ? refuse(problems.noSuchUpload()) : ok(await stateOf(request, row))
}

type ReadAt = (offset: number, length: number) => Promise<Uint8Array>

/** Kind, weight and pixels of a whole file. */
async function checked(
  request: Pick<RoomRequest, 'settings'>,
  read: ReadAt,
  bytes: number,
): Promise<Result<Pick<UploadRow, 'media' | 'width' | 'height'>>> {
  const media = judged(await read(0, firstBytes))
  if (!media.ok) return media
  const heavy = tooHeavy(media.value, bytes, request)
  if (heavy !== null) return refuse(heavy)
  const { mostPixels } = kinds[media.value]
  if (isFilm(media.value)) {
    const film = await readFilm(media.value, read, bytes)
    return film === null ? refuse(problems.brokenFilm()) : ok({ media: media.value, width: film.width, height: film.height })
  }
  if (mostPixels === null) return ok({ media: media.value, width: null, height: null })
  const size = await pictureSize(media.value, read)
  if (size === null) return refuse(problems.unreadable())
  if (size.width * size.height > mostPixels) return refuse(problems.tooManyPixels({ ...size, most: mostPixels }))
  return ok({ media: media.value, ...size })
}

/** Looks at all the bytes of an upload of one's own; from here on they have arrived. */
export async function finishUpload(request: Pick<RoomRequest, 'db' | 'files' | 'clock' | 'settings'>, id: Id): Promise<Result<State>> {
  const { db, files, clock } = request
  const row = await findUpload(db, id, true)
  if (row === undefined) return refuse(problems.noSuchUpload())
  if (row.file !== null) return ok(await stateOf(request, row))
  const declared = { hash: row.sha256, bytes: row.bytes }
  const offset = await offsetOf(request, row)
  // The draft may have become the file already, in a try whose commit failed.
  const gone = offset === 0 && row.received === row.bytes
  if (offset < row.bytes && !gone) return refuse(problems.notWhole({ offset, bytes: row.bytes }))
  if (!gone) {
    const content = await checked(request, (at, length) => files.drafts.part(row.id, at, length), row.bytes)
    if (!content.ok) {
      await files.drafts.remove(row.id)
      return content
    }
  }
  await holdFile(db, row.sha256)
  const stored = await files.drafts.finish(row.id, declared)
  if (!stored.ok) return stored
  if (stored.value === null) return refuse(gone ? problems.notWhole({ offset, bytes: row.bytes }) : problems.otherBytes())
  const content = await checked(request, (at, length) => files.part(row.sha256, at, length), row.bytes)
  if (!content.ok) return content
  const arrived: UploadRow = { ...row, ...content.value, file: row.sha256, arrivedAt: new Date(clock.now()) }
  await saveUpload(db, arrived)
  return ok(await stateOf(request, arrived))
}

export const finish: Handler<C['finish']> = async (request) => {
  request.permit()
  return finishUpload(request, request.params.id)
}
