// Photos on a judge's sheet. Optional, counted nowhere, and so taken until the round is published: one that was on its way at
// the freeze still arrives. Acts say that a photo came or went by a salted digest, and neither whose nor of what.

import { hash } from 'node:crypto'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { canonical } from '#ground/kernel/canonical.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import {
  appendUpload,
  beginGathered,
  citedBy,
  finishUpload,
  openGathered,
  recordGathered,
  takeBackGathered,
  viewGathered,
} from '#rooms/evidence/offers.ts'
import type { Into } from '#rooms/evidence/offers.ts'
import type { photosContract } from '../contract-photos.ts'
import { mostPhotos, photoTarget } from '../core/photo.ts'
import { recusedFrom } from '../core/recusal.ts'
import { allows } from '../core/state.ts'
import type { Verb } from '../core/state.ts'
import { addPhoto, alonePhotographing, findPhoto, photosOf, withdrawPhoto as takeOff } from '../data/photos.ts'
import { partsOf } from '../data/rounds.ts'
import type { RoundRow } from '../data/rounds.ts'
import { recusalsOf } from '../data/seats.ts'
import type { Seated } from '../data/seats.ts'
import { problems } from '../problems.ts'
import { roundSeen } from './convening.ts'
import { amongScores, seated } from './seated.ts'

type C = typeof photosContract
type Asking = Pick<RoomRequest, 'db' | 'actor' | 'permit'>

interface OnSheet {
  readonly seat: Id
  readonly id: Id
  readonly subject: Code
  readonly component: string
}

/** Has the house open the pictures of a round; those that are open stay so. */
export const openPhotos = (request: Pick<RoomRequest, 'job'>, { unit, id }: Pick<RoundRow, 'unit' | 'id'>): Promise<void> =>
  openGathered(request, { unit, gathering: id, target: photoTarget(id) })

const into = ({ seat, round }: Seated): Into => ({ unit: round.unit, gathering: round.id, hand: seat.id })

/** The judge's seat and the sheet's unit, behind the lock of those who score: neither round nor recusals move meanwhile. */
async function atSheet(request: Asking, { seat, subject }: OnSheet, verb: Verb): Promise<Result<Seated & { readonly name: string }>> {
  const { db } = request
  await amongScores(request)
  const found = await seated(request, seat)
  if (!found.ok) return found
  const { round } = found.value
  if (found.value.seat.kind !== 'judge') return refuse(problems.notAJudge())
  if (!allows(round.state, verb)) return refuse(problems.wrongState({ state: round.state }))
  const parts = (await partsOf(db, round.unit, round.id)).filter(({ drawn }) => drawn !== false)
  const part = parts.find((one) => one.subject === subject)
  if (part === undefined) return refuse(problems.notTakingPart())
  return ok({ ...found.value, name: part.name })
}

/** A sheet on which this photo may stand: of a component of the rules, of a unit that the seat may score, with room on it. */
async function freeSheet(request: Asking, photo: OnSheet): Promise<Result<Seated & { readonly name: string; readonly there: boolean }>> {
  const { db } = request
  const found = await atSheet(request, photo, 'photo')
  if (!found.ok) return found
  const { round, seat } = found.value
  const { subject, component } = photo
  if (recusedFrom(await recusalsOf(db, round, seat.id), [subject], round.unit).length > 0) return refuse(problems.recused())
  if (!Object.hasOwn(round.rules.sheets, component)) return refuse(problems.unknownComponent())
  await alonePhotographing(db, seat.id)
  const mine = await photosOf(db, round, seat.id)
  const there = mine.some(({ id }) => id === photo.id)
  const kept = mine.filter((one) => one.state === 'kept' && one.subject === subject && one.component === component).length
  return there || kept < mostPhotos ? ok({ ...found.value, there }) : refuse(problems.tooManyPhotos({ most: mostPhotos }))
}

const beginPhoto: Handler<C['beginPhoto']> = async (request) => {
  const { body } = request
  const found = await freeSheet(request, body)
  return found.ok ? beginGathered(request, into(found.value), body) : found
}

const appendPhoto: Handler<C['appendPhoto']> = async (request) => {
  const { params, query, upload } = request
  const found = await seated(request, query.seat)
  return found.ok ? appendUpload(request, params.photo, query.offset, upload?.bytes ?? new Uint8Array()) : found
}

const finishPhoto: Handler<C['finishPhoto']> = async (request) => {
  const found = await seated(request, request.body.seat)
  return found.ok ? finishUpload(request, request.params.photo) : found
}

/** Records that a photo came or went, so that who has the salt can show which. */
async function noted(request: Pick<RoomRequest, 'act'>, { round }: Seated, verb: Verb, salt: string, of: object): Promise<void> {
  const payload = { digest: hash('sha256', `${salt}\n${canonical(of)}`) }
  await request.act({ verb, unit: round.unit, subject: `round:${round.id}`, payload })
}

const saltOf = ({ dice }: Pick<RoomRequest, 'dice'>): string => Buffer.from(dice.bytes(16)).toString('hex')

const keepPhoto: Handler<C['keepPhoto']> = async (request) => {
  const { db, body, clock } = request
  const found = await freeSheet(request, body)
  if (!found.ok) return found
  const { round, name } = found.value
  const { id, seat, subject, component } = body
  // Said before, or taken back before it came: what is there is the answer.
  if (found.value.there) return ok({ id, state: (await findPhoto(db, round, id))?.state ?? 'kept' })
  const target = photoTarget(round.id)
  const file = await recordGathered(request, into(found.value), { id, subject, shows: `${name}：${round.name}现场照片`, target })
  if (!file.ok) return file
  const salt = saltOf(request)
  await addPhoto(db, round, { id, seat, subject, component, state: 'kept', salt, at: new Date(clock.now()) })
  await noted(request, found.value, 'photo', salt, { seat, subject, component, photo: id, file: file.value })
  // It comes late: everybody has seen the others.
  if (round.state === 'published') await openPhotos(request, round)
  return ok({ id, state: 'kept' })
}

const withdrawPhoto: Handler<C['withdrawPhoto']> = async (request) => {
  const { db, body, clock } = request
  const found = await atSheet(request, body, 'withdrawPhoto')
  if (!found.ok) return found
  const { round } = found.value
  const { id, seat, subject, component } = body
  await alonePhotographing(db, seat)
  const there = (await photosOf(db, round, seat)).find((one) => one.id === id)
  if (there?.state === 'withdrawn') return ok({ id })
  const salt = saltOf(request)
  if (there === undefined) await addPhoto(db, round, { id, seat, subject, component, state: 'withdrawn', salt, at: new Date(clock.now()) })
  else {
    if (!(await takeBackGathered(request, into(found.value), id))) return refuse(problems.wrongState({ state: round.state }))
    await takeOff(db, round, id)
  }
  await noted(request, found.value, 'withdrawPhoto', salt, { seat, subject, component, photo: id })
  return ok({ id })
}

const sheetPhoto: Handler<C['sheetPhoto']> = async (request) => {
  const { db, params, query } = request
  const found = await seated(request, query.seat)
  if (!found.ok) return found
  const { round } = found.value
  const photo = await findPhoto(db, round, params.photo)
  return photo === undefined ? refuse(problems.noSuchPhoto()) : viewGathered(request, { unit: round.unit, id: photo.id }, query.size)
}

async function opened({ db }: Pick<RoomRequest, 'db'>, unit: Code, round: Id, about: Code | null) {
  const all = await citedBy(db, unit, photoTarget(round))
  const names = new Map((await partsOf(db, unit, round)).map(({ subject, name }) => [subject, name]))
  return all
    .filter(({ subject }) => about === null || subject === about)
    .map(({ id, subject, effectiveOn, preview }) => ({ id, unit, subject, name: names.get(subject) ?? subject, effectiveOn, preview }))
    .sort((a, b) => (a.subject === b.subject ? (a.id < b.id ? -1 : 1) : a.subject < b.subject ? -1 : 1))
}

const photos: Handler<C['photos']> = async (request) => {
  const round = await roundSeen(request, request.params)
  return round.ok ? ok({ photos: await opened(request, round.value.unit, round.value.id, null) }) : round
}

const photo: Handler<C['photo']> = async (request) => {
  const { unit, id, photo: wanted } = request.params
  const there = await opened(request, unit, id, null)
  if (!there.some((one) => one.id === wanted)) return refuse(problems.noSuchPhoto())
  return viewGathered(request, { unit, id: wanted }, request.query.size)
}

const ownPhotos: Handler<C['ownPhotos']> = async (request) => {
  const { params, query } = request
  return ok({ photos: await opened(request, query.unit, query.round, params.subject) })
}

const ownPhoto: Handler<C['ownPhoto']> = async (request) => {
  const { unit, photo: wanted } = request.params
  return viewGathered(request, { unit, id: wanted }, request.query.size)
}

export const photosHandlers = {
  beginPhoto,
  appendPhoto,
  finishPhoto,
  keepPhoto,
  withdrawPhoto,
  sheetPhoto,
  photos,
  photo,
  ownPhotos,
  ownPhoto,
} satisfies Handlers<C>
