// Before and at the beginning: the readiness board, and opening the round for scores.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { planContract } from '../contract-plan.ts'
import { covers } from '../core/recusal.ts'
import { readiness as board } from '../core/readiness.ts'
import { commitmentCounts } from '../data/commitments.ts'
import { drawsOf } from '../data/draws.ts'
import { partsOf } from '../data/rounds.ts'
import { boundSeats, recusalsOf, seatsOf } from '../data/seats.ts'
import { problems } from '../problems.ts'
import { recuseAutomatically } from './recusals.ts'
import { moved, roundFor, roundSeen } from './convening.ts'

type C = typeof planContract

const readiness: Handler<C['readiness']> = async (request) => {
  const { db, params, wire } = request
  const round = await roundSeen(request, params)
  if (!round.ok) return round
  const { rules, rulesDigest, quarter } = round.value
  const parts = await partsOf(db, params.unit, params.id)
  const counts = await commitmentCounts(
    db,
    params.unit,
    parts.map(({ subject }) => subject),
    Number(quarter.slice(0, 4)),
  )
  const seats = await seatsOf(db, round.value)
  const bound = await boundSeats(db, round.value)
  const judges = seats.filter(({ kind, state }) => kind === 'judge' && state !== 'revoked')
  const recusals = await recusalsOf(db, round.value)
  const may = (subject: string): number =>
    judges.filter(({ id }) => !recusals.some((one) => one.seat === id && covers(one, subject, params.unit))).length
  const items = board({
    units: parts
      .filter(({ drawn }) => drawn !== false)
      .map(({ subject, name }) => ({ name, commitments: counts.get(subject) ?? 0, judges: may(subject) })),
    panels: rules.panels,
    rulesFixed: rulesDigest !== null,
    seats: seats.map((seat) => ({ ...seat, bound: seat.person !== null || bound.has(seat.id) })),
    draws: await drawsOf(db, params.unit, params.id),
    order: parts.some(({ speaking, stop }) => speaking !== null || stop !== null),
    secure: wire.secure,
  })
  return ok({ secure: wire.secure, items: items.map((item) => ({ ...item, missing: [...item.missing] })) })
}

const open: Handler<C['open']> = async (request) => {
  const round = await roundFor(request, request.params, 'open')
  if (!round.ok) return round
  const seats = await seatsOf(request.db, round.value)
  if (!seats.some(({ kind, state }) => kind === 'judge' && state !== 'revoked')) return refuse(problems.noJudges())
  // Links made since the seats were given out count too.
  await recuseAutomatically(request, round.value, seats)
  const version = await moved(request, round.value, 'open', { changes: { at: { opened_at: new Date(request.clock.now()) } }, payload: {} })
  return ok({ version })
}

export const openingHandlers = { readiness, open } satisfies Partial<Handlers<C>>
