import { describe, expect, test } from 'vitest'
import { stepped, totalOf, typed } from './stepping.ts'

const range = { max: '20', step: '0.5' }

describe('points by taps', () => {
  test('go up and down by one step and stay between 0 and the maximum', () => {
    expect(stepped(range, '19.5', 1)).toBe('20')
    expect(stepped(range, '20', 1)).toBe('20')
    expect(stepped(range, '0.5', -1)).toBe('0')
    expect(stepped(range, '0', -1)).toBe('0')
  })

  test('begin at an end, so that a sheet is done in few taps', () => {
    expect(stepped(range, undefined, 1)).toBe('20')
    expect(stepped(range, undefined, -1)).toBe('0')
  })

  test('are exact where floating point is not', () => {
    expect(stepped({ max: '1', step: '0.1' }, '0.2', 1)).toBe('0.3')
  })
})

describe('points by typing', () => {
  test('are understood as people type them', () => {
    expect(typed(range, ' １８．５ ')).toEqual({ ok: true, value: '18.5' })
    expect(typed(range, '018,50')).toEqual({ ok: true, value: '18.5' })
    expect(typed(range, '18.')).toEqual({ ok: true, value: '18' })
    expect(typed(range, '')).toEqual({ ok: true, value: null })
  })

  test('say what is wrong with them', () => {
    expect(typed(range, '20.5')).toEqual({ ok: false, what: 'above' })
    expect(typed(range, '18.3')).toEqual({ ok: false, what: 'off-step' })
    expect(typed(range, '-1')).toEqual({ ok: false, what: 'no-number' })
    expect(typed(range, '十八')).toEqual({ ok: false, what: 'no-number' })
  })
})

test('the total is exact', () => {
  expect(totalOf({ a: '0.1', b: '0.2' })).toBe('0.3')
  expect(totalOf({})).toBe('0')
})
