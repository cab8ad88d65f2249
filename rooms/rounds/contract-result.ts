// From a signed tally to what is told: reveal, publish, correct, recount.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, done, words, here, ids } = shape
const read = { kind: 'post', permission: 'rounds.read', at: 'params.unit' } as const
const convene = { kind: 'post', permission: 'rounds.convene', at: 'params.unit' } as const
const base = [problems.noSuchRound, problems.wrongState] as const

export const resultContract = defineContract({
  reveal: {
    method: 'POST',
    path: '/rounds/:unit/:id/reveal',
    summary: { zh: '揭晓: 下一步', en: 'Reveal the next step: from the bottom up, or with bands only 先进' },
    access: convene,
    params: where,
    body: z.strictObject({ form: z.enum(['bands', 'ranks']), all: z.boolean() }),
    output: z.strictObject({ version: z.int(), shown: z.int(), left: z.int() }),
    problems: [...base, problems.formChosen],
    example: { params: here, body: { form: 'bands', all: false }, output: { version: 30, shown: 1, left: 2 } },
  },
  publish: {
    method: 'POST',
    path: '/rounds/:unit/:id/publish',
    summary: { zh: '公布结果', en: 'Publish the result, as bands or (with a reason) as ranks' },
    access: convene,
    params: where,
    body: z.strictObject({ id: shape.id, form: z.enum(['bands', 'ranks']), reason: z.string().trim().max(500) }),
    output: z.strictObject({ version: z.int(), id: shape.id }),
    problems: [...base, problems.ranksNeedReason, problems.formChosen],
    example: { params: here, body: { id: ids.other, form: 'bands', reason: '' }, output: { version: 31, id: ids.other } },
  },
  closeRound: {
    method: 'POST',
    path: '/rounds/:unit/:id/close',
    summary: { zh: '本轮办结', en: 'Close the round' },
    access: convene,
    params: where,
    output: done,
    problems: [...base, problems.recountOpen],
    example: { params: here, output: { version: 40 } },
  },
  correct: {
    method: 'POST',
    path: '/rounds/:unit/:id/correct',
    summary: { zh: '更正: 重新计票,新旧结果并列', en: 'Correct: count again beside the old result' },
    access: convene,
    params: where,
    body: z.strictObject({ reason: words(500) }),
    output: done,
    problems: [...base],
    example: { params: here, body: { reason: '复核发现录入差错' }, output: { version: 41 } },
  },
  standing: {
    method: 'GET',
    path: '/rounds/:unit/:id/standing',
    summary: { zh: '结果(揭晓以后)', en: 'The result, after it was revealed' },
    access: read,
    params: where,
    output: z.strictObject({
      places: z.array(shape.place),
      /** Units that fewer than three judges scored: not ranked, told privately. */
      withheld: z.array(shape.named),
      tally: z.int().nullable(),
      form: z.enum(['bands', 'ranks']).nullable(),
      /** Steps of the reveal that are still to come; null before the first. */
      left: z.int().nullable(),
    }),
    problems: [problems.noSuchRound],
    example: { params: here, output: { places: [shape.samplePlace], withheld: [], tally: 1, form: 'bands', left: 0 } },
  },
  ownPlaces: {
    method: 'GET',
    path: '/rounds/places/:subject',
    summary: { zh: '本单位历次结果(仅本单位可见)', en: 'The results of my unit, told to it alone' },
    access: { kind: 'post', permission: 'rounds.promise', at: 'params.subject' },
    params: z.strictObject({ subject: shape.unitCode }),
    output: z.strictObject({
      places: z.array(
        z.strictObject({
          unit: shape.unitCode,
          round: shape.id,
          name: z.string(),
          quarter: shape.quarter,
          tally: shape.id,
          place: shape.place,
          recountUntil: shape.day.nullable(),
          recount: z.enum(['asked', 'upheld', 'refused']).nullable(),
          decision: z.string(),
        }),
      ),
    }),
    problems: [],
    example: { params: { subject: '990101001001' }, output: { places: [] } },
  },
  askRecount: {
    method: 'POST',
    path: '/rounds/places/:subject/recount',
    summary: { zh: '申请复核', en: 'Ask for a recount within the days the rules name' },
    access: { kind: 'post', permission: 'rounds.promise', at: 'params.subject' },
    params: z.strictObject({ subject: shape.unitCode }),
    body: z.strictObject({ id: shape.id, unit: shape.unitCode, round: shape.id, reason: words(500) }),
    output: z.strictObject({ id: shape.id }),
    problems: [problems.noSuchRound, problems.notTold, problems.tooLate, problems.askedAlready],
    example: {
      params: { subject: '990101001001' },
      body: { id: ids.other, unit: here.unit, round: ids.round, reason: '环节得分与现场不符' },
      output: { id: ids.other },
    },
  },
  recountInput: {
    method: 'POST',
    path: '/rounds/places/:subject/:unit/:round/:tally/input',
    summary: {
      zh: '申请复核的单位查看全部评分(评委用代号,留记录)',
      en: 'The whole input for a unit that asked for a recount; judges under their labels, logged',
    },
    access: { kind: 'post', permission: 'rounds.promise', at: 'params.subject' },
    params: z.strictObject({ subject: shape.unitCode, unit: shape.unitCode, round: shape.id, tally: shape.id }),
    output: shape.tallyInput,
    problems: [problems.noSuchRound, problems.notTold],
    idempotent: false,
    example: { params: { subject: '990101001001', unit: here.unit, round: ids.round, tally: ids.other }, output: shape.sampleInput },
  },
  recounts: {
    method: 'GET',
    path: '/rounds/:unit/:id/recounts',
    summary: { zh: '复核申请', en: 'Requests for a recount' },
    access: read,
    params: where,
    output: z.strictObject({
      recounts: z.array(
        z.strictObject({
          id: shape.id,
          subject: shape.unitCode,
          name: z.string(),
          reason: z.string(),
          askedAt: shape.at,
          state: z.enum(['asked', 'upheld', 'refused']),
          decision: z.string(),
        }),
      ),
    }),
    problems: [problems.noSuchRound],
    example: { params: here, output: { recounts: [] } },
  },
  decideRecount: {
    method: 'POST',
    path: '/rounds/:unit/:id/recounts/:recount/decide',
    summary: { zh: '答复复核申请', en: 'Answer a request for a recount' },
    access: convene,
    params: where.extend({ recount: shape.id }),
    body: z.strictObject({ upheld: z.boolean(), decision: words(500) }),
    output: done,
    problems: [...base, problems.noSuchRecount, problems.decidedAlready],
    example: { params: { ...here, recount: ids.other }, body: { upheld: false, decision: '经复核,计票无误' }, output: { version: 42 } },
  },
})
