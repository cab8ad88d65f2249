// Recording what a file shows, and finding it again.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { holdFiles } from '#ground/files/leaving.ts'
import { problems as house } from '#ground/http/problems.ts'
import { districtOf } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { isPast, mayAddAt } from '../core/item.ts'
import { keepDaysOf } from '../core/keeping.ts'
import { filmBytesOf, hasViews, isFilm } from '../core/media.ts'
import type { Media } from '../core/media.ts'
import { findNothings, markMasked } from '../data/keeping.ts'
import { addItem, findItem, findSameFile, listItems } from '../data/queries.ts'
import type { NewItem } from '../data/queries.ts'
import { findUpload } from '../data/uploads.ts'
import type { Poster } from '../jobs/prepare.ts'
import { problems } from '../problems.ts'
import { byOf, isMine } from './by.ts'
import { viewFiles } from './leaving.ts'
import { itemShown, rowsShown } from './shown.ts'

type C = typeof contract

const mostRows = 100

/** The picture that stands for a film: another upload of the sender, whose file only its views are made of. */
async function posterOf(
  { db, body }: Pick<Parameters<Handler<C['record']>>[0], 'db' | 'body'>,
  media: Media,
): Promise<Result<Poster | null>> {
  if (body.poster === undefined || !isFilm(media)) return ok(null)
  const upload = await findUpload(db, body.poster)
  if (upload === undefined) return refuse(problems.noSuchUpload())
  if (upload.file === null) return refuse(problems.notArrived())
  return hasViews(upload.media) ? ok({ file: upload.file, media: upload.media }) : refuse(problems.notAPicture())
}

export const record: Handler<C['record']> = async (request) => {
  const { body, db, actor, clock, today } = request
  request.permit()
  const upload = await findUpload(db, body.upload)
  if (upload === undefined) return refuse(problems.noSuchUpload())
  if (upload.file === null) return refuse(problems.notArrived())
  const { unit, file, name, media, bytes, width, height } = upload
  const subject = body.subject ?? unit
  if (!mayAddAt(actor, unit, subject)) return refuse(house.outsideScope({ unit: subject }))
  if (!isPast(body.effectiveOn, today)) return refuse(problems.futureDay({ day: body.effectiveOn, today }))
  // Sent again long after, when no answer is kept any more: what is there is the answer.
  const known = await findItem(db, unit, body.id)
  if (known !== undefined && isMine(actor, known) && known.file === file) return ok(await itemShown(request, known))
  const original = body.maskedFrom === undefined ? undefined : await findItem(db, unit, body.maskedFrom)
  if (body.maskedFrom !== undefined) {
    if (original === undefined || original.erasedAt !== null || original.gathering !== null) return refuse(problems.noSuchItem())
    if (!hasViews(media) || !hasViews(original.media)) return refuse(problems.notAPicture())
  }
  const poster = await posterOf(request, media)
  if (!poster.ok) return poster
  // The same picture recorded again has its views already.
  const made = await findSameFile(db, districtOf(unit), file, 'made')
  // Unless they are leaving with the other item in this moment: then they are made anew.
  const same = made !== undefined && (await holdFiles(db, request.files, viewFiles(made))) ? made : undefined
  // A film has none but those of the picture that its sender made of it.
  const bare = isFilm(media) && poster.value === null
  const views = {
    preview: same !== undefined ? 'made' : bare ? 'none' : 'waiting',
    small: same?.small ?? null,
    large: same?.large ?? null,
    zoom: same?.zoom ?? null,
    width: same?.width ?? width,
    height: same?.height ?? height,
  } as const
  const added: NewItem = {
    ...byOf(actor),
    ...views,
    unit,
    id: body.id,
    subject,
    shows: body.shows,
    spot: body.spot ?? null,
    phase: body.phase ?? null,
    effectiveOn: body.effectiveOn,
    recordedAt: new Date(clock.now()),
    file,
    name,
    gathering: null,
    media,
    bytes,
    derivedFrom: original?.derivedFrom ?? original?.id ?? null,
  }
  await addItem(db, added)
  const next = added.preview === 'waiting' ? 'evidence.prepare' : 'evidence.compare'
  await request.job(
    next,
    { unit, id: added.id, ...(poster.value === null ? {} : { poster: poster.value }) },
    { key: `${next}:${added.id}` },
  )
  const { phase, effectiveOn } = added
  const from = original === undefined ? {} : { maskedFrom: original.id }
  await request.act({
    verb: 'record',
    unit,
    subject: `evidence:${added.id}`,
    payload: { file, media, about: subject, phase, effectiveOn, ...from },
  })
  if (original !== undefined && original.maskedAt === null) await markMasked(db, original, new Date(clock.now()))
  const row = await findItem(db, unit, added.id)
  return row === undefined ? refuse(problems.noSuchItem()) : ok(await itemShown(request, row))
}

async function nothingShown(db: RoomRequest['db'], { below, from, to }: Parameters<Handler<C['list']>>[0]['query']) {
  const found = await findNothings(db, below, from ?? null, to ?? null, mostRows)
  const names = await namesOf(
    db,
    found.map(({ unit }) => unit),
  )
  return found.map(({ unit, statedAt, ...days }) => ({
    unit,
    unitName: names.get(unit) ?? unit,
    from: days.from,
    to: days.to,
    statedAt: statedAt.toISOString(),
  }))
}

export const list: Handler<C['list']> = async (request) => {
  const { query, db } = request
  const [effectiveOn, id] = query.after?.split('~') ?? []
  const rows = await listItems(db, {
    below: query.below,
    from: query.from ?? null,
    to: query.to ?? null,
    target: query.target ?? null,
    after: effectiveOn === undefined || id === undefined ? null : { effectiveOn, id },
    limit: mostRows + 1,
  })
  const page = rows.slice(0, mostRows)
  const last = rows.length > mostRows ? page.at(-1) : undefined
  const nothing = query.after === undefined && query.target === undefined ? await nothingShown(db, query) : []
  return ok({
    rows: await rowsShown(request, page),
    next: last === undefined ? null : `${last.effectiveOn}~${last.id}`,
    nothing,
    keepDays: keepDaysOf(request.settings),
    filmBytes: filmBytesOf(request.settings),
  })
}

export const get: Handler<C['get']> = async (request) => {
  request.permit()
  const row = await findItem(request.db, request.params.unit, request.params.id)
  return row === undefined ? refuse(problems.noSuchItem()) : ok(await itemShown(request, row))
}
