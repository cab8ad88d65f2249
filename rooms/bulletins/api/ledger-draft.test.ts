// The ledger's bulletin of a county that has had its ledger for years: what is past and closed is neither read nor listed.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { contract } from '../contract.ts'

const trial = useTrial()

type Said = AnswerOf<(typeof contract)['get']> & { readonly code?: number }
const draft = async (unit: string): Promise<Said> =>
  (await trial.as('countyAdmin').call<Said>('bulletins.draftLedger', { body: { id: randomUUID(), unit, quarter: '2026Q3' } })).body

test('thousands of entries of past quarters are no hindrance, and units with nothing due or open are not listed', async () => {
  const body = { id: randomUUID(), unit: '990101001', subject: '990101001001', problem: '公示栏没有更新。', sourceKind: 'remark', days: 5 }
  expect((await trial.as('officer').call('ledger.assign', { body })).status).toBe(200)
  // Years of another community's entries, all closed out; and one that was withdrawn this quarter.
  const copies = (change: object, count: number) =>
    trial.owner.query(
      `insert into ledger_entries select (jsonb_populate_record(e, $1::jsonb || jsonb_build_object('id', gen_random_uuid()))).*
         from ledger_entries e, generate_series(1, $2) where e.id = $3`,
      [JSON.stringify({ subject: '990101001002', ...change }), count, body.id],
    )
  await copies({ state: 'closed', due: '2025-12-01', closed_on: '2025-11-30' }, 3000)
  await copies({ state: 'withdrawn', due: '2026-08-01' }, 1)
  for (const unit of ['990101', '990101001']) {
    const said = await draft(unit)
    expect(said.code).toBeUndefined()
    expect(said.figures.map(({ id, value }) => [id, value]).slice(1)).toEqual([
      ['due', '1'],
      ['closed', '0'],
      ['overdue', '0'],
      ['open', '1'],
      ['units', '1'],
    ])
    expect(said.filled.find((block) => block.kind === 'table')).toMatchObject({ rows: [['朝霞社区', '1', '0', '0', '1']] })
  }
  // Closed out this quarter, it is listed.
  await copies({ state: 'closed', due: '2026-08-01', closed_on: '2026-07-30' }, 2)
  expect((await draft('990101')).filled.find((block) => block.kind === 'table')).toMatchObject({
    rows: [
      ['朝霞社区', '1', '0', '0', '1'],
      [expect.any(String), '2', '2', '0', '0'],
    ],
  })
})
