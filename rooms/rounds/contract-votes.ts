// Votes of the meeting (测评), secret and by seat, and awards with their basis.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, done, words, maybe, here, ids, at0 } = shape
const read = { kind: 'post', permission: 'rounds.read', at: 'params.unit' } as const
const convene = { kind: 'post', permission: 'rounds.convene', at: 'params.unit' } as const
const seated = { kind: 'seat' } as const
const base = [problems.noSuchRound, problems.wrongState] as const
const choice = z.enum(['good', 'fairly-good', 'fair', 'poor'])

export const votesContract = defineContract({
  openVote: {
    method: 'POST',
    path: '/rounds/:unit/:id/votes',
    summary: { zh: '发起测评', en: 'Open a vote of the meeting on each unit' },
    access: convene,
    params: where,
    body: z.strictObject({ id: shape.id }),
    output: done,
    problems: [...base, problems.voteOpen],
    example: { params: here, body: { id: ids.other }, output: { version: 25 } },
  },
  vote: {
    method: 'POST',
    path: '/rounds/seat/vote',
    summary: { zh: '投测评票(不记名)', en: 'Cast the ballot of the vote, secretly' },
    access: seated,
    body: z.strictObject({ seat: shape.id, vote: shape.id, choices: z.record(shape.unitCode, choice) }),
    output: z.strictObject({}),
    problems: [...base, problems.noSuchSeat, problems.notYourVerb, problems.noSuchVote, problems.votedAlready, problems.ballotIncomplete],
    // A kept answer would tie the ballot to a key.
    idempotent: false,
    example: { body: { seat: ids.seat, vote: ids.other, choices: { '990101001001': 'good' } }, output: {} },
  },
  closeVote: {
    method: 'POST',
    path: '/rounds/seat/close-vote',
    summary: { zh: '结束测评并计数', en: 'Close the vote and count it' },
    access: seated,
    body: z.strictObject({ seat: shape.id, vote: shape.id }),
    output: z.strictObject({ counts: z.record(shape.unitCode, z.record(choice, z.int())) }),
    problems: [...base, problems.noSuchSeat, problems.notTeller, problems.noSuchVote, problems.fewBallots],
    example: { body: { seat: ids.seat, vote: ids.other }, output: { counts: {} } },
  },
  votes: {
    method: 'GET',
    path: '/rounds/:unit/:id/votes',
    summary: { zh: '测评结果', en: 'Votes of the meeting' },
    access: read,
    params: where,
    output: z.strictObject({
      votes: z.array(
        z.strictObject({
          id: shape.id,
          state: z.enum(['open', 'closed']),
          voted: z.int(),
          counts: z.record(z.string(), z.record(z.string(), z.int())).nullable(),
        }),
      ),
    }),
    problems: [problems.noSuchRound],
    example: { params: here, output: { votes: [] } },
  },
  award: {
    method: 'POST',
    path: '/rounds/:unit/:id/awards',
    summary: { zh: '登记表彰(写明依据)', en: 'Record an award with its basis' },
    access: convene,
    params: where,
    body: z.strictObject({ id: shape.id, subject: shape.unitCode, name: words(60), basis: words(200), document: maybe(60) }),
    output: z.strictObject({ id: shape.id }),
    problems: [...base, problems.notTakingPart],
    example: {
      params: here,
      body: { id: ids.other, subject: '990101001001', name: '流动红旗', basis: '本轮结果', document: '' },
      output: { id: ids.other },
    },
  },
  awards: {
    method: 'GET',
    path: '/rounds/:unit/:id/awards',
    summary: { zh: '表彰', en: 'Awards of a round' },
    access: read,
    params: where,
    output: z.strictObject({
      awards: z.array(
        z.strictObject({
          id: shape.id,
          subject: shape.unitCode,
          name: z.string(),
          award: z.string(),
          basis: z.string(),
          document: z.string(),
          at: shape.at,
        }),
      ),
    }),
    problems: [problems.noSuchRound],
    example: {
      params: here,
      output: {
        awards: [{ id: ids.other, subject: '990101001001', name: '朝霞社区', award: '流动红旗', basis: '本轮结果', document: '', at: at0 }],
      },
    },
  },
})
