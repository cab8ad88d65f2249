// Sets of one spot, what a unit says of a time without evidence, and erasing.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { day, example, item, nothing, row, shown, unitCode, where, words } from './contract-shapes.ts'
import { problems } from './problems.ts'

const set = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  spot: z.string(),
  before: z.array(row),
  during: z.array(row),
  after: z.array(row),
})
const stated = { id: '01990a00-0000-7000-8000-0000000000e4', unit: '990101001001', from: '2026-07-01', to: '2026-09-30' } as const

export const keeping = defineContract({
  onHand: {
    method: 'GET',
    path: '/evidence/on-hand',
    summary: { zh: '手机上为谁拍照上传', en: 'For the phone: for whom photos are taken' },
    access: { kind: 'post', permission: 'evidence.upload', at: 'rows' },
    query: z.strictObject({}),
    output: z.strictObject({
      /** What a phone keeps is kept for this post alone. */
      post: z.uuid(),
      unit: unitCode,
      unitName: z.string(),
      today: day,
      /** Most bytes of a film; 0 where none is taken. */
      filmBytes: z.int(),
    }),
    problems: [],
    example: {
      output: {
        post: '00000000-0000-7000-9001-000000000004',
        unit: '990101001001',
        unitName: '朝霞社区',
        today: '2026-09-08',
        filmBytes: 209_715_200,
      },
    },
  },
  spots: {
    method: 'GET',
    path: '/evidence/spots',
    summary: { zh: '同一点位的前、中、后', en: 'Before, during and after of each spot' },
    access: { kind: 'post', permission: 'evidence.read', at: 'rows' },
    query: z.strictObject({ below: unitCode, from: day.optional(), to: day.optional() }),
    /** `cut`: there are more pictures than were looked at; choose a shorter time or a smaller unit. */
    output: z.strictObject({ sets: z.array(set), cut: z.boolean() }),
    problems: [],
    example: {
      query: { below: '990101001001' },
      output: {
        sets: [{ unit: '990101001001', unitName: '朝霞社区', spot: '小广场', before: [], during: [], after: [example.row] }],
        cut: false,
      },
    },
  },
  stateNothing: {
    method: 'POST',
    path: '/evidence/nothing',
    summary: { zh: '说明本期无', en: 'Say that a time has nothing to show' },
    access: { kind: 'post', permission: 'evidence.upload', at: 'record' },
    body: z.strictObject({ id: z.uuid(), unit: unitCode, from: day, to: day }),
    output: nothing,
    problems: [problems.somethingThere, problems.daysReversed],
    example: {
      body: stated,
      output: { unit: stated.unit, unitName: '朝霞社区', from: stated.from, to: stated.to, statedAt: '2026-09-08T01:00:00.000Z' },
    },
  },
  erase: {
    method: 'POST',
    path: '/evidence/:unit/:id/erase',
    summary: { zh: '删除一件佐证的文件和文字（记录保留）', en: 'Erase the file and words of an item; that there was one stays' },
    access: { kind: 'post', permission: 'evidence.erase', at: 'record' },
    params: where,
    body: z.strictObject({ reason: words(500) }),
    output: item,
    problems: [problems.noSuchItem, problems.erased],
    example: {
      params: example.params,
      body: { reason: '照片中有未成年人，监护人要求删除' },
      output: {
        ...shown,
        shows: '-',
        spot: null,
        preview: 'none',
        width: null,
        height: null,
        original: false,
        erasedAt: '2026-09-09T01:00:00.000Z',
      },
    },
  },
})
