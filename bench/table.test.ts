import { expect, test } from 'vitest'
import { atLeast, atMost } from './case.ts'
import { shown, tableOf } from './table.ts'

test('numbers keep three digits and lose no size', () => {
  expect([shown(0.01234), shown(12.345), shown(1234.5), shown(Number.NaN)]).toEqual(['0.0123', '12.3', '1,235', '–'])
})

test('each figure stands beside its limit, its aim and the verdict', () => {
  const table = tableOf([
    { letter: 'a', what: 'writes', value: 1800, unit: '/s', limit: { what: 'plain', value: 3000 }, ratio: 0.6, aim: atLeast(0.6, 0.5) },
    { letter: 'a', what: 'p99', value: 300, unit: 'ms', aim: atMost(300, 250, 'ms') },
    { letter: 'b', what: '单位', value: 1, unit: 's' },
  ])
  const lines = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  expect(lines[2]?.slice(1, 8)).toEqual(['a', 'writes', '1,800 /s', '3,000 /s (plain)', '0.60', '≥ 0.5', 'met'])
  expect(lines[3]?.slice(6, 8)).toEqual(['≤ 250 ms', 'MISSED'])
  expect(lines[4]?.slice(6, 8)).toEqual(['', ''])
})
