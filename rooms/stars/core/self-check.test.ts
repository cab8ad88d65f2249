import { describe, expect, test } from 'vitest'
import { changes, lacksReason, submitted, unanswered } from './self-check.ts'
import type { SubmittedRow } from './self-check.ts'

const asked = ['B1', 'B2', 'C1']
const row = (id: string, more: Partial<SubmittedRow> = {}): SubmittedRow => ({
  row: id,
  answer: 'met',
  reason: '',
  known: null,
  items: [],
  ...more,
})

describe('a self-check', () => {
  test('is ready when each row of the edition is answered, in whatever order', () => {
    expect(unanswered([row('C1'), row('B1')], asked)).toEqual(['B2'])
    expect(unanswered([row('C1'), row('B2', { answer: 'not-yet' }), row('B1')], asked)).toEqual([])
  })

  test('keeps no 不涉及 without its reason', () => {
    expect(lacksReason(row('B1', { answer: 'not-applicable', reason: ' ' }))).toBe(true)
    expect(lacksReason(row('B1', { answer: 'not-applicable', reason: '本村无企业' }))).toBe(false)
  })

  test('shows exactly what changed since it was last submitted', () => {
    const before = [row('B1'), row('B2', { answer: 'not-yet' })]
    const now = [row('B2', { answer: 'met', reason: '已补' }), row('B1'), row('C1')]
    expect(changes(before, now, asked)).toEqual([
      { row: 'B2', before: before[1], now: now[0] },
      { row: 'C1', before: null, now: now[2] },
    ])
    expect(changes(now, [...now].toReversed(), asked)).toEqual([])
    const shown = [row('B1', { items: ['990101001001.x'] }), ...now.filter((one) => one.row !== 'B1')]
    expect(changes(now, shown, asked).map((one) => one.row)).toEqual(['B1'])
  })

  test('is kept by its rows, sorted, each with what was cited for it', () => {
    const kept = submitted([row('C1'), row('B1')], new Map([['C1', ['b', 'a']]]))
    expect(kept.map((one) => [one.row, one.items])).toEqual([
      ['B1', []],
      ['C1', ['a', 'b']],
    ])
  })
})
