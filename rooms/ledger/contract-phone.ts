// The phone: what a post has to do with entries, taken along; and pictures, which come after the step that they belong to.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { userVerbs } from './core/guards.ts'
import { day, itemAt, record, row, unitCode, unitName } from './core/shapes.ts'
import { exampleParams, exampleRecord } from './core/shape-examples.ts'
import { problems } from './problems.ts'

const { responsibleAccount: _account, arbiter, steps: _steps, exhibits: _exhibits, earlier: _earlier, ...more } = exampleRecord
const { later: _later, may: _may, asOf, ...exampleRow } = more

export const contract = defineContract({
  onHand: {
    method: 'GET',
    path: '/ledger/on-hand',
    summary: {
      zh: '手机随身带的台账：本单位要整改的，和要复核的',
      en: 'What a phone takes along: what the unit has to mend, and what waits for its check',
    },
    access: { kind: 'post', permission: 'ledger.read', at: 'rows' },
    output: z.strictObject({
      /** Whose list it is: a phone keeps what one post did apart from another's. */
      post: z.uuid().nullable(),
      unit: unitName.nullable(),
      today: day,
      /** Whether the post mends, and whether it checks. */
      answers: z.boolean(),
      checks: z.boolean(),
      rows: z.array(
        row.extend({
          /** How many steps it has had: a phone that knows fewer asks for it again. */
          steps: z.int(),
          /** Who arbitrates a refusal. */
          arbiter: unitName,
          /** Verbs that are this person's once the state is right. */
          takes: z.array(z.enum(userVerbs)),
        }),
      ),
      /** There are more than are taken along. */
      more: z.boolean(),
    }),
    problems: [],
    example: {
      output: {
        post: null,
        unit: exampleRecord.subject,
        today: asOf,
        answers: true,
        checks: false,
        rows: [{ ...exampleRow, steps: 1, arbiter, takes: ['accept', 'refuse', 'rectify', 'askExtension'] }],
        more: false,
      },
    },
  },
  addPicture: {
    method: 'POST',
    path: '/ledger/:unit/:id/pictures',
    summary: { zh: '给条目附一张已送达的照片（可不附）', en: 'Add a picture that has arrived to an entry; optional' },
    access: { kind: 'post', permission: 'ledger.read', at: 'record' },
    params: z.strictObject({ unit: unitCode, id: z.uuid() }),
    body: z.strictObject({
      /** Of the citation, made by the device, so that a replay is harmless. */
      id: z.uuid(),
      item: itemAt,
    }),
    output: record,
    problems: [problems.noSuchEntry, problems.notYours],
    example: {
      params: exampleParams,
      body: { id: '01990a00-0000-7000-8000-0000000000e3', item: { unit: '990101001001', id: '01990a00-0000-7000-8000-0000000000e2' } },
      output: exampleRecord,
    },
  },
})
