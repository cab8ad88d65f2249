// The convener's side of seats: give them out, make their links, take them back, record recusals.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { addDays } from '#ground/kernel/days.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { seatsContract } from '../contract-seats.ts'
import { numbered } from '../core/seat.ts'
import { partsOf } from '../data/rounds.ts'
import type { RoundRow } from '../data/rounds.ts'
import {
  addRecusals,
  addSeats as storeSeats,
  findSeat,
  inviteSeat as storeInvitation,
  recusalsOf,
  revokeSeat as endSeat,
  seatsOf,
} from '../data/seats.ts'
import { aloneWithScores, scoredBy } from '../data/sheets.ts'
import { problems } from '../problems.ts'
import { inviteKey } from '../seats.ts'
import { moved, roundFor, roundSeen } from './convening.ts'
import type { Asking } from './convening.ts'
import { recuseAutomatically } from './recusals.ts'

type C = typeof seatsContract

/** How long accounts and devices hold a seat after the day of the round. */
const daysHeld = 60
const invitationDays = 7

const endOfDay = (day: string): Date => new Date(`${day}T16:00:00.000Z`)

async function shown({ db }: Pick<Asking, 'db'>, round: RoundRow) {
  const recusals = await recusalsOf(db, round)
  return (await seatsOf(db, round)).map((seat) => ({
    id: seat.id,
    kind: seat.kind,
    panel: seat.panel,
    number: seat.number,
    label: seat.label,
    holder: seat.holder,
    home: seat.home,
    state: seat.state,
    invitedUntil: seat.invitedUntil?.toISOString() ?? null,
    openedAt: seat.openedAt?.toISOString() ?? null,
    openings: seat.openings,
    offlineReady: seat.offlineReady,
    recusals: recusals.filter((one) => one.seat === seat.id).map(({ subject, source, reason }) => ({ subject, source, reason })),
  }))
}

const seats: Handler<C['seats']> = async (request) => {
  const round = await roundSeen(request, request.params)
  return round.ok ? ok({ seats: await shown(request, round.value) }) : round
}

const addSeats: Handler<C['addSeats']> = async (request) => {
  const { db, body } = request
  const round = await roundFor(request, request.params, 'addSeats')
  if (!round.ok) return round
  const panels = new Set(round.value.rules.panels.map(({ id }) => id))
  if (body.seats.some(({ kind, panel }) => (kind === 'judge' ? panel === null || !panels.has(panel) : panel !== null)))
    return refuse(problems.unknownPanel())
  const there = await seatsOf(db, round.value)
  const known = new Map(there.map((seat) => [seat.id, seat]))
  if (body.seats.some(({ id, kind, panel }) => known.has(id) && (known.get(id)?.kind !== kind || known.get(id)?.panel !== panel)))
    return refuse(problems.seatTaken())
  const added = numbered(
    there,
    body.seats.filter(({ id }) => !known.has(id)),
  )
  if (added.length > 0) {
    await storeSeats(db, round.value, added, endOfDay(addDays(round.value.heldOn, daysHeld)))
    await recuseAutomatically(request, round.value, added)
    const payload = { seats: added.map(({ id, kind, panel, label }) => ({ id, kind, panel, label })) }
    // Who sits there by account may do so now, not when the server next asks.
    for (const { person } of added) if (person !== null) request.forgetSessions(person)
    await moved(request, round.value, 'addSeats', { payload })
  }
  return ok({ seats: await shown(request, round.value) })
}

const inviteSeat: Handler<C['inviteSeat']> = async (request) => {
  const { db, params, dice, clock, actor } = request
  const round = await roundFor(request, params, 'inviteSeat')
  if (!round.ok) return round
  const seat = await findSeat(db, round.value, params.seat, true)
  if (seat === undefined) return refuse(problems.noSuchSeat())
  if (seat.state === 'revoked') return refuse(problems.seatRevoked())
  const token = Buffer.from(dice.bytes(24)).toString('base64url')
  const until = new Date(Math.max(clock.now(), endOfDay(round.value.heldOn).getTime()) + invitationDays * 86_400_000)
  await storeInvitation(db, round.value, seat, inviteKey(token), until, actor.id)
  await moved(request, round.value, 'inviteSeat', { payload: { seat: seat.id } })
  return ok({ token, until: until.toISOString() })
}

const revokeSeat: Handler<C['revokeSeat']> = async (request) => {
  const { db, params, body } = request
  const round = await roundFor(request, params, 'revokeSeat')
  if (!round.ok) return round
  const seat = await findSeat(db, round.value, params.seat, true)
  if (seat === undefined) return refuse(problems.noSuchSeat())
  await endSeat(db, round.value, seat.id)
  request.forgetSeat(seat.id)
  await moved(request, round.value, 'revokeSeat', { payload: { seat: seat.id }, reason: body.reason })
  return ok({ id: seat.id })
}

const recuseSeat: Handler<C['recuseSeat']> = async (request) => {
  const { db, params, body, clock, dice } = request
  // A score under way is seen, or finds the recusal.
  await aloneWithScores(db, params.id)
  const round = await roundFor(request, params, 'recuse')
  if (!round.ok) return round
  const seat = await findSeat(db, round.value, params.seat)
  if (seat === undefined) return refuse(problems.noSuchSeat())
  if (!(await partsOf(db, params.unit, params.id)).some(({ subject }) => subject === body.subject)) return refuse(problems.notTakingPart())
  if (await scoredBy(db, round.value, seat.id, body.subject)) return refuse(problems.scoredAlready())
  const id = newId(clock, dice)
  await addRecusals(db, round.value, [{ id, seat: seat.id, subject: body.subject, source: 'declared', reason: body.reason }])
  await moved(request, round.value, 'recuse', { payload: { seat: seat.id, subject: body.subject }, reason: body.reason })
  return ok({ id })
}

export const seatsHandlers = { seats, addSeats, inviteSeat, revokeSeat, recuseSeat } satisfies Partial<Handlers<C>>
