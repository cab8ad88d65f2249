// For tests of this room: one round that has gone the whole way with everything around it, and one that was counted and
// waits for its signatures, so that what may not be seen yet is there to be seen.

import { randomUUID } from 'node:crypto'
import type { Actor } from '#ground/http/handler.ts'
import { nobody } from '#ground/postgres/actor.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import type { Trial } from '#ground/trial/trial.ts'
import { communities, playRound } from './trial.ts'
import type { PlayedRound, PlayedSeat, Wanted } from './trial.ts'

/** Who sits on a seat, as the server takes them on a seat's endpoint. */
export async function seatActor(trial: Trial, seat: PlayedSeat): Promise<Actor> {
  const { seatsOf } = trial.house
  if (seatsOf === null) throw new Error('no room knows seats')
  const seating = await trial.instance.postgres.gate((db) => seatsOf({ db, token: seat.device, person: null, clock: trial.clock }))
  if (seating === null) throw new Error(`nobody sits on ${seat.label}`)
  const { seats, hears, grants } = seating
  return { ...nobody, seats, hears, grants }
}

const people = ['teller', 'teller', 'supervisor', 'stage', 'commentator', 'finder', 'voter', 'voter', 'voter']

const taken = (answer: { readonly status: number; readonly body: unknown }, what: string): void => {
  if (answer.status !== 200) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
}

const post = async (trial: Trial, player: PlayerName, verb: string, params: Record<string, string>, body: unknown): Promise<void> =>
  taken(await trial.as(player).call(`rounds.${verb}`, { params, body }), verb)

/** A round with draws, findings, sheets and adjustments; frozen and counted, nobody has signed. */
export async function playCounted(trial: Trial, wanted: Wanted = {}): Promise<{ round: PlayedRound; tally: string; inputDigest: string }> {
  const round = await playRound(trial, { judges: { leaders: 2, offices: 1 }, others: people, ...wanted })
  const draw = randomUUID()
  const sealed = { kind: 'speaking', title: '发言顺序', pool: null, take: 2, sources: ['开奖号码'], repeats: null, reason: '' }
  await round.move('sealDraw', { id: draw, ...sealed })
  await round.move('enterDraw', { values: ['3 8 1'] }, { draw })
  taken(await round.ask(round.seat('supervisor'), 'witnessDraw', { draw, values: ['8 3 1'] }), 'witnessDraw')
  const [subject] = communities
  const said = { id: randomUUID(), subject, text: '公示栏没有更新。', evidence: null }
  taken(await round.ask(round.seat('finder'), 'remark', said), 'finding')
  taken(await round.ask(round.seat('commentator'), 'remark', { ...said, id: randomUUID() }), 'remark')
  const away = { subject: communities[1], reason: '亲属在该社区任职' }
  taken(await round.ask(round.seat('judge', 3), 'recuseMyself', away), 'recuseMyself')
  await round.scoreAll((judge, unit) => 0.95 - judge * 0.05 - unit * 0.1)
  taken(await round.ask(round.seat('teller'), 'adjust', { id: randomUUID(), subject, points: '1.5', reason: '全县推广' }), 'adjust')
  await round.move('freeze')
  const counted = await round.ask<{ id: string; inputDigest: string }>(round.seat('teller'), 'tally', { id: randomUUID() })
  taken(counted, 'tally')
  return { round, tally: counted.body.id, inputDigest: counted.body.inputDigest }
}

/** The same round signed, revealed as ranks, voted on, published, with an award and a request for a recount. */
export async function playPublished(trial: Trial, wanted: Wanted = {}): Promise<{ round: PlayedRound; tally: string }> {
  const { round, tally, inputDigest } = await playCounted(trial, wanted)
  for (const kind of ['teller', 'supervisor']) taken(await round.ask(round.seat(kind), 'sign', { tally, inputDigest }), 'sign')
  const vote = randomUUID()
  await round.move('openVote', { id: vote })
  const choices = Object.fromEntries(communities.map((unit) => [unit, 'good']))
  for (const number of [1, 2, 3]) taken(await round.ask(round.seat('voter', number), 'vote', { vote, choices }), 'vote')
  taken(await round.ask(round.seat('teller'), 'closeVote', { vote }), 'closeVote')
  await round.move('reveal', { form: 'ranks', all: true })
  await round.move('publish', { id: randomUUID(), form: 'ranks', reason: '会议决定公布名次' })
  const [subject] = communities
  await round.move('award', { id: randomUUID(), subject, name: '流动红旗', basis: '本轮结果', document: '' })
  const asked = { id: randomUUID(), unit: round.where.unit, round: round.where.id, reason: '环节得分与现场不符' }
  await post(trial, 'secretary', 'askRecount', { subject }, asked)
  return { round, tally }
}

/** A commitment of the first community for the year, stated by its secretary and confirmed by the township. */
export async function playCommitment(trial: Trial): Promise<string> {
  const [subject] = communities
  const id = randomUUID()
  await post(trial, 'secretary', 'promise', { subject }, { id, year: 2026, kind: 'pledge', text: '改造背街小巷两条' })
  const quarter = { commitment: id, quarter: '2026-Q3' }
  await post(trial, 'secretary', 'stateCommitment', { subject }, { ...quarter, stated: 'kept', note: '两条已完工' })
  await post(trial, 'officer', 'confirmCommitment', { subject }, { ...quarter, confirmed: 'partly', note: '现场看到一条' })
  return id
}
