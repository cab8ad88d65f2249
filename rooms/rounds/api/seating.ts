// A seat's own side: open it with its link, see it, say that the device is ready, declare an interest, leave.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { seatCookie } from '#ground/http/session.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { seatsContract } from '../contract-seats.ts'
import { recusedFrom } from '../core/recusal.ts'
import { allows } from '../core/state.ts'
import { bindDevice, countOpening, heldSeats, invitedSeat, leaveDevice } from '../data/door.ts'
import { photosOf } from '../data/photos.ts'
import { partsOf } from '../data/rounds.ts'
import { addRecusals, markReady, recusalsOf } from '../data/seats.ts'
import { aloneWithScores, scoredBy, scoredSheets } from '../data/sheets.ts'
import { currentVote } from '../data/votes.ts'
import { problems } from '../problems.ts'
import { deviceKey, inviteKey } from '../seats.ts'
import { seated } from './seated.ts'
import { mutable, partShown, photosShown } from './shown.ts'

type C = typeof seatsContract

const deviceDays = 60

const openSeat: Handler<C['openSeat']> = async (request) => {
  const { body, clock, dice } = request
  const at = new Date(clock.now())
  const device = body.device ?? Buffer.from(dice.bytes(24)).toString('base64url')
  const until = new Date(at.getTime() + deviceDays * 86_400_000)
  const here = request.wire.cookie(seatCookie)
  const opened = await request.gate(async (db) => {
    const seat = await invitedSeat(db, inviteKey(body.token), at)
    if (seat === undefined) return refuse(problems.badLink())
    if (seat.state === 'revoked') return refuse(problems.seatRevoked())
    // The same device scans the code again: nothing moves, and nobody is warned.
    const holds = async (token: string | undefined): Promise<boolean> =>
      token !== undefined && (await heldSeats(db, [deviceKey(token)], at)).some(({ id }) => id === seat.id)
    if (await holds(body.device)) return ok({ ...seat, again: true, moved: [] })
    const again = await holds(here)
    if (again && body.device === undefined) return ok({ ...seat, again, moved: [] })
    if (!again && seat.devices > 0 && seat.kind !== 'stage' && !body.takeOver) return refuse(problems.openElsewhere())
    const left = await bindDevice(db, seat, deviceKey(device), until)
    if (!again) await countOpening(db, seat, at)
    return ok({ ...seat, again, moved: seat.kind === 'stage' ? left : [...left, seat.id] })
  })
  if (!opened.ok) return opened
  const { id, unit, round, kind, openings, again, moved } = opened.value
  for (const seat of moved) request.forgetSeat(seat)
  const answer = ok({ seat: id, kind: kind as 'judge', unit, round })
  // A device that is known by its secret may have lost its cookie.
  if (again && body.device !== undefined) request.wire.setCookie(seatCookie, device, deviceDays * 86_400)
  if (again) return answer
  await request.act({ verb: 'openSeat', unit, subject: `round:${round}`, payload: { seat: id, openings: openings + 1 } })
  request.wire.setCookie(seatCookie, device, deviceDays * 86_400)
  return answer
}

const leaveSeat: Handler<C['leaveSeat']> = async (request) => {
  const token = request.wire.cookie(seatCookie)
  request.permit()
  if (token !== undefined) await request.gate((db) => leaveDevice(db, deviceKey(token)))
  for (const seat of request.actor.seats) request.forgetSeat(seat)
  request.wire.clearCookie(seatCookie)
  return ok({})
}

const mySeat: Handler<C['mySeat']> = async (request) => {
  const { db, query, settings } = request
  const found = await seated(request, query.seat)
  if (!found.ok) return found
  const { seat, round } = found.value
  const parts = await partsOf(db, round.unit, round.id)
  const units = parts.map(({ subject }) => subject)
  const sheets = seat.kind === 'judge' ? await scoredSheets(db, round, seat.id) : []
  const photos = seat.kind === 'judge' ? await photosOf(db, round, seat.id) : []
  return ok({
    seat: {
      id: seat.id,
      kind: seat.kind,
      label: seat.label,
      panel: seat.panel,
      recused: recusedFrom(await recusalsOf(db, round, seat.id), units, round.unit),
    },
    round: { ...round, rules: mutable(round.rules), scene: mutable(round.scene), parts: parts.map(partShown) },
    sheets: sheets.map(({ subject, component, revision, points, note, complete, state, at }) => ({
      subject,
      component,
      revision,
      points: { ...points },
      note,
      complete,
      state,
      at: at.toISOString(),
    })),
    photos: photosShown(photos),
    vote: await currentVote(db, round, seat.id),
    filingNumber: settings['FILING_NUMBER'] ?? null,
  })
}

const seatReady: Handler<C['seatReady']> = async (request) => {
  const found = await seated(request, request.body.seat)
  if (!found.ok) return found
  await markReady(request.db, found.value.round, found.value.seat.id, request.body.offline)
  return ok({})
}

const recuseMyself: Handler<C['recuseMyself']> = async (request) => {
  const { db, body, clock, dice } = request
  const sitting = await seated(request, body.seat)
  if (!sitting.ok) return sitting
  await aloneWithScores(db, sitting.value.round.id)
  const found = await seated(request, body.seat)
  if (!found.ok) return found
  const { seat, round } = found.value
  if (!allows(round.state, 'recuse')) return refuse(problems.wrongState({ state: round.state }))
  const parts = await partsOf(db, round.unit, round.id)
  if (!parts.some(({ subject }) => subject === body.subject)) return refuse(problems.notTakingPart())
  if (await scoredBy(db, round, seat.id, body.subject)) return refuse(problems.scoredAlready())
  const id = newId(clock, dice)
  await addRecusals(db, round, [{ id, seat: seat.id, subject: body.subject, source: 'declared', reason: body.reason }])
  const payload = { seat: seat.id, subject: body.subject }
  await request.act({ verb: 'recuse', unit: round.unit, subject: `round:${round.id}`, payload, reason: body.reason })
  return ok({ id })
}

export const seatingHandlers = { openSeat, leaveSeat, mySeat, seatReady, recuseMyself } satisfies Partial<Handlers<C>>
