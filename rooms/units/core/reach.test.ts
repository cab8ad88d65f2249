import { describe, expect, test } from 'vitest'
import { minimalPrefixes, reach } from './reach.ts'

const merged = (from: string, to: string) => ({ from, to, kind: 'merged' as const })
const recoded = (from: string, to: string) => ({ from, to, kind: 'recoded' as const })
const split = (from: string, to: string) => ({ from, to, kind: 'split' as const })

describe('what a post reaches', () => {
  test('after the merger of two counties, both old counties', () => {
    const successions = [
      merged('990101', '990110'),
      merged('990102', '990110'),
      recoded('990101001', '990110001'),
      recoded('990102001', '990110002'),
    ]
    expect(reach('990110', successions)).toEqual(['990101', '990102', '990110'])
  })

  test('a township of the merged county: its own predecessor, not the rest of the old county', () => {
    const successions = [merged('990101', '990110'), recoded('990101001', '990110001')]
    expect(reach('990110001', successions)).toEqual(['990101001', '990110001'])
  })

  test('through several generations', () => {
    expect(reach('990103', [recoded('990101', '990102'), recoded('990102', '990103')])).toEqual(['990101', '990102', '990103'])
  })

  test('after a split, only the parts that came to it', () => {
    const successions = [
      split('990101', '990102'),
      split('990101', '990103'),
      recoded('990101001', '990102001'),
      recoded('990101002', '990103001'),
    ]
    expect(reach('990102', successions)).toEqual(['990101001', '990102'])
    expect(reach('990103', successions)).toEqual(['990101002', '990103'])
  })

  test('a grid follows its recoded village, not a merged one', () => {
    expect(reach('990101001009001', [recoded('990101001001', '990101001009')])).toEqual(['990101001001001', '990101001009001'])
    expect(reach('990101001009001', [merged('990101001001', '990101001009')])).toEqual(['990101001009001'])
  })

  test('circles end', () => {
    expect(reach('990101', [recoded('990102', '990101'), recoded('990101', '990102')])).toEqual(['990101', '990102'])
  })

  test('prefixes inside others are dropped', () => {
    expect(minimalPrefixes(['9901', '990101', '990201', '9901'])).toEqual(['9901', '990201'])
  })
})
