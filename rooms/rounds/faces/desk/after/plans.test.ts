// Plans of remarks: what is missing is named, and filling all rows touches only what was typed.

import { expect, test } from 'vitest'
import { blank, entryOf, filledFrom, lacks } from './plans.ts'

const plan = { measure: '每月更新', responsible: '党组织书记', supervisor: '', days: '10' }

test('measure, person and working days are needed, a supervisor is not', () => {
  expect(lacks(blank)).toEqual(['measure', 'responsible', 'days'])
  expect(lacks(plan)).toEqual([])
})

test.each(['', '0', '366', '1.5', 'x'])('%j working days are none', (days) => {
  expect(lacks({ ...plan, days })).toEqual(['days'])
})

test('what is the same for all replaces only what was typed', () => {
  expect(filledFrom({ ...blank, days: '5', measure: ' ' }, plan)).toEqual({ ...plan, days: '5' })
})

test('the endpoint is given trimmed words and a number', () => {
  expect(entryOf('r', { ...plan, measure: ' 每月更新 ' })).toEqual({ ...plan, remark: 'r', measure: '每月更新', days: 10 })
})
