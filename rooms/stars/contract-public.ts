// What anybody may do and read: publicities, objections with a tracking code, stars that are held, a plaque's truth.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const anybody = { kind: 'public', anonymous: true } as const
const line = z.strictObject({
  unit: shape.unitCode,
  unitName: z.string(),
  candidacy: shape.id,
  star: z.string(),
  starName: z.string(),
  state: z.enum(['shown', 'certified', 'taken-off']),
})
export const publicity = z.strictObject({
  unit: shape.unitCode,
  unitName: z.string(),
  id: shape.id,
  cycle: shape.id,
  cycleName: z.string(),
  number: z.int(),
  from: shape.day,
  until: shape.day,
  open: z.boolean(),
  contact: z.string(),
  lines: z.array(line),
})
export const samplePublicity: z.input<typeof publicity> = {
  unit: '990101',
  unitName: '演示县',
  id: shape.ids.publicity,
  cycle: shape.ids.cycle,
  cycleName: shape.sampleCycleRow.name,
  number: 1,
  from: '2026-12-08',
  until: '2026-12-14',
  open: true,
  contact: '演示县委组织部 000-0000000',
  lines: [
    { unit: '990101001001', unitName: '朝霞社区', candidacy: shape.ids.candidacy, star: 'YYXY', starName: '宜业兴业星', state: 'shown' },
  ],
}
const objection = z.strictObject({
  unit: shape.unitCode,
  id: shape.id,
  subject: shape.unitCode,
  subjectName: z.string(),
  star: z.string(),
  starName: z.string(),
  state: z.enum(['open', 'upheld', 'dismissed']),
  filedOn: shape.day,
  answer: z.string().nullable(),
  answeredOn: shape.day.nullable(),
})
const sampleObjection: z.input<typeof objection> = {
  unit: '990101',
  id: shape.ids.objection,
  subject: '990101001001',
  subjectName: '朝霞社区',
  star: 'YYXY',
  starName: '宜业兴业星',
  state: 'open',
  filedOn: '2026-12-09',
  answer: null,
  answeredOn: null,
}
const decide = { kind: 'post', permission: 'stars.decide', at: 'params.unit' } as const

export const publicStarsContract = defineContract({
  publicities: {
    method: 'GET',
    path: '/stars/public/publicities',
    summary: { zh: '公示列表', en: 'Publicities' },
    access: { kind: 'public' },
    query: z.strictObject({ unit: shape.unitCode.optional(), cycle: shape.id.optional() }),
    output: z.strictObject({ rows: z.array(publicity) }),
    problems: [],
    example: { query: {}, output: { rows: [samplePublicity] } },
  },
  held: {
    method: 'GET',
    path: '/stars/public/held',
    summary: {
      zh: '已认定的星（提醒和限期整改只有管辖单位看得到）',
      en: 'Stars that are held; warnings and orders to mend are told to posts above only',
    },
    access: { kind: 'public' },
    query: z.strictObject({
      below: shape.unitCode,
      year: shape.year.optional(),
    }),
    output: z.strictObject({ rows: z.array(shape.honour), more: shape.more }),
    problems: [],
    example: { query: { below: '990101' }, output: { rows: [shape.sampleHonour], more: false } },
  },
  plaque: {
    method: 'GET',
    path: '/stars/public/plaques/:code',
    summary: { zh: '核验牌匾', en: 'Verify a plaque' },
    access: { kind: 'public' },
    params: z.strictObject({ code: z.string().max(40) }),
    output: shape.honour,
    problems: [problems.noSuchHonour],
    perMinute: 60,
    example: { params: { code: '7K3M-9QXT-2FHB' }, output: shape.sampleHonour },
  },
  samples: {
    method: 'GET',
    path: '/stars/public/samples/:cycle',
    summary: { zh: '抽查的名单、随机来源和结果，任何人可复算', en: 'Samples of a cycle with all that is needed to recompute them' },
    access: { kind: 'public' },
    params: z.strictObject({ cycle: shape.id }),
    output: z.strictObject({ rows: z.array(shape.sample) }),
    problems: [],
    example: { params: { cycle: shape.ids.cycle }, output: { rows: [shape.sampleSample] } },
  },
  object: {
    method: 'POST',
    path: '/stars/public/objections',
    summary: { zh: '对公示提出异议', en: 'Object to a publicised star' },
    access: anybody,
    body: z.strictObject({
      unit: shape.unitCode,
      publicity: shape.id,
      candidacy: shape.id,
      text: shape.words(2000),
      contact: shape.perhaps(100).optional(),
      /** Of the sender, so that sending twice is one objection. */
      nonce: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
    }),
    output: z.strictObject({ code: z.string(), filedOn: shape.day }),
    problems: [problems.notShown],
    perMinute: 10,
    example: {
      body: {
        unit: '990101',
        publicity: shape.ids.publicity,
        candidacy: shape.ids.candidacy,
        text: '上个月还有商户投诉没有处理。',
        nonce: 'abcdefghijklmnop',
      },
      output: { code: '7K3M9QXT2FHB', filedOn: '2026-12-09' },
    },
  },
  followObjection: {
    method: 'POST',
    path: '/stars/public/objections/follow',
    summary: { zh: '凭查询码查看异议', en: 'Follow an objection by its code' },
    access: anybody,
    idempotent: false,
    body: z.strictObject({ code: z.string().max(60) }),
    output: objection,
    problems: [problems.noSuchObjection],
    perMinute: 20,
    example: { body: { code: '7K3M-9QXT-2FHB' }, output: sampleObjection },
  },
  objections: {
    method: 'GET',
    path: '/stars/objections/:unit',
    summary: { zh: '待答复的异议', en: 'Objections to answer' },
    access: decide,
    params: z.strictObject({ unit: shape.unitCode }),
    output: z.strictObject({
      rows: z.array(
        objection.extend({
          text: z.string(),
          hasContact: z.boolean(),
          /** Whether the acting post answers it and may see the contact. */
          mayAnswer: z.boolean(),
          /** Whether upholding it returns the star: false once it is off the list. */
          returns: z.boolean(),
          /** Rows that an answer may name. */
          rows: z.array(z.string()),
        }),
      ),
      more: shape.more,
    }),
    problems: [],
    example: {
      params: { unit: '990101' },
      output: {
        rows: [
          {
            ...sampleObjection,
            text: '上个月还有商户投诉没有处理。',
            hasContact: false,
            mayAnswer: true,
            returns: true,
            rows: ['B1', 'B2'],
          },
        ],
        more: false,
      },
    },
  },
  revealObjector: {
    method: 'POST',
    path: '/stars/objections/:unit/:id/reveal',
    summary: { zh: '查看提异议人的联系方式，写明原因，记录在案', en: 'Look at the contact of whoever objected, with a reason; logged' },
    access: decide,
    params: shape.where,
    body: z.strictObject({ reason: shape.words(200) }),
    // The answer holds the contact, so it is not kept for replays: each look is an act.
    idempotent: false,
    output: z.strictObject({ contact: z.string() }),
    problems: [problems.noSuchObjection, problems.noContact, problems.linked, problems.notDecider],
    example: { params: { unit: '990101', id: shape.ids.objection }, body: { reason: '核实异议' }, output: { contact: '000-0000000' } },
  },
  answerObjection: {
    method: 'POST',
    path: '/stars/objections/:unit/:id/answer',
    summary: { zh: '答复异议；支持的退回联审', en: 'Answer an objection; one that is upheld returns the star' },
    access: decide,
    params: shape.where,
    body: z.strictObject({
      upheld: z.boolean(),
      answer: shape.words(2000),
      /** When upheld: which rows and until when the unit mends them. */
      rows: z.array(shape.rowNote).max(100).default([]),
      due: shape.day.optional(),
    }),
    output: objection,
    problems: [
      problems.noSuchObjection,
      problems.objectionAnswered,
      problems.rowsMissing,
      problems.dayMissing,
      problems.noSuchCandidacy,
      problems.linked,
      problems.notDecider,
      problems.samePerson,
      problems.wrongState,
      problems.notYours,
      problems.unknownRow,
    ],
    example: {
      params: { unit: '990101', id: shape.ids.objection },
      body: { upheld: false, answer: '经核实，该投诉已于10月办结，不在公示星的底线期内。' },
      output: { ...sampleObjection, state: 'dismissed', answer: '经核实……', answeredOn: '2026-12-10' },
    },
  },
  honourStep: {
    method: 'POST',
    path: '/stars/honours/:unit/:id/step',
    summary: { zh: '动态管理：提醒、限期整改、暂停、撤销、恢复', en: 'Warn, order to mend, suspend, revoke, restore' },
    access: { kind: 'post', permission: 'stars.decide', at: 'params.unit' },
    params: shape.where,
    body: z.strictObject({
      verb: shape.takenVerb,
      basis: shape.words(2000),
      document: shape.perhaps(80).default(''),
      due: shape.day.optional(),
    }),
    output: shape.honour,
    problems: [
      problems.noSuchHonour,
      problems.honourState,
      problems.basisMissing,
      problems.dayMissing,
      problems.notYetDue,
      problems.honourAppealOpen,
      problems.linked,
      problems.notDecider,
    ],
    example: {
      params: { unit: '990101001001', id: shape.ids.honour },
      body: { verb: 'warn', basis: '底线B1接近预警', document: '演组〔2026〕7号' },
      output: { ...shape.sampleHonour, state: 'warned' },
    },
  },
})
