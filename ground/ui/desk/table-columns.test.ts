import { expect, test } from 'vitest'
import { arrange, type Column, type Filter, nextSort, windowOf } from './table-columns.ts'

interface Row {
  readonly name: string
  readonly code: string
  readonly people: number | null
  readonly kind: string
}

const rows: Row[] = [
  { name: '演示10村', code: '990101002010', people: 30, kind: 'village' },
  { name: '演示2村', code: '990101002002', people: null, kind: 'village' },
  { name: '演示1社区', code: '990101001001', people: 200, kind: 'community' },
]
const columns: Column<Row>[] = [
  { key: 'name', title: '名称', value: (row) => row.name },
  { key: 'code', title: '代码', value: (row) => row.code },
  { key: 'people', title: '人数', value: (row) => row.people },
]
const filters: Filter<Row>[] = [{ key: 'kind', title: '类别', choices: [], test: (row, value) => row.kind === value }]
const names = (by: { q?: string; sort?: string; filters?: Record<string, string> }): string[] =>
  arrange(rows, columns, filters, { q: '', sort: '', filters: {}, ...by }).map((row) => row.name)

test('every word sought must be somewhere in the row', () => {
  expect(names({ q: '演示 村' })).toEqual(['演示10村', '演示2村'])
  expect(names({ q: '村 002010' })).toEqual(['演示10村'])
  expect(names({ q: '村 社区' })).toEqual([])
})

test('a filter narrows; an empty or unknown one does not', () => {
  expect(names({ filters: { kind: 'community' } })).toEqual(['演示1社区'])
  expect(names({ filters: { kind: '', other: 'x' } })).toHaveLength(3)
})

test('numbers inside names sort as numbers, and empty values come last both ways', () => {
  expect(names({ sort: 'name' })).toEqual(['演示1社区', '演示2村', '演示10村'])
  expect(names({ sort: 'people' })).toEqual(['演示10村', '演示1社区', '演示2村'])
  expect(names({ sort: '-people' })).toEqual(['演示1社区', '演示10村', '演示2村'])
})

test('a head sorts up, down, then as it came', () => {
  expect(['', 'name', '-name', 'code'].map((sort) => nextSort(sort, 'name'))).toEqual(['name', '-name', '', 'name'])
})

test('the window covers what is in sight and never leaves the list', () => {
  const sight = windowOf(5000, 40, 100_000, 600)
  expect(sight.from).toBeLessThanOrEqual(2500)
  expect(sight.to).toBeGreaterThanOrEqual(2515)
  expect(sight.to - sight.from).toBeLessThan(60)
  expect(windowOf(20, 40, 0, 600)).toEqual({ from: 0, to: 20 })
  expect(windowOf(5000, 40, 199_400, 600).to).toBe(5000)
})
