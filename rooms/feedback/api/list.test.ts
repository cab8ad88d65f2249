// The list is filtered and paged where the records are: also among hundreds, with a total that is true, and the export alike.

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import { useTrial } from '#ground/trial/trial.ts'
import type { contract } from '../contract.ts'

const trial = useTrial({ settings: { HOME_UNIT: '990101' } })

type Query = Readonly<Record<string, string | number>>
type List = AnswerOf<(typeof contract)['list']>

const asked = async (query: Query = {}, who: 'countyAdmin' | 'outsider' | 'operator' = 'countyAdmin'): Promise<List> => {
  const answer = await trial.as(who).call<List>('feedback.list', { query })
  expect(answer.status).toBe(200)
  return answer.body
}

/** Every page, one after another. */
async function allPages(query: Query): Promise<List['rows']> {
  const rows: List['rows'] = []
  for (let after: string | null = null; ;) {
    const page: List = await asked({ ...query, ...(after === null ? {} : { after }) })
    rows.push(...page.rows)
    expect(page.total).toBe((await asked(query)).total)
    expect(page.more).toBe(page.next !== null)
    if (page.next === null) return rows
    after = page.next
  }
}

const exported = async (query: Query = {}): Promise<string[]> => {
  const answer = await trial.as('countyAdmin').call<string>('feedback.export', { query: { format: 'csv', ...query } })
  expect(answer.status).toBe(200)
  return answer.body.trim().split('\n').slice(1)
}

const perYear = 160

// By the owner's hand, because what was sent last year cannot be sent today: 160 closed cases in each of two years, thirty
// answered ones, forty of last year that are still owed an answer, about two townships by turns; and ten of the next county.
beforeAll(async () => {
  const insert = `insert into feedback_cases
    (district, unit, id, code, kind, subject, desk, state, rated, steps, text, contact, contact_bound, filed_at, clock_from, answered_on, closed_on)
    select $1::text, $1::text, gen_random_uuid(), md5(random()::text), k.kind, $2::text || (case when n % 2 = 0 then '001' else '101' end), 'county', $3, false, 1,
      $4::text || n, null, true, ($5::date + (n % 200))::timestamp at time zone 'Asia/Shanghai', $5::date + (n % 200), null,
      case when $3 = 'closed' then $5::date + (n % 200) + 5 end
    from generate_series(1, $6::int) n, lateral (select case when n % 4 = 0 then 'suggestion' else 'complaint' end as kind) k`
  const add = (unit: string, state: string, text: string, first: string, count: number): Promise<unknown> =>
    trial.owner.query(insert, [unit, unit, state, text, first, count])
  await add('990101', 'closed', '去年办结 ', '2025-01-01', perYear)
  await add('990101', 'closed', '今年办结 ', '2026-01-01', perYear)
  await add('990101', 'answered', '今年答复 ', '2026-01-01', 30)
  await add('990101', 'received', '去年未办 ', '2025-11-01', 40)
  await add('990102', 'received', '邻县 ', '2025-11-01', 10)
})

const thisYear = { from: '2026-01-01', to: '2026-12-31' }

describe('more than two hundred cases', () => {
  test('a period finds all of its own, not those of the last two hundred, and whatever is owed an answer', async () => {
    const found = await asked(thisYear)
    expect(found.total).toBe(perYear + 30 + 40)
    expect(found.rows).toHaveLength(200)
    expect(found.more).toBe(true)
    const rows = await allPages({ ...thisYear, take: 70 })
    expect(rows).toHaveLength(found.total)
    expect(new Set(rows.map((row) => row.id)).size).toBe(found.total)
    expect(rows.filter((row) => row.filedOn < '2026-01-01').every((row) => row.state === 'received')).toBe(true)
    expect(rows.slice(0, 40).every((row) => row.state === 'received')).toBe(true)
    const closed = rows.slice(40).map((row) => row.filedOn)
    expect(closed).toEqual(closed.toSorted())
    const { rows: control } = await trial.owner.query<{ count: number }>(
      `select count(*)::int as count from feedback_cases where district = '990101' and (state = 'received' or filed_at >= '2026-01-01T00:00:00+08:00')`,
    )
    expect(control[0]?.count).toBe(found.total)
  })

  test('both days of a period count, in China', async () => {
    const on = async (from: string, to: string): Promise<number> => (await asked({ from, to, group: 'closed' })).total
    expect(await on('2026-01-02', '2026-01-02')).toBe(1)
    expect(await on('2026-01-02', '2026-01-03')).toBe(2)
    expect(await on('2026-01-01', '2026-01-01')).toBe(0)
    expect((await asked({ group: 'closed', to: '2025-12-31' })).total).toBe(perYear)
    expect((await asked({ group: 'closed', from: '2026-01-01' })).total).toBe(perYear)
  })

  test('state, kind, text and unit narrow it together', async () => {
    expect((await asked({ group: 'open' })).total).toBe(40)
    expect((await asked({ group: 'answered' })).total).toBe(30)
    expect((await asked({ group: 'closed' })).total).toBe(perYear * 2)
    expect((await asked({ group: 'closed', state: 'answered' })).total).toBe(0)
    expect((await asked({ open: 'true', kind: 'suggestion' })).total).toBe(10)
    expect((await asked({ q: '去年未办' })).total).toBe(40)
    expect((await asked({ q: '100%' })).total).toBe(0)
    expect((await asked({ group: 'open', below: '990101001' })).total).toBe(20)
    expect((await asked({ group: 'open', below: '990101' })).total).toBe(40)
    expect((await asked({ group: 'open', below: '99010' })).total).toBe(40)
    expect((await asked({ group: 'open', below: '990101002' })).total).toBe(0)
  })

  test('another county’s are neither listed nor counted', async () => {
    expect((await asked({}, 'outsider')).total).toBe(10)
    expect((await asked({ below: '990102' })).total).toBe(0)
    expect((await asked({}, 'operator')).total).toBe(perYear * 2 + 30 + 40 + 10)
  })

  test('a place that is none is refused', async () => {
    for (const after of ['', '1', '2.2026-01-01.00000000-0000-7000-8000-000000000000', '1.2026-02-31.x', `1.2026-02-31.${randomUUID()}`]) {
      expect((await trial.as('countyAdmin').call('feedback.list', { query: { after } })).status, after).toBe(400)
    }
  })

  test('the export holds exactly what the filter finds', async () => {
    expect(await exported()).toHaveLength((await asked()).total)
    for (const query of [
      thisYear,
      { group: 'open' },
      { ...thisYear, kind: 'suggestion', group: 'closed' },
      { below: '990101101', q: '未办' },
    ]) {
      const lines = await exported(query)
      const rows = await allPages(query)
      expect(lines).toHaveLength(rows.length)
      expect(lines.length).toBeGreaterThan(0)
      expect(lines.map((line) => line.split(',')[5])).toEqual(rows.map((row) => row.excerpt))
    }
  })
})

test('the same submission many times at the same moment is one record with one code', async () => {
  const body = { kind: 'complaint', text: '同时点了好几下。', unit: '990101001', nonce: randomUUID() }
  const answers = await Promise.all(Array.from({ length: 6 }, () => trial.as('nobody').call<{ code: string }>('feedback.file', { body })))
  expect(new Set(answers.map((answer) => answer.body.code)).size).toBe(1)
  expect((await asked({ q: '同时点了好几下' })).total).toBe(1)
})
