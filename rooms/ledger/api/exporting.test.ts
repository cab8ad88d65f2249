// Lists as files: whole, whatever their length and however common the words that are looked for, in the order of the screen.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const many = 20_001

/** One entry by its verbs, and copies of it: some open, some closed, on many days. */
async function fill(): Promise<void> {
  const body = {
    id: randomUUID(),
    unit: '990101001',
    subject: '990101001001',
    problem: '公示栏没有更新。',
    sourceKind: 'meeting',
    days: 10,
  }
  const { status } = await trial.as('officer').call('ledger.assign', { body })
  expect(status).toBe(200)
  await trial.owner.query(
    `insert into ledger_entries select made.* from ledger_entries e cross join generate_series(2, $1::int) as n
       cross join lateral jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'problem', '公示栏第' || n || '处',
         'due', date '2026-01-01' + n % 700, 'state', case when n % 3 = 0 then 'closed' else 'assigned' end,
         'closed_on', case when n % 3 = 0 then date '2026-08-01' + n % 20 end)) as made
       where e.id = $2`,
    [many, body.id],
  )
}

test('a list of any length leaves as one file in the order of the screen; four in one book are told to choose one', async () => {
  await fill()
  const file = async (query: Record<string, string>): Promise<string[]> => {
    const { body, status } = await trial.as('officer').call<string>('ledger.export', { query: { list: 'tasks', format: 'csv', ...query } })
    expect(status).toBe(200)
    return body.trimEnd().split(/\r?\n/).slice(1)
  }
  const whole = await file({})
  expect(whole).toHaveLength(many)
  expect(whole.at(-1)?.split(',')[0]).toBe(String(many))
  // Words that far more entries hold than a search on the screen looks at.
  expect(await file({ q: '公示栏' })).toHaveLength(many)
  expect(await file({ q: '第777处' })).toHaveLength(1)
  const problemsOf = (rows: readonly string[]): string[] => rows.map((row) => row.split(',')[1] ?? '')
  for (const query of [{}, { open: 'false' }, { below: '990101001001', state: 'assigned' }, { from: '2026-07-01', to: '2026-08-10' }]) {
    const { body } = await trial.as('officer').call<{ rows: { problem: string }[]; more: boolean }>('ledger.list', { query })
    expect(body.more).toBe(true)
    expect(problemsOf(await file(query)).slice(0, 1000)).toEqual(body.rows.map(({ problem }) => problem))
  }
  const sheet = await trial.as('officer').call('ledger.export', { query: { list: 'times' } })
  expect(sheet.bytes.length).toBeGreaterThan(200_000)
  expect((await trial.as('officer').call('ledger.export', {})).body).toMatchObject({ status: 413, code: 3811 })
})
