// Seats: given out by the convener, opened by a link or an account; and what a judge's seat does: score, exactly once.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { photoOnSheet } from './contract-photos.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, words, maybe, here, ids, at0 } = shape
const read = { kind: 'post', permission: 'rounds.read', at: 'params.unit' } as const
const convene = { kind: 'post', permission: 'rounds.convene', at: 'params.unit' } as const
const seated = { kind: 'seat' } as const

const wanted = z.strictObject({
  id: shape.id,
  kind: shape.seatKind,
  panel: shape.word.nullable(),
  holder: maybe(60),
  /** The account that sits there; null for a link only. */
  person: shape.id.nullable(),
  /** The holder's own unit, which it may not score. */
  home: shape.unitCode.nullable(),
})

const recusal = z.strictObject({ subject: shape.unitCode, source: z.enum(['own', 'linked', 'declared']), reason: z.string() })

const seat = z.strictObject({
  id: shape.id,
  kind: shape.seatKind,
  panel: z.string().nullable(),
  number: z.int(),
  label: z.string(),
  /** Null where the reader may not know. */
  holder: z.string().nullable(),
  home: z.string().nullable(),
  state: z.enum(['planned', 'invited', 'open', 'revoked']),
  invitedUntil: shape.at.nullable(),
  openedAt: shape.at.nullable(),
  openings: z.int(),
  offlineReady: z.boolean().nullable(),
  recusals: z.array(recusal),
})

/** A sheet as the pocket keeps and sends it. */
export const sheetSent = z.strictObject({
  subject: shape.unitCode,
  component: shape.word,
  /** Grows with every change on the device: milliseconds of its clock, or one more than the last. */
  revision: z.int().min(1).max(9_000_000_000_000_000),
  points: z.record(shape.word, shape.decimal),
  note: maybe(500),
})

const sheetKept = sheetSent.extend({ complete: z.boolean(), state: z.enum(['kept', 'withdrawn', 'unconfirmed']), at: shape.at })

const mine = z.strictObject({
  seat: z.strictObject({
    id: shape.id,
    kind: shape.seatKind,
    label: z.string(),
    panel: z.string().nullable(),
    recused: z.array(shape.unitCode),
  }),
  round: z.strictObject({
    unit: shape.unitCode,
    id: shape.id,
    name: z.string(),
    theme: z.string(),
    quarter: shape.quarter,
    heldOn: shape.day,
    state: shape.state,
    version: z.int(),
    ballots: z.enum(['named', 'anonymous']),
    rules: shape.rules,
    parts: z.array(shape.partUnit),
    scene: shape.scene,
  }),
  sheets: z.array(sheetKept),
  /** Photos that have arrived on the seat's own sheets. */
  photos: z.array(photoOnSheet),
  vote: z.strictObject({ id: shape.id, state: z.enum(['open', 'closed']), voted: z.boolean() }).nullable(),
  filingNumber: z.string().nullable(),
})

const sampleMine: z.input<typeof mine> = {
  seat: { id: ids.seat, kind: 'judge', label: '评委1', panel: 'leaders', recused: [] },
  round: {
    unit: here.unit,
    id: ids.round,
    name: '第三季度亮赛比',
    theme: '宜业兴业星',
    quarter: '2026-Q3',
    heldOn: '2026-09-10',
    state: 'live',
    version: 5,
    ballots: 'named',
    rules: shape.sampleRules,
    parts: [],
    scene: shape.sampleScene,
  },
  sheets: [],
  photos: [],
  vote: null,
  filingNumber: null,
}
const base = [problems.noSuchRound, problems.wrongState] as const
const sampleSheet = { subject: '990101001001', component: 'field', revision: 1, points: { pledges: '88.5' }, note: '' }

export const seatsContract = defineContract({
  seats: {
    method: 'GET',
    path: '/rounds/:unit/:id/seats',
    summary: { zh: '席位', en: 'Seats of a round' },
    access: read,
    params: where,
    output: z.strictObject({ seats: z.array(seat) }),
    problems: [problems.noSuchRound],
    example: { params: here, output: { seats: [] } },
  },
  addSeats: {
    method: 'POST',
    path: '/rounds/:unit/:id/seats',
    summary: { zh: '增加席位', en: 'Add seats' },
    access: convene,
    params: where,
    body: z.strictObject({ seats: z.array(wanted).min(1).max(200) }),
    output: z.strictObject({ seats: z.array(seat) }),
    problems: [...base, problems.unknownPanel, problems.seatTaken],
    example: {
      params: here,
      body: { seats: [{ id: ids.seat, kind: 'judge', panel: 'leaders', holder: '演示·评委甲', person: null, home: null }] },
      output: { seats: [] },
    },
  },
  inviteSeat: {
    method: 'POST',
    path: '/rounds/:unit/:id/seats/:seat/invite',
    summary: { zh: '生成席位链接(此前的链接作废)', en: "Make the seat's one-time link; the one before becomes void" },
    access: convene,
    params: where.extend({ seat: shape.id }),
    output: z.strictObject({ token: z.string(), until: shape.at }),
    problems: [...base, problems.noSuchSeat, problems.seatRevoked],
    // The answer holds the token, which is kept nowhere.
    idempotent: false,
    example: { params: { ...here, seat: ids.seat }, output: { token: 'x'.repeat(32), until: at0 } },
  },
  revokeSeat: {
    method: 'POST',
    path: '/rounds/:unit/:id/seats/:seat/revoke',
    summary: { zh: '收回席位', en: 'Revoke a seat' },
    access: convene,
    params: where.extend({ seat: shape.id }),
    body: z.strictObject({ reason: words(200) }),
    output: z.strictObject({ id: shape.id }),
    problems: [...base, problems.noSuchSeat],
    example: { params: { ...here, seat: ids.seat }, body: { reason: '换人' }, output: { id: ids.seat } },
  },
  recuseSeat: {
    method: 'POST',
    path: '/rounds/:unit/:id/seats/:seat/recuse',
    summary: { zh: '登记回避', en: 'Record a recusal for a seat' },
    access: convene,
    params: where.extend({ seat: shape.id }),
    body: z.strictObject({ subject: shape.unitCode, reason: words(200) }),
    output: z.strictObject({ id: shape.id }),
    problems: [...base, problems.noSuchSeat, problems.notTakingPart, problems.scoredAlready],
    example: { params: { ...here, seat: ids.seat }, body: { subject: '990101001001', reason: '近亲属任职' }, output: { id: ids.other } },
  },
  openSeat: {
    method: 'POST',
    path: '/rounds/seat/open',
    summary: { zh: '凭链接进入席位', en: 'Open a seat with its link' },
    access: { kind: 'public', anonymous: true },
    body: z.strictObject({
      token: z.string().min(20).max(100),
      /** Says that the seat is to move to this device, after the warning that it is open on another. */
      takeOver: z.boolean(),
      /** The device's own secret, 192 random bits: the same device that opens a link again is known by it without its cookie. */
      device: z
        .string()
        .regex(/^[\w-]{32}$/)
        .optional(),
    }),
    output: z.strictObject({ seat: shape.id, kind: shape.seatKind, unit: shape.unitCode, round: shape.id }),
    problems: [problems.badLink, problems.openElsewhere, problems.seatRevoked],
    idempotent: false,
    // A hall opens its seats within a minute behind one address; the links are 192 random bits.
    perMinute: 1200,
    example: {
      body: { token: 'x'.repeat(32), takeOver: false },
      output: { seat: ids.seat, kind: 'judge', unit: here.unit, round: ids.round },
    },
  },
  leaveSeat: {
    method: 'POST',
    path: '/rounds/seat/leave',
    summary: { zh: '离开席位(本机)', en: 'Leave the seat on this device' },
    access: seated,
    output: z.strictObject({}),
    problems: [],
    idempotent: false,
    example: { output: {} },
  },
  mySeat: {
    method: 'GET',
    path: '/rounds/seat',
    summary: { zh: '我的席位: 评分表和已送达的分数', en: 'My seat: sheets, and what has arrived' },
    access: seated,
    query: z.strictObject({ seat: shape.id.optional() }),
    output: mine,
    problems: [problems.noSuchSeat],
    example: { query: {}, output: sampleMine },
  },
  seatReady: {
    method: 'POST',
    path: '/rounds/seat/ready',
    summary: { zh: '本机能否离线', en: 'Whether this device can work offline' },
    access: seated,
    body: z.strictObject({ seat: shape.id, offline: z.boolean() }),
    output: z.strictObject({}),
    problems: [problems.noSuchSeat],
    idempotent: false,
    example: { body: { seat: ids.seat, offline: true }, output: {} },
  },
  recuseMyself: {
    method: 'POST',
    path: '/rounds/seat/recuse',
    summary: { zh: '本人声明回避', en: 'Declare an interest: my own recusal' },
    access: seated,
    body: z.strictObject({ seat: shape.id, subject: shape.unitCode, reason: words(200) }),
    output: z.strictObject({ id: shape.id }),
    problems: [...base, problems.noSuchSeat, problems.notTakingPart, problems.scoredAlready],
    example: { body: { seat: ids.seat, subject: '990101001001', reason: '包联' }, output: { id: ids.other } },
  },
  score: {
    method: 'POST',
    path: '/rounds/seat/score',
    summary: { zh: '送出评分表', en: 'Hand in sheets; each is kept at most once per revision' },
    access: seated,
    body: z.strictObject({ seat: shape.id, sheets: z.array(sheetSent).min(1).max(50) }),
    output: z.strictObject({
      sheets: z.array(
        z.strictObject({
          subject: shape.unitCode,
          component: z.string(),
          revision: z.int(),
          /** kept: this revision now counts; superseded: a later one was here already; nothing is lost in either. */
          outcome: z.enum(['kept', 'superseded', 'refused']),
          complete: z.boolean(),
          /** Number of the problem when refused; the other sheets are kept all the same. */
          problem: z.int().nullable(),
        }),
      ),
      version: z.int(),
    }),
    problems: [problems.noSuchSeat, problems.notAJudge, problems.notScoring, problems.badPoints, problems.recused, problems.notTakingPart],
    // A hall of hundreds sends from one address, all at once when its line comes back; who overloads is slowed elsewhere.
    perMinute: 60_000,
    example: {
      body: { seat: ids.seat, sheets: [sampleSheet] },
      output: {
        sheets: [{ subject: '990101001001', component: 'field', revision: 1, outcome: 'kept', complete: true, problem: null }],
        version: 5,
      },
    },
  },
})
