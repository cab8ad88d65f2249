// A round at the sand table: which spots the presented unit has, which one is on, and its pictures for the seats of the hall.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

const { where, done, here, ids } = shape

const spot = z.strictObject({
  subject: shape.unitCode,
  subjectName: z.string(),
  spot: z.string(),
  /** As evidence: the keeping unit and the id, for small views at the desk. */
  pictures: z.array(
    z.strictObject({
      unit: shape.unitCode,
      id: shape.id,
      phase: z.enum(['before', 'during', 'after']),
      on: shape.day,
      shows: z.string(),
    }),
  ),
})

export const exhibitsContract = defineContract({
  exhibits: {
    method: 'GET',
    path: '/rounds/:unit/:id/exhibits',
    summary: { zh: '沙盘: 一个单位可以展示的点位', en: 'At the sand table: the spots that a unit can show' },
    access: { kind: 'post', permission: 'rounds.read', at: 'params.unit' },
    params: where,
    query: z.strictObject({ subject: shape.unitCode }),
    output: z.strictObject({ spots: z.array(spot) }),
    problems: [problems.noSuchRound, problems.notTakingPart],
    example: { params: here, query: { subject: '990101001001' }, output: { spots: [] } },
  },
  showExhibit: {
    method: 'POST',
    path: '/rounds/:unit/:id/exhibit',
    summary: {
      zh: '沙盘: 大屏翻到一个点位(不写则收起照片)',
      en: 'At the sand table: turn the stage to a spot; without one, pictures are put away',
    },
    access: { kind: 'post', permission: 'rounds.convene', at: 'params.unit' },
    params: where,
    body: z.strictObject({ at: z.strictObject({ subject: shape.unitCode, spot: shape.words(80) }).nullable() }),
    output: done,
    problems: [problems.noSuchRound, problems.wrongState, problems.notSandtable, problems.notPresentedNow, problems.noSuchSpot],
    example: { params: here, body: { at: { subject: '990101001001', spot: '小广场' } }, output: { version: 7 } },
  },
  picture: {
    method: 'GET',
    path: '/rounds/seat/pictures/:picture',
    summary: { zh: '沙盘: 大屏上现在的照片', en: 'At the sand table: a picture that the stage shows now' },
    access: { kind: 'seat' },
    params: z.strictObject({ picture: shape.id }),
    file: ['image/jpeg'],
    perMinute: 12_000,
    problems: [problems.noSuchSeat, problems.noSuchPicture],
    example: { params: { picture: ids.other } },
  },
})
