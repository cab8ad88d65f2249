// Two counties become one, and the successor's officer still reads what both recorded last year: units, people and
// feedback together, over HTTP and in SQL.

import { beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '#ground/trial/caller.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { enter, trialPassword } from '#rooms/people/trial.ts'

const trial = useTrial()
const nonces = ['0e0c8a52-6a0b-4f0e-9d1c-2b7e5a9c4d10', '1e0c8a52-6a0b-4f0e-9d1c-2b7e5a9c4d11']
const newPassword = 'two counties are one now'
let successor: Caller

const rows = (answer: { body: Record<string, unknown> }): { id: string; unit?: unknown }[] =>
  (Object.values(answer.body).find((value) => Array.isArray(value)) ?? []) as { id: string }[]

beforeAll(async () => {
  for (const [index, unit] of ['990101001001', '990102101201'].entries()) {
    const filed = await trial
      .as('nobody')
      .call('feedback.file', { body: { kind: 'suggestion', text: `去年写下的第 ${index + 1} 条`, unit, nonce: nonces[index] } })
    expect(filed.status).toBe(200)
  }
  trial.clock.advance(120 * 86_400_000)
  const today = new Date(trial.clock.now()).toISOString().slice(0, 10)
  await trial.owner.query(`update sessions set expires_at = expires_at + interval '1 year'`)
  const merged = await trial.as('operator').call('units.merge', {
    body: {
      sources: ['990101', '990102'],
      target: { code: '990110', name: '新演示县' },
      effective: today,
      reason: '按批复调整',
      document: '演政文〔2027〕1号',
    },
  })
  expect(merged.body).toMatchObject({ applied: true })
  const made = await trial.as('operator').call<{ id: string }>('people.create', {
    body: {
      name: '演示·新县',
      unit: '990110',
      login: 'new-county',
      password: trialPassword,
      post: { unit: '990110', role: 'county-admin' },
    },
  })
  expect(made.status).toBe(200)
  const first = await enter(trial, 'new-county', trialPassword)
  const changed = await first.call('people.changePassword', { body: { current: trialPassword, next: newPassword } })
  expect(changed.status).toBe(200)
  successor = await enter(trial, 'new-county', newPassword)
})

describe('after the merger', () => {
  test('the new county reads and handles what both old ones received', async () => {
    const listed = await successor.call('feedback.list')
    expect(listed.status).toBe(200)
    expect(JSON.stringify(listed.body)).toContain('去年写下的第 1 条')
    expect(JSON.stringify(listed.body)).toContain('去年写下的第 2 条')
    expect(rows(listed)).toHaveLength(2)
  })

  test('each old county reads its own still, and not the other’s', async () => {
    const old = await trial.as('outsider').call('feedback.list')
    expect(JSON.stringify(old.body)).toContain('第 2 条')
    expect(JSON.stringify(old.body)).not.toContain('第 1 条')
    expect((await trial.owner.query('select 1 from feedback_cases')).rows).toHaveLength(2)
  })

  test('nothing new is written under the old codes by the successor', async () => {
    const answer = await successor.call('people.create', {
      body: { name: '演示·旧县', unit: '990102', post: { unit: '990102', role: 'county-officer' } },
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
  })

  test('last year’s tree is there as of last year', async () => {
    const then = await successor.call<{ units: { code: string }[] }>('units.children', {
      params: { code: '990102' },
      query: { asOf: '2026-10-01' },
    })
    expect(then.body.units.map((unit) => unit.code)).toEqual(['990102101'])
    const now = await successor.call<{ units: { code: string }[] }>('units.children', { params: { code: '990102' } })
    expect(now.body.units).toEqual([])
  })
})
