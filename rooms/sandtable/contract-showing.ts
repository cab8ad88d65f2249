// A desk drives a big screen: it begins, turns and ends a showing; a screen that was given the code follows.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { problems } from './problems.ts'

const unitCode = z.string().regex(/^\d{2,17}$/)
const where = z.strictObject({ unit: unitCode, id: z.uuid() })
const code = z.string().regex(/^\d{6}$/)
export const scene = z.strictObject({
  unit: unitCode,
  /** Null is the running one. */
  quarter: z
    .string()
    .regex(/^[1-9]\d{3}Q[1-4]$/)
    .nullable(),
  /** Null shows map and card. */
  spot: z.strictObject({ subject: unitCode, spot: z.string().min(1).max(80) }).nullable(),
  compared: z.boolean(),
  blank: z.boolean(),
})
const showing = z.strictObject({
  unit: unitCode,
  id: z.uuid(),
  code,
  scene,
  version: z.int(),
  /** False once it was ended, or nobody turned for half a day. */
  live: z.boolean(),
})

const lead = { kind: 'post', permission: 'sandtable.lead', at: 'params.unit' } as const
const here = { unit: '990101', id: '01990a00-0000-7000-8000-000000000001' }
const exampleScene = { unit: '990101001', quarter: null, spot: null, compared: false, blank: false }
const example = { ...here, code: '048213', scene: exampleScene, version: 1, live: true }

export const showingContract = defineContract({
  lead: {
    method: 'POST',
    path: '/sandtable/showings/:unit',
    summary: { zh: '沙盘：开始遥控大屏，得到配对码', en: 'The sand table: begin to drive a big screen' },
    access: lead,
    params: z.strictObject({ unit: unitCode }),
    body: z.strictObject({ id: z.uuid(), scene }),
    output: showing,
    problems: [problems.noSuchUnit, problems.noSuchShowing],
    example: { params: { unit: here.unit }, body: { id: here.id, scene: exampleScene }, output: example },
  },
  turn: {
    method: 'POST',
    path: '/sandtable/showings/:unit/:id/turn',
    summary: { zh: '沙盘：大屏换一个画面', en: 'The sand table: turn the big screen to something else' },
    access: lead,
    params: where,
    /** Only what changes: what is left out stays as it is, also when somebody else changes it at the same moment. */
    body: z.strictObject({ scene: scene.partial() }),
    output: showing,
    problems: [problems.noSuchUnit, problems.noSuchShowing, problems.showingOver],
    example: { params: here, body: { scene: { unit: '990101001', spot: null } }, output: { ...example, version: 2 } },
  },
  endShowing: {
    method: 'POST',
    path: '/sandtable/showings/:unit/:id/end',
    summary: { zh: '沙盘：结束遥控大屏', en: 'The sand table: stop driving the big screen' },
    access: lead,
    params: where,
    body: z.strictObject({}),
    output: showing,
    problems: [problems.noSuchShowing],
    example: { params: here, body: {}, output: { ...example, version: 2, live: false } },
  },
  showing: {
    method: 'GET',
    path: '/sandtable/showings/:unit/:id',
    summary: { zh: '沙盘：大屏现在的画面', en: 'The sand table: what the big screen shows now' },
    access: { kind: 'post', permission: 'sandtable.read', at: 'params.unit' },
    params: where,
    output: showing,
    problems: [problems.noSuchShowing],
    example: { params: here, output: example },
  },
  paired: {
    method: 'GET',
    path: '/sandtable/paired',
    summary: { zh: '沙盘：按配对码找到要跟随的遥控', en: 'The sand table: find what to follow by its code' },
    access: { kind: 'post', permission: 'sandtable.read', at: 'rows' },
    query: z.strictObject({ code }),
    output: where,
    problems: [problems.noSuchCode],
    example: { query: { code: '048213' }, output: here },
  },
})
