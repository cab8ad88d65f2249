import { expect, test } from 'vitest'
import { placeOf } from './desk.ts'

test('a village or township is handled by its county', () => {
  expect(placeOf('990101001003', '99')).toEqual({ unit: '990101', subject: '990101001003', desk: 'county' })
  expect(placeOf('990101001', '99')).toEqual({ unit: '990101', subject: '990101001', desk: 'county' })
})

test('nobody handles a complaint about himself: a county and above go to the operator', () => {
  expect(placeOf('990101', '99')).toEqual({ unit: '990101', subject: '990101', desk: 'operator' })
  expect(placeOf('9901', '99')).toEqual({ unit: '9901', subject: '9901', desk: 'operator' })
})

test('without a unit it belongs to the home of the instance', () => {
  expect(placeOf(null, '990101')).toEqual({ unit: '990101', subject: null, desk: 'county' })
})
