// Recording what a file shows, and finding it again.

import type { Handler } from '#ground/http/handler.ts'
import { problems as house } from '#ground/http/problems.ts'
import { districtOf } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { isPast, mayAddAt } from '../core/item.ts'
import { hasViews } from '../core/media.ts'
import { addItem, findItem, findSameFile, listItems } from '../data/queries.ts'
import type { ItemRow } from '../data/queries.ts'
import { findUpload } from '../data/uploads.ts'
import { problems } from '../problems.ts'

import { byOf, isMine } from './by.ts'
import { itemShown, rowsShown } from './shown.ts'

type C = typeof contract

const mostRows = 100

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
  // The same picture recorded again has its views already.
  const same = hasViews(media) ? await findSameFile(db, districtOf(unit), file, 'made') : undefined
  const views = {
    preview: same === undefined ? (hasViews(media) ? 'waiting' : 'none') : 'made',
    small: same?.small ?? null,
    large: same?.large ?? null,
    width: same?.width ?? width,
    height: same?.height ?? height,
  } as const
  const row: ItemRow = {
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
  }
  await addItem(db, row)
  if (row.preview === 'waiting') await request.job('evidence.prepare', { unit, id: row.id }, { key: `evidence.prepare:${row.id}` })
  const { phase, effectiveOn } = row
  await request.act({ verb: 'record', unit, subject: `evidence:${row.id}`, payload: { file, media, about: subject, phase, effectiveOn } })
  return ok(await itemShown(request, row))
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
  return ok({ rows: await rowsShown(request, page), next: last === undefined ? null : `${last.effectiveOn}~${last.id}` })
}

export const get: Handler<C['get']> = async (request) => {
  request.permit()
  const row = await findItem(request.db, request.params.unit, request.params.id)
  return row === undefined ? refuse(problems.noSuchItem()) : ok(await itemShown(request, row))
}
