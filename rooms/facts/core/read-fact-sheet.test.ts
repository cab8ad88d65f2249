import { expect, test } from 'vitest'
import fc from 'fast-check'

import { decimalText } from './decimal-text.ts'
import { readFactSheet } from './read-fact-sheet.ts'

const whole = {
  unit: { code: '990101001001', kind: 'community' },
  asOf: '2026-09-08',
  facts: { 'collective-income': '12.50', households: 1200, 'has-hall': true, kind: '甲类' },
  cases: [{ type: 'merchant-complaint', on: '2026-03-01', upheld: true }],
  certificates: [{ name: '充分就业社区', level: 'county', from: '2025-01-01', to: null }],
  reviews: [{ criterion: 'YYXY-B2b', result: 'met', by: '演示县人社局', on: '2026-09-01' }],
}

const pathsOf = (value: unknown): string[] => {
  const read = readFactSheet(value)
  return 'faults' in read ? read.faults.map(({ path }) => path).sort() : []
}

test('a whole sheet is read as it stands, its numbers as decimals', () => {
  expect(readFactSheet(whole)).toEqual({
    sheet: { ...whole, facts: { 'collective-income': '12.50', households: '1200', 'has-hall': true, kind: '甲类' } },
  })
})

test('a list that is missing stays missing, an empty one stays empty', () => {
  const { unit, asOf } = whole
  expect(readFactSheet({ unit, asOf, facts: {}, cases: [] })).toEqual({ sheet: { unit, asOf, facts: {}, cases: [] } })
})

test('every fault is found at once and named by its path', () => {
  const faulty = {
    unit: { code: '99010100100', kind: 'town', name: '朝霞社区' },
    asOf: '2026-02-30',
    facts: { a: null, b: [], c: ' ', d: { value: 1 } },
    cases: [{ type: '', on: 'yesterday', upheld: 'yes', by: '某人' }],
    certificates: [
      { name: '示例', level: 'city', from: '2026-01-02', to: '2026-01-01' },
      'x',
      { name: '示例', level: 'county', from: '2026-01-02' },
    ],
    reviews: [{ criterion: 'B1', result: 'maybe', by: '某局', on: '2026-01-01' }],
    note: 'x',
  }
  expect(pathsOf(faulty)).toEqual(
    [
      'asOf',
      'cases[0].by',
      'cases[0].on',
      'cases[0].type',
      'cases[0].upheld',
      'certificates[0].level',
      'certificates[0].to',
      'certificates[1]',
      'certificates[2].to',
      'facts.a',
      'facts.b',
      'facts.c',
      'facts.d',
      'note',
      'reviews[0].result',
      'unit.code',
      'unit.kind',
      'unit.name',
    ].sort(),
  )
})

test('what must stand there is missed by name; null is not missing', () => {
  expect(pathsOf({})).toEqual(['asOf', 'facts', 'unit'])
  expect(pathsOf({ ...whole, unit: {} })).toEqual(['unit.code', 'unit.kind'])
  expect(pathsOf({ ...whole, cases: null, facts: null, asOf: null })).toEqual(['asOf', 'cases', 'facts'])
  for (const none of [null, undefined, [], 'x', 1]) expect(pathsOf(none)).toEqual(['$'])
})

test('a number that JSON could not hold is refused; a member called __proto__ is only a fact', () => {
  expect(pathsOf({ ...whole, facts: JSON.parse('{"a":1e400}') as unknown })).toEqual(['facts.a'])
  const read = readFactSheet({ ...whole, facts: JSON.parse('{"__proto__":"1"}') as unknown })
  expect('sheet' in read && Object.keys(read.sheet.facts)).toEqual(['__proto__'])
})

test('any finite number comes out as a decimal of the same value, without exponent', () => {
  expect([1e21, -2.5e22, 1e-7, -1.25e-9, -0, 0.1, 12.5].map(decimalText)).toEqual([
    '1000000000000000000000',
    '-25000000000000000000000',
    '0.0000001',
    '-0.00000000125',
    '0',
    '0.1',
    '12.5',
  ])
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = decimalText(value)
      expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/)
      expect(Number(text)).toBe(value === 0 ? 0 : value)
    }),
  )
})
