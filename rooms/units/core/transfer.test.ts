import { describe, expect, test } from 'vitest'
import { mergeRoots, prepareTransfer, splitRoots } from './prepare-transfer.ts'
import { applyChanges, asOf, kindOf } from './unit.ts'
import type { Version } from './unit.ts'

const unit = (code: string, name: string, from = '2020-01-01', to: string | null = null): Version => ({
  code,
  from,
  to,
  name,
  kindOfficial: kindOf(code),
  kindOverride: null,
})

const counties = [
  unit('99', '演示省'),
  unit('9901', '演示市'),
  unit('990101', '甲县'),
  unit('990101001', '东街道'),
  unit('990101001001', '东一社区'),
  unit('990101101', '北镇'),
  unit('990102', '乙县'),
  unit('990102001', '西街道'),
  unit('990102001001', '西一社区'),
]

const effective = '2026-01-01'

describe('merging two counties into a new one', () => {
  const merged = prepareTransfer(counties, {
    roots: mergeRoots(['990101', '990102'], '990110'),
    mapping: [],
    names: new Map([['990110', '新县']]),
    effective,
  })

  test('moves every unit below, and numbers that clash take the next free one of their hundred', () => {
    expect(merged.ok && merged.value.moves.map((move) => `${move.from} ${move.to}`)).toEqual([
      '990101 990110',
      '990102 990110',
      '990101001 990110001',
      '990101001001 990110001001',
      '990101101 990110101',
      '990102001 990110002',
      '990102001001 990110002001',
    ])
  })

  test('names every predecessor', () => {
    expect(merged.ok && merged.value.changes.successions.map((each) => `${each.from} ${each.kind}`)).toEqual([
      '990101 merged',
      '990102 merged',
      '990101001 recoded',
      '990101001001 recoded',
      '990101101 recoded',
      '990102001 recoded',
      '990102001001 recoded',
    ])
  })

  test('leaves the old tree readable as of the day before', () => {
    const versions = merged.ok ? applyChanges(counties, merged.value.changes) : []
    expect(asOf(versions, '2025-12-31').map((each) => each.code)).toEqual(counties.map((each) => each.code))
    expect(asOf(versions, effective).map((each) => `${each.code}${each.name}`)).toEqual([
      '99演示省',
      '9901演示市',
      '990110新县',
      '990110001东街道',
      '990110001001东一社区',
      '990110002西街道',
      '990110002001西一社区',
      '990110101北镇',
    ])
  })
})

describe('refusals', () => {
  const refusal = (
    roots: readonly { from: string; to: string }[],
    mapping: readonly { from: string; to: string }[] = [],
    on = effective,
    versions = counties,
  ): string => {
    const result = prepareTransfer(versions, { roots, mapping, names: new Map(), effective: on })
    return result.ok ? 'ok' : result.problem.name
  }

  test.each([
    ['another level', [{ from: '990101001', to: '990103' }], 'units/level-differs'],
    ['a unit nobody knows', [{ from: '990109', to: '990110' }], 'units/unknown-unit'],
    ['a parent that does not exist', [{ from: '990101001', to: '990109001' }], 'units/no-parent'],
    [
      'a parent that ends the same day',
      [
        { from: '990101', to: '990110' },
        { from: '990102001', to: '990101002' },
      ],
      'units/no-parent',
    ],
    [
      'a receiver that ends the same day',
      [
        { from: '990101001', to: '990102001' },
        { from: '990102001', to: '990101002' },
      ],
      'units/code-used-before',
    ],
    ['nothing at all', [{ from: '990101', to: '990101' }], 'units/nothing-moves'],
  ])('%s', (_what, roots, problem) => {
    expect(refusal(roots)).toBe(problem)
  })

  test('a day before the unit began, and the very day', () => {
    expect(refusal([{ from: '990101001', to: '990101005' }], [], '2019-12-31')).toBe('units/too-early')
    expect(refusal([{ from: '990101001', to: '990101005' }], [], '2020-01-01')).toBe('units/too-early')
  })

  test('a code that an ended unit bore', () => {
    expect(
      refusal([{ from: '990101001', to: '990101005' }], [], effective, [
        ...counties,
        unit('990101005', '旧街道', '2020-01-01', '2021-01-01'),
      ]),
    ).toBe('units/code-used-before')
  })

  test('a split that forgets a unit below', () => {
    const parts = splitRoots('990101', [
      { code: '990103', units: ['990101001'] },
      { code: '990104', units: [] },
    ])
    expect(refusal(parts.ok ? parts.value : [])).toBe('units/left-behind')
  })
})

describe('splitting', () => {
  test('a county that keeps its code: the parts that leave name where they came from, those that stay are untouched', () => {
    const parts = splitRoots('990101', [
      { code: '990101', units: [] },
      { code: '990103', units: ['990101001'] },
    ])
    const result = prepareTransfer(counties, {
      roots: parts.ok ? parts.value : [],
      mapping: [],
      names: new Map([['990103', '丙县']]),
      effective,
    })
    expect(result.ok && result.value.changes.successions).toEqual([
      { from: '990101', to: '990103', on: effective, kind: 'split' },
      { from: '990101001', to: '990103001', on: effective, kind: 'recoded' },
      { from: '990101001001', to: '990103001001', on: effective, kind: 'recoded' },
    ])
    expect(result.ok && result.value.changes.closed.map((each) => each.code)).toEqual(['990101001', '990101001001'])
  })

  test('a mapping that sends one village elsewhere makes its township a split one', () => {
    const versions = [...counties, unit('990101001002', '东二社区')]
    const result = prepareTransfer(versions, {
      roots: [{ from: '990101001', to: '990101009' }],
      mapping: [{ from: '990101001002', to: '990101101002' }],
      names: new Map(),
      effective,
    })
    expect(result.ok && result.value.changes.successions.map((each) => `${each.from} ${each.to} ${each.kind}`)).toEqual([
      '990101001 990101009 split',
      '990101001002 990101101002 recoded',
      '990101001001 990101009001 recoded',
    ])
  })
})
