import { describe, expect, test } from 'vitest'
import { entropyOf, sameValues } from './entropy.ts'

describe('the key of a draw', () => {
  test('is the one of RFC 3797 section 6', () => {
    expect(entropyOf(['9319', '2 5 12 8 10', '9, 18, 26, 34, 41, 45'])).toBe('9319./2.5.8.10.12./9.18.26.34.41.45./')
  })

  test('does not depend on leading zeros, full-width digits or the order in which balls fell', () => {
    expect(entropyOf(['０３ 8 1'])).toBe(entropyOf(['1,3,8']))
  })

  test('keeps what is no number', () => {
    expect(entropyOf(['上证 3021.55'])).toBe('上证302155/')
  })

  test('two persons agree when their keys do', () => {
    expect(sameValues(['3 8 1'], ['1、3、8'])).toBe(true)
    expect(sameValues(['3 8 1'], ['3 8 2'])).toBe(false)
    expect(sameValues(['3 8 1'], ['3 8 1', ''])).toBe(false)
  })
})
