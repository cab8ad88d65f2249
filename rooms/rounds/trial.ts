// For tests of this room: a planned round of the invented street, seats with opened devices, scores. Everything goes through
// the HTTP API; the template itself is furnished with nothing.

import { randomUUID } from 'node:crypto'
import type { Actor } from '#ground/http/handler.ts'
import { nobody } from '#ground/postgres/actor.ts'
import type { Answered, Caller, CallInput } from '#ground/trial/caller.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import type { Furnish } from '#ground/trial/stage.ts'
import type { Trial } from '#ground/trial/trial.ts'
import { sealQuestions } from './trial-draws.ts'

export const furnish: Furnish = async () => {}

export const street = '990101001'
export const communities = ['990101001001', '990101001002'] as const

interface Rules {
  readonly panels: readonly { readonly id: string }[]
  readonly components: readonly { readonly id: string }[]
  readonly sheets: Readonly<Record<string, readonly { readonly id: string; readonly max: string }[]>>
}

export interface PlayedSeat {
  readonly id: string
  readonly kind: string
  readonly panel: string | null
  readonly label: string
  /** From the device that opened it. */
  readonly device: string
  readonly caller: Caller
}

export interface PlayedRound {
  readonly where: { readonly unit: string; readonly id: string }
  readonly seats: readonly PlayedSeat[]
  seat(kind: string, number?: number): PlayedSeat
  /** A verb of the convener, which must be taken. */
  move(verb: string, body?: unknown, params?: Record<string, string>): Promise<Record<string, unknown>>
  /** A verb of a seat, whatever comes of it. */
  ask<T = Record<string, unknown>>(seat: PlayedSeat, verb: string, body?: object, key?: string): Promise<Answered<T>>
  /** Counts the frozen round; its teller and then its supervisor sign. */
  count(): Promise<PlayedTally>
  /** Every judge scores every unit from which it is not recused, the same share of each maximum. */
  scoreAll(share?: (judge: number, unit: number) => number): Promise<void>
  rules(): Promise<Rules>
}

export interface PlayedTally {
  readonly id: string
  readonly number: number
  readonly inputDigest: string
  readonly methodDigest: string
  readonly lines: readonly { readonly unit: string; readonly rank: number; readonly total: string }[]
}

const must = <T>(answer: Answered<T>, what: string): T => {
  if (answer.status !== 200) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** The device token of an answer that opened a seat. */
export const deviceOf = (answer: Answered): string => /lx-seat=([^;]+)/.exec(answer.headers.getSetCookie().join(';'))?.[1] ?? ''

/** Opens a seat by its link, as a phone does that has never been here. */
export async function openSeat(trial: Trial, token: string, takeOver = false): Promise<Answered> {
  return trial.as('nobody').call('rounds.openSeat', { body: { token, takeOver } })
}

/** Counts a frozen round, has it signed, revealed whole and published. */
export async function tell(round: PlayedRound, form: 'bands' | 'ranks', reason = ''): Promise<void> {
  const teller = round.seat('teller')
  const supervisor = round.seat('supervisor')
  const { id: tally, inputDigest } = must(
    await teller.caller.call<{ id: string; inputDigest: string }>('rounds.tally', { body: { seat: teller.id, id: randomUUID() } }),
    'tally',
  )
  for (const seat of [teller, supervisor])
    must(await seat.caller.call('rounds.sign', { body: { seat: seat.id, tally, inputDigest } }), 'sign')
  await round.move('reveal', { form, all: true })
  await round.move('publish', { id: randomUUID(), form, reason })
}

export interface Wanted {
  readonly units?: readonly string[]
  readonly ballots?: 'named' | 'anonymous'
  readonly template?: string
  readonly mode?: 'field' | 'sandtable'
  readonly spotCheck?: boolean
  readonly heldOn?: string
  /** Judges per panel, by the panel's id; one of `leaders` by default. */
  readonly judges?: Readonly<Record<string, number>>
  readonly others?: readonly string[]
  /** Changes the template's rules before they are fixed. */
  readonly rules?: (rules: Rules) => unknown
  readonly fix?: boolean
  readonly open?: boolean
}

/** Plans a round of the street as its officer, gives out and opens all seats, fixes the rules and opens it. */
export async function playRound(trial: Trial, wanted: Wanted = {}): Promise<PlayedRound> {
  const officer = trial.as('officer')
  const where = { unit: street, id: randomUUID() }
  const call = async (verb: string, body: unknown = {}, params: Record<string, string> = {}) =>
    must(await officer.call(`rounds.${verb}`, { params: { ...where, ...params }, body }), verb)
  const plan = {
    name: '第三季度亮赛比',
    quarter: '2026-Q3',
    theme: '宜业兴业星',
    heldOn: wanted.heldOn ?? '2026-09-10',
    place: '街道会议室',
    mode: wanted.mode ?? 'field',
    ballots: wanted.ballots ?? 'named',
    spotCheck: wanted.spotCheck ?? false,
    agenda: [],
  }
  const planned = must(
    await officer.call<{ rules: Rules }>('rounds.plan', {
      params: { unit: street },
      body: { ...plan, id: where.id, template: wanted.template ?? 'T1' },
    }),
    'plan',
  )
  if (wanted.rules !== undefined) await call('setRules', { rules: wanted.rules(planned.rules) })
  await call('include', { subjects: wanted.units ?? communities })
  const judges = Object.entries(wanted.judges ?? { leaders: 1 }).flatMap(([panel, count]) =>
    Array.from({ length: count }, () => ({ kind: 'judge', panel })),
  )
  const others = (wanted.others ?? ['teller', 'supervisor', 'stage']).map((kind) => ({ kind, panel: null }))
  const bare = [...judges, ...others].map((seat) => ({ ...seat, id: randomUUID(), holder: '演示·席位', person: null, home: null }))
  const added = (await call('addSeats', { seats: bare })) as { seats: { id: string; label: string }[] }
  const labels = new Map(added.seats.map(({ id, label }) => [id, label]))
  const seats: PlayedSeat[] = []
  for (const seat of bare) {
    const { token } = (await call('inviteSeat', undefined, { seat: seat.id })) as { token: string }
    const opened = await openSeat(trial, token)
    must(opened, 'openSeat')
    const device = deviceOf(opened)
    seats.push({
      id: seat.id,
      kind: seat.kind,
      panel: seat.panel,
      label: labels.get(seat.id) ?? '',
      device,
      caller: trial.withSeat(device),
    })
  }
  if (wanted.fix !== false) await call('fixRules')
  if (wanted.fix !== false && wanted.open !== false) await call('open')
  const rules = async (): Promise<Rules> => must(await officer.call<{ rules: Rules }>('rounds.get', { params: where }), 'get').rules
  const seatAt = (kind: string, number = 1): PlayedSeat => {
    const found = seats.filter((seat) => seat.kind === kind)[number - 1]
    if (found === undefined) throw new Error(`no seat ${kind} ${number}`)
    return found
  }
  const ask: PlayedRound['ask'] = (seat, verb, body = {}, key) =>
    seat.caller.call(`rounds.${verb}`, { body: { seat: seat.id, ...body }, ...(key === undefined ? {} : { key }) })
  return {
    where,
    seats,
    seat: seatAt,
    move: call,
    ask,
    count: async () => {
      const counted = must(await ask<PlayedTally>(seatAt('teller'), 'tally', { id: randomUUID() }), 'tally')
      const signed = { tally: counted.id, inputDigest: counted.inputDigest }
      for (const kind of ['teller', 'supervisor']) must(await ask(seatAt(kind), 'sign', signed), `sign as ${kind}`)
      return counted
    },
    rules,
    scoreAll: async (share = () => 0.9) => {
      const { sheets } = await rules()
      for (const [judge, seat] of seats.filter(({ kind }) => kind === 'judge').entries()) {
        const mine = must(
          await seat.caller.call<{ seat: { recused: string[] }; round: { parts: { subject: string; drawn: boolean | null }[] } }>(
            'rounds.mySeat',
          ),
          'mySeat',
        )
        const units = mine.round.parts.filter(({ subject, drawn }) => drawn !== false && !mine.seat.recused.includes(subject))
        const sent = units.flatMap(({ subject }, unit) =>
          Object.entries(sheets).map(([component, criteria]) => ({
            subject,
            component,
            revision: 1,
            points: Object.fromEntries(criteria.map(({ id, max }) => [id, String(Math.floor(Number(max) * share(judge, unit) * 2) / 2)])),
            note: '',
          })),
        )
        if (sent.length > 0) must(await seat.caller.call('rounds.score', { body: { seat: seat.id, sheets: sent } }), 'score')
      }
    },
  }
}

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

const post = async (trial: Trial, player: PlayerName, verb: string, params: Record<string, string>, body: unknown): Promise<void> =>
  must(await trial.as(player).call(`rounds.${verb}`, { params, body }), verb)

/** A round with draws, findings, sheets and adjustments; frozen and counted, nobody has signed. */
export async function playCounted(trial: Trial, wanted: Wanted = {}): Promise<{ round: PlayedRound; tally: string; inputDigest: string }> {
  const round = await playRound(trial, { judges: { leaders: 2, offices: 1 }, others: people, ...wanted })
  const draw = randomUUID()
  const sealed = { kind: 'speaking', title: '发言顺序', pool: null, take: 2, sources: ['开奖号码'], repeats: null, reason: '' }
  await round.move('sealDraw', { id: draw, ...sealed })
  await round.move('enterDraw', { values: ['3 8 1'] }, { draw })
  must(await round.ask(round.seat('supervisor'), 'witnessDraw', { draw, values: ['8 3 1'] }), 'witnessDraw')
  const [subject] = communities
  await round.move('present', { subject, component: 'field' })
  await round.move('turn', { id: randomUUID(), subject, reason: '' }, { draw: await sealQuestions(round, '4 4 6') })
  const said = { id: randomUUID(), subject, text: '公示栏没有更新。', evidence: null }
  must(await round.ask(round.seat('finder'), 'remark', said), 'finding')
  must(await round.ask(round.seat('commentator'), 'remark', { ...said, id: randomUUID() }), 'remark')
  const away = { subject: communities[1], reason: '亲属在该社区任职' }
  must(await round.ask(round.seat('judge', 3), 'recuseMyself', away), 'recuseMyself')
  await round.scoreAll((judge, unit) => 0.95 - judge * 0.05 - unit * 0.1)
  must(await round.ask(round.seat('teller'), 'adjust', { id: randomUUID(), subject, points: '1.5', reason: '全县推广' }), 'adjust')
  await round.move('freeze')
  await round.move('thaw', { reason: '一名评委漏评' })
  await round.move('freeze')
  const counted = await round.ask<{ id: string; inputDigest: string }>(round.seat('teller'), 'tally', { id: randomUUID() })
  must(counted, 'tally')
  return { round, tally: counted.body.id, inputDigest: counted.body.inputDigest }
}

/** The same round signed, revealed as ranks, voted on, published, with an award and a request for a recount. */
export async function playPublished(trial: Trial, wanted: Wanted = {}): Promise<{ round: PlayedRound; tally: string }> {
  const { round, tally, inputDigest } = await playCounted(trial, wanted)
  for (const kind of ['teller', 'supervisor']) must(await round.ask(round.seat(kind), 'sign', { tally, inputDigest }), 'sign')
  const vote = randomUUID()
  await round.move('openVote', { id: vote })
  const choices = Object.fromEntries(communities.map((unit) => [unit, 'good']))
  for (const number of [1, 2, 3]) must(await round.ask(round.seat('voter', number), 'vote', { vote, choices }), 'vote')
  must(await round.ask(round.seat('teller'), 'closeVote', { vote }), 'closeVote')
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

/** A refusal in both languages: its number and what each reader is told. Asked twice, because what is refused leaves nothing. */
export async function refusal(
  caller: Caller,
  verb: string,
  input: CallInput = {},
): Promise<{ code: unknown; status: number; zh: string; en: string }> {
  const zh = await caller.call(`rounds.${verb}`, { ...input, language: 'zh' })
  const en = await caller.call(`rounds.${verb}`, { ...input, language: 'en' })
  if (zh.body['code'] !== en.body['code']) throw new Error(`${verb}: ${JSON.stringify([zh.body, en.body])}`)
  const told = (body: Record<string, unknown>): string => `${String(body['title'])}\n${String(body['detail'])}`
  return { code: zh.body['code'], status: zh.status, zh: told(zh.body), en: told(en.body) }
}
