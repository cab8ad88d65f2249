import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counts, foldHonour, honourAfter, honourVerbs, refusesHonour } from './honour.ts'
import type { HonourState, HonourVerb } from './honour.ts'

const step = (verb: HonourVerb, more: Partial<Parameters<typeof refusesHonour>[2]> = {}) => ({
  verb,
  on: '2027-03-01',
  basis: '动态管理办法第三条',
  document: '演组〔2027〕3号',
  due: '2027-04-01',
  ...more,
})

describe('a star that is held', () => {
  test('is warned, ordered to mend, suspended after the day and revoked, each with its basis', () => {
    expect(refusesHonour('held', null, step('warn', { basis: ' ' }))).toBe('basis-missing')
    expect(refusesHonour('held', null, step('order', { due: null }))).toBe('day-missing')
    expect(refusesHonour('mending', '2027-03-01', step('suspend'))).toBe('not-yet-due')
    expect(refusesHonour('mending', '2027-02-28', step('suspend'))).toBeNull()
    for (const [state, verb] of [
      ['held', 'warn'],
      ['warned', 'clear'],
      ['warned', 'order'],
      ['suspended', 'revoke'],
      ['revoked', 'restore'],
      ['held', 'end'],
    ] as const)
      expect(refusesHonour(state, null, step(verb, { document: null })), verb).toBe('document-missing')
    expect(foldHonour(['warn', 'order', 'suspend', 'revoke', 'restore'])).toBe('held')
  })

  test('is never revoked without an order to mend before it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...honourVerbs), { maxLength: 12 }), (wanted) => {
        let state: HonourState = 'held'
        const taken: HonourVerb[] = []
        for (const verb of wanted) {
          if (refusesHonour(state, null, step(verb)) !== null) continue
          if (verb === 'revoke') expect(taken).toContain('order')
          state = honourAfter(state, verb)
          taken.push(verb)
        }
        expect(foldHonour(taken)).toBe(state)
      }),
    )
  })

  test('counts while it is only warned or being mended', () => {
    expect((['held', 'warned', 'mending', 'suspended', 'revoked', 'ended'] as const).map(counts)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
