// Commitments of the year (亮承诺): promised by the unit, stated by it each quarter, confirmed by another person.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { covers } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { workContract } from '../contract-work.ts'
import {
  addCommitment,
  confirmStanding,
  findCommitment,
  listCommitments,
  roundsShowing,
  saveStanding,
  standingsOf,
} from '../data/commitments.ts'
import type { StandingRow } from '../data/commitments.ts'
import { problems } from '../problems.ts'

type C = typeof workContract

const mostCommitments = 30
const subjectOf = (id: string): string => `commitment:${id}`

const commitments: Handler<C['commitments']> = async ({ db, query, actor }) => {
  const reaches =
    covers(actor.scopes, query.below) || covers(actor.subjects, query.below) || actor.scopes.some((scope) => scope.startsWith(query.below))
  const rows = reaches ? await listCommitments(db, query.below, Number(query.year)) : []
  const states = await standingsOf(
    db,
    query.below,
    rows.map(({ id }) => id),
  )
  const names = await namesOf(db, [...new Set(rows.map(({ subject }) => subject))])
  return ok({
    commitments: rows.map(({ id, subject, year, number, kind, text, withdrawn }) => ({
      id,
      subject,
      name: names.get(subject) ?? subject,
      year,
      number,
      kind,
      text,
      withdrawn,
      states: states.filter(({ commitment }) => commitment === id).map(standingShown),
    })),
  })
}

const standingShown = ({ quarter, stated, statedNote, statedAt, confirmed, confirmedNote, confirmedAt }: StandingRow) => ({
  quarter,
  stated,
  statedNote,
  statedAt: statedAt.toISOString(),
  confirmed,
  confirmedNote,
  confirmedAt: confirmedAt?.toISOString() ?? null,
})

/** The hall that sees the unit now is told at once that its commitments changed: its seats hear of their round and no more. */
async function tellHalls(request: Pick<RoomRequest, 'db' | 'act'>, subject: Code, verb: string, commitment: string): Promise<void> {
  for (const { unit, id } of await roundsShowing(request.db, subject)) {
    await request.act({ verb, unit, subject: `round:${id}`, payload: { commitment } })
  }
}

const promise: Handler<C['promise']> = async (request) => {
  const { db, body, params, clock } = request
  const { subject } = params
  const there = await listCommitments(db, subject, body.year)
  const same = there.find(({ id }) => id === body.id)
  if (same !== undefined) return ok({ id: same.id, number: same.number })
  if (there.length >= mostCommitments) return refuse(problems.tooManyCommitments())
  const number = Math.max(0, ...there.map((one) => one.number)) + 1
  // The township hears a village's commitment; it owns the record that speaks of the village.
  await addCommitment(db, { ...body, unit: subject.slice(0, 9), subject, number }, new Date(clock.now()))
  await request.act({ verb: 'promise', unit: subject.slice(0, 9), subject: subjectOf(body.id), payload: { ...body, subject, number } })
  await tellHalls(request, subject, 'promise', body.id)
  return ok({ id: body.id, number })
}

const stateCommitment: Handler<C['stateCommitment']> = async (request) => {
  const { db, body, params, clock, dice, actor } = request
  const commitment = await findCommitment(db, params.subject, body.commitment)
  if (commitment === undefined || actor.id === null) return refuse(problems.noSuchCommitment())
  const there = (await standingsOf(db, params.subject, [commitment.id])).find(({ quarter }) => quarter === body.quarter)
  if (there?.confirmed != null) return refuse(problems.confirmedAlready())
  const id = there?.id ?? newId(clock, dice)
  const { quarter, stated, note } = body
  await saveStanding(db, commitment, { id, quarter, stated, note, by: actor.id, at: new Date(clock.now()), again: there !== undefined })
  await request.act({
    verb: 'stateCommitment',
    unit: commitment.unit,
    subject: subjectOf(commitment.id),
    payload: { quarter, stated },
    reason: note,
  })
  await tellHalls(request, params.subject, 'stateCommitment', commitment.id)
  return ok({ id })
}

const confirmCommitment: Handler<C['confirmCommitment']> = async (request) => {
  const { db, body, params, clock, actor } = request
  const commitment = await findCommitment(db, params.subject, body.commitment)
  if (commitment === undefined || actor.id === null) return refuse(problems.noSuchCommitment())
  const there = (await standingsOf(db, params.subject, [commitment.id])).find(({ quarter }) => quarter === body.quarter)
  if (there === undefined) return refuse(problems.notStated())
  if (there.statedBy === actor.id) return refuse(problems.secondPersonNeeded())
  const { confirmed, note, quarter } = body
  await confirmStanding(db, commitment, { id: there.id, confirmed, note, by: actor.id, at: new Date(clock.now()) })
  await request.act({
    verb: 'confirmCommitment',
    unit: commitment.unit,
    subject: subjectOf(commitment.id),
    payload: { quarter, confirmed },
    reason: note,
  })
  await tellHalls(request, params.subject, 'confirmCommitment', commitment.id)
  return ok({ id: there.id })
}

export const committingHandlers = { commitments, promise, stateCommitment, confirmCommitment } satisfies Partial<Handlers<C>>
