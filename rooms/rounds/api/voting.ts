// Votes of the meeting (测评): open, cast secretly by seat, counted by a teller when at least three have voted.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { newId, randomId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { votesContract } from '../contract-votes.ts'
import { shown } from '../core/scene.ts'
import { allows } from '../core/state.ts'
import { partsOf } from '../data/rounds.ts'
import { aloneWithScores } from '../data/sheets.ts'
import { addVote, castBallots, countBallots, endVote, votesOf } from '../data/votes.ts'
import { problems } from '../problems.ts'
import { moved, roundFor, roundSeen } from './convening.ts'
import { amongScores, seated, tellerFor } from './seated.ts'

type C = typeof votesContract

const fewest = 3

const openVote: Handler<C['openVote']> = async (request) => {
  const { db, body, params, clock } = request
  const round = await roundFor(request, params, 'openVote')
  if (!round.ok) return round
  if ((await votesOf(db, round.value)).some(({ state }) => state === 'open')) return refuse(problems.voteOpen())
  await addVote(db, round.value, body.id, new Date(clock.now()))
  return ok({ version: await moved(request, round.value, 'openVote', { changes: { scene: shown('vote') }, payload: { vote: body.id } }) })
}

const vote: Handler<C['vote']> = async (request) => {
  const { db, body, clock, dice } = request
  await amongScores(request)
  const found = await seated(request, body.seat)
  if (!found.ok) return found
  const { seat, round } = found.value
  if (seat.kind !== 'judge' && seat.kind !== 'voter') return refuse(problems.notYourVerb())
  if (!allows(round.state, 'vote')) return refuse(problems.wrongState({ state: round.state }))
  const open = (await votesOf(db, round)).find(({ id, state }) => id === body.vote && state === 'open')
  if (open === undefined) return refuse(problems.noSuchVote())
  const units = (await partsOf(db, round.unit, round.id)).filter(({ drawn }) => drawn !== false).map(({ subject }) => subject)
  const { choices } = body
  if (units.some((unit) => choices[unit] === undefined) || Object.keys(choices).length !== units.length)
    return refuse(problems.ballotIncomplete())
  // Ids of chance, not of time, and in an order of their own: nothing tells which ballots came together or when.
  const ballots = units
    .map((subject) => ({ id: randomId(dice), subject, choice: choices[subject] ?? '' }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  if (!(await castBallots(db, round, open.id, seat.id, { mark: newId(clock, dice), ballots }))) return refuse(problems.votedAlready())
  await request.act({ verb: 'vote', unit: round.unit, subject: `round:${round.id}`, payload: { vote: open.id, seat: seat.id } })
  return ok({})
}

const closeVote: Handler<C['closeVote']> = async (request) => {
  const { db, body, clock } = request
  const found = await tellerFor(request, body.seat, 'closeVote')
  if (!found.ok) return found
  const { seat, round } = found.value
  // Ballots being cast are counted, or refused because the vote was over.
  await aloneWithScores(db, round.id)
  const open = (await votesOf(db, round)).find(({ id, state }) => id === body.vote && state === 'open')
  if (open === undefined) return refuse(problems.noSuchVote())
  if (open.voted < fewest) return refuse(problems.fewBallots())
  const counts = await countBallots(db, round, open.id)
  await endVote(db, round, open.id, counts, new Date(clock.now()))
  await request.act({
    verb: 'closeVote',
    unit: round.unit,
    subject: `round:${round.id}`,
    payload: { vote: open.id, seat: seat.id, counts },
  })
  return ok({ counts: counts as never })
}

const votes: Handler<C['votes']> = async (request) => {
  const round = await roundSeen(request, request.params)
  if (!round.ok) return round
  const rows = await votesOf(request.db, round.value)
  return ok({ votes: rows.map(({ counts, ...row }) => ({ ...row, counts: counts as never })) })
}

export const votingHandlers = { openVote, vote, closeVote, votes } satisfies Partial<Handlers<C>>
