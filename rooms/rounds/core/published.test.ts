// Bands, the progress prize and the judges' deviations: what is shown beside a result, and never changes it.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problems } from '../problems.ts'
import { bandUnits } from './bands.ts'
import { inventedRound } from './invented-round.ts'
import { judgeDeviations } from './judge-deviation.ts'
import { progressPrize } from './progress.ts'
import type { TallyInput } from './tally-shapes.ts'

const results = (totals: Record<string, string>): { unit: string; total: string }[] =>
  Object.entries(totals).map(([unit, total]) => ({ unit, total }))

describe('bands', () => {
  const bands = [
    { id: 'advanced', from: '90' },
    { id: 'good', from: '80.5' },
    { id: 'improving', from: null },
  ]
  test('a unit is in the first band whose threshold its shown total reaches', () => {
    const found = bandUnits(bands, results({ a: '95.00', b: '90.00', c: '89.99', d: '80.50', e: '80.49', f: '-1.00' }))
    expect(found.ok ? found.value.map(({ band }) => band) : null).toEqual([
      'advanced',
      'advanced',
      'good',
      'good',
      'improving',
      'improving',
    ])
  })
  test.each([
    ['none', []],
    ['a last one with a threshold', [{ id: 'a', from: '1' }]],
    [
      'thresholds that rise',
      [
        { id: 'a', from: '1' },
        { id: 'b', from: '2' },
        { id: 'c', from: null },
      ],
    ],
    [
      'equal thresholds',
      [
        { id: 'a', from: '1' },
        { id: 'b', from: '1.0' },
        { id: 'c', from: null },
      ],
    ],
    [
      'one open in the middle',
      [
        { id: 'a', from: null },
        { id: 'b', from: null },
      ],
    ],
    [
      'no decimal',
      [
        { id: 'a', from: 'much' },
        { id: 'b', from: null },
      ],
    ],
    [
      'the same id twice',
      [
        { id: 'a', from: '1' },
        { id: 'a', from: null },
      ],
    ],
  ])('%s is refused', (_what, wrong) => {
    const found = bandUnits(wrong, [])
    expect(found.ok ? null : found.problem.code).toBe(problems.badBands.code)
  })
})

describe('the progress prize', () => {
  const method = { digest: 'm' }
  const before = { method, results: results({ a: '80.00', b: '70.00', c: '60.00', d: '90.00', gone: '10.00', e: '59.00' }) }
  const after = { method, results: results({ a: '85.00', b: '75.00', c: '70.00', d: '90.00', late: '99.00', e: '58.00' }) }

  test('goes to those who gained most; equal gains are told apart by the total now', () => {
    expect(progressPrize(before, after, 9)).toEqual({
      ok: true,
      value: [
        { unit: 'c', rank: 1, before: '60.00', after: '70.00', gain: '10.00' },
        { unit: 'a', rank: 2, before: '80.00', after: '85.00', gain: '5.00' },
        { unit: 'b', rank: 3, before: '70.00', after: '75.00', gain: '5.00' },
      ],
    })
  })
  test('units that share the last place all win, and no more', () => {
    const twins = { method, results: results({ a: '1.00', b: '1.00', c: '1.00', d: '1.00' }) }
    const now = { method, results: results({ a: '3.00', b: '2.00', c: '2.00', d: '1.50' }) }
    const found = progressPrize(twins, now, 2)
    expect(found.ok ? found.value.map(({ unit, rank }) => `${rank}${unit}`) : null).toEqual(['1a', '2b', '2c'])
    expect(progressPrize(twins, now, 0)).toEqual({ ok: true, value: [] })
  })
  test('is not given between rounds of different methods', () => {
    const found = progressPrize(before, { ...after, method: { digest: 'other' } }, 1)
    expect(found.ok ? null : found.problem.code).toBe(problems.methodsDiffer.code)
  })
})

describe("a judge's deviation", () => {
  const round = (points: Record<string, Record<string, string>>, panels: Record<string, string>): TallyInput => ({
    method: {
      components: [{ id: 'field', weight: '1' }],
      panels: [
        { id: 'leaders', weight: '0.7' },
        { id: 'peers', weight: '0.3' },
      ],
      aggregate: { kind: 'median' },
      bonusCap: '0',
      decimals: 2,
      ties: [],
    },
    sheets: { field: [{ id: 'all', max: '100', step: '0.5' }] },
    units: Object.keys(points).map((id) => ({ id })),
    judges: Object.entries(panels).map(([id, panel]) => ({ id, panel, recused: [] })),
    scores: Object.entries(points).flatMap(([unit, by]) =>
      Object.entries(by).map(([judge, one]) => ({ unit, judge, component: 'field', criterion: 'all', points: one })),
    ),
    adjustments: [],
  })
  const panels = { j1: 'leaders', j2: 'leaders', j3: 'leaders', p1: 'peers', p2: 'peers' }

  test('is the mean distance from the plain mean of the own panel, over the units where three of it scored', () => {
    const found = judgeDeviations(
      round(
        { a: { j1: '80', j2: '85', j3: '90', p1: '10', p2: '90' }, b: { j1: '70', j2: '70', j3: '71' }, c: { j1: '0', j2: '100' } },
        panels,
      ),
    )
    const shown = found.ok ? found.value.map(({ judge, mean, sheets, components }) => [judge, mean, sheets, components['field']?.mean]) : []
    expect(shown).toEqual([
      ['j1', '-2.67', 2, '-2.67'],
      ['j2', '-0.17', 2, '-0.17'],
      ['j3', '2.83', 2, '2.83'],
      ['p1', null, 0, null],
      ['p2', null, 0, null],
    ])
  })
  test('adds up to nothing over a panel, in every round', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000).map(inventedRound), (input) => {
        const found = judgeDeviations(input)
        if (!found.ok) throw new Error('refused')
        for (const { id } of input.method.panels) {
          const own = found.value.filter(({ panel, mean }) => panel === id && mean !== null)
          const off = own.reduce((sum, { mean, sheets }) => sum + Number(mean) * sheets, 0)
          const sheets = own.reduce((sum, one) => sum + one.sheets, 0)
          const size = own.reduce((most, { mean }) => Math.max(most, Math.abs(Number(mean))), 0)
          expect(Math.abs(off)).toBeLessThanOrEqual(0.005 * sheets + 1e-9 + size * 1e-9)
        }
      }),
    )
  })
  test('is refused like the tally itself', () => {
    const found = judgeDeviations({})
    expect(found.ok ? null : found.problem.code).toBe(problems.missingField.code)
  })
})
