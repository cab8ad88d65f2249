// Anybody reads the tree, on any day, by any of three ways of asking.

import { describe, expect, test } from 'vitest'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()

interface Named {
  readonly code: string
  readonly name: string
}

const names = (answer: { body: { units: readonly Named[] } }): string[] => answer.body.units.map((unit) => unit.name)

describe('the public reads', () => {
  test('one unit with its path and what lies below', async () => {
    const answer = await trial.as('nobody').call('units.get', { params: { code: '990101' } })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      code: '990101',
      name: '演示县',
      level: 3,
      path: [
        { code: '99', name: '演示省' },
        { code: '9901', name: '演示市' },
      ],
      below: [
        { level: 4, count: 2 },
        { level: 5, count: 4 },
      ],
    })
  })

  test('the roots and the units below, page by page', async () => {
    const roots = await trial.as('nobody').call<{ units: (Named & { below: number })[] }>('units.roots')
    expect(roots.body.units.find((unit) => unit.code === '99')).toMatchObject({ name: '演示省', below: 1 })
    const first = await trial
      .as('nobody')
      .call<{ units: Named[]; next: string }>('units.children', { params: { code: '990101001' }, query: { limit: 1 } })
    expect(names(first)).toEqual(['朝霞社区'])
    const second = await trial.as('nobody').call<{ units: Named[]; next: null }>('units.children', {
      params: { code: '990101001' },
      query: { limit: 1, after: first.body.next },
    })
    expect([names(second), second.body.next]).toEqual([['和风社区'], null])
  })

  test('all villages of a county at once', async () => {
    const answer = await trial.as('nobody').call<{ units: Named[] }>('units.children', { params: { code: '990101' }, query: { level: 5 } })
    expect(names(answer)).toEqual(['朝霞社区', '和风社区', '柳溪村', '石桥村'])
  })

  test.each([
    ['a piece of the name', '柳溪', ['柳溪镇', '柳溪村']],
    ['the first character', '石', ['石桥村']],
    ['pinyin initials', 'cxsq', ['朝霞社区']],
    ['the code', '990102101', ['南坡镇', '南坡村']],
    ['nothing that exists', '没有的地方', []],
    ['signs that mean something to LIKE', '%_', []],
  ])('by %s', async (_what, q, expected) => {
    const answer = await trial.as('nobody').call<{ units: Named[] }>('units.search', { query: { q } })
    expect(answer.status).toBe(200)
    expect(names(answer)).toEqual(expected)
  })

  test('within one county only', async () => {
    const answer = await trial.as('nobody').call<{ units: Named[] }>('units.search', { query: { q: '村', within: '990102' } })
    expect(names(answer)).toEqual([])
    const ends = await trial.as('nobody').call<{ units: Named[] }>('units.search', { query: { q: '坡村', within: '990102' } })
    expect(names(ends)).toEqual(['南坡村'])
  })

  test('search in pages gives every unit once', async () => {
    const all: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const answer: { body: { units: Named[]; next: string | null } } = await trial
        .as('nobody')
        .call('units.search', { query: { q: '99', limit: 5, ...(after === '' ? {} : { after }) } })
      all.push(...answer.body.units.map((unit) => unit.code))
      after = answer.body.next
    }
    const { rows } = await trial.owner.query<{ code: string }>(`select code from unit_versions where code ^@ '99' order by level, code`)
    expect(all).toEqual(rows.map((row) => row.code))
  })

  test('nothing as of a day before the list began', async () => {
    const answer = await trial.as('nobody').call('units.get', { params: { code: '990101' }, query: { asOf: '2019-12-31' } })
    expect([answer.status, answer.body['code']]).toEqual([404, 1000])
  })

  test('the history of a unit', async () => {
    const answer = await trial.as('nobody').call('units.history', { params: { code: '990101001001' } })
    expect(answer.body).toMatchObject({
      versions: [{ name: '朝霞社区', from: '2020-01-01', to: null, kind: 'community' }],
      successions: [],
    })
    expect((await trial.as('nobody').call('units.history', { params: { code: '990199' } })).status).toBe(404)
  })

  test('unknown fields are refused', async () => {
    expect((await trial.as('nobody').call('units.search', { query: { q: '村', wher: '99' } })).status).toBe(400)
  })
})
