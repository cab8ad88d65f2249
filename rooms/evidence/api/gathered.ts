// Evidence of a gathering, for the room whose gathering it is: put in from a seat, closed to everybody but that seat and
// those who count there, opened by the gathering. That room decides who may put in what; here it is kept so that no answer
// tells more, not even by its moment: an item says the day it arrived and not the hour.

import type { FileAnswer, RoomRequest } from '#ground/http/handler.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { ViewSize } from '../core/item.ts'
import { hasViews } from '../core/media.ts'
import { addItem, findItem, findSameFile } from '../data/queries.ts'
import { addCitation, withdrawGathered } from '../data/citations.ts'
import type { Gathered } from '../data/queries.ts'
import { findUpload } from '../data/uploads.ts'
import { problems } from '../problems.ts'
import { viewFile } from './files.ts'
import { beginUpload } from './uploads.ts'
import type { Declared } from './uploads.ts'

/** Where a gathering keeps its evidence, and from which seat an item comes. */
export type Into = Gathered & { readonly unit: Code }

/** Begins the upload of a picture, or says how far it got. */
export async function beginGathered(
  request: Parameters<typeof beginUpload>[0],
  { unit, gathering, hand }: Into,
  file: Pick<Declared, 'id' | 'sha256' | 'bytes' | 'media'>,
): ReturnType<typeof beginUpload> {
  if (!hasViews(file.media)) return refuse(problems.onlyPictures())
  // What the phone calls it would tell when it was taken.
  return beginUpload(request, { ...file, unit, name: '' }, { actor: null, seat: hand, gathering })
}

export interface GatheredItem {
  /** Also the upload's id: one picture is one upload. */
  readonly id: Id
  readonly subject: Code
  readonly shows: string
  /** `kind:id` of the gathering, which names no seat. */
  readonly target: string
}

/** Records an arrived picture, closed, and cites it for the gathering; answers its hash. The act is the caller's. */
export async function recordGathered(
  request: Pick<RoomRequest, 'db' | 'job' | 'today'>,
  { unit, gathering, hand }: Into,
  { id, subject, shows, target }: GatheredItem,
): Promise<Result<string>> {
  const { db, today } = request
  const upload = await findUpload(db, id)
  if (upload === undefined || upload.gathering !== gathering || upload.seat !== hand) return refuse(problems.noSuchUpload())
  if (upload.file === null) return refuse(problems.notArrived())
  const { file, media, bytes, width, height } = upload
  if (!hasViews(media)) return refuse(problems.onlyPictures())
  const same = await findSameFile(db, districtOf(unit), file, 'made')
  const begun = new Date(`${today}T00:00:00+08:00`)
  await addItem(db, {
    actor: null,
    seat: null,
    gathering,
    hand,
    unit,
    id,
    subject,
    shows,
    spot: null,
    phase: null,
    effectiveOn: today,
    recordedAt: begun,
    file,
    name: '',
    media,
    bytes,
    width: same?.width ?? width,
    height: same?.height ?? height,
    preview: same === undefined ? 'waiting' : 'made',
    small: same?.small ?? null,
    large: same?.large ?? null,
    zoom: same?.zoom ?? null,
  })
  await addCitation(db, { unit, id, subject }, { actor: null, seat: null, gathering, hand, id, target, citedAt: begun })
  if (same === undefined) await request.job('evidence.prepare', { unit, id }, { key: `evidence.prepare:${id}` })
  return ok(file)
}

/** The hand takes a picture back, which then stays closed for ever; false when it was opened already. */
export const takeBackGathered = ({ db, clock }: Pick<RoomRequest, 'db' | 'clock'>, { unit, ...who }: Into, id: Id): Promise<boolean> =>
  withdrawGathered(db, { unit, id }, who, new Date(clock.now()))

/** Has the house open what a gathering keeps closed, as soon as this has committed; what is open already stays so. */
export const openGathered = (
  request: Pick<RoomRequest, 'job'>,
  given: { readonly unit: Code; readonly gathering: Id; readonly target: string },
): Promise<void> => request.job('evidence.open', given, { key: `evidence.open:${given.gathering}` })

/** The gathering of an item that the actor sees; null where there is none, or no such item. */
export const gatheringOf = async ({ db }: Pick<RoomRequest, 'db'>, item: { readonly unit: Code; readonly id: Id }): Promise<Id | null> =>
  (await findItem(db, item.unit, item.id))?.gathering ?? null

/** A view of an item that the actor sees. */
export const viewGathered = (
  request: Pick<RoomRequest, 'db' | 'files'>,
  item: { readonly unit: Code; readonly id: Id },
  size: ViewSize,
): Promise<Result<FileAnswer>> => viewFile(request, item, size)
