import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepingVerbs } from './as-of.ts'
import { counts, foldHonour, honourAfter, honourVerbs } from './honour.ts'
import type { HonourState, HonourVerb } from './honour.ts'

test('after any history the last step says the same as the fold of all', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...honourVerbs), { maxLength: 20 }), (wanted) => {
      // Only what was allowed is ever recorded.
      const taken: HonourVerb[] = []
      let state: HonourState = 'held'
      for (const verb of wanted) {
        const next = honourAfter(state, verb)
        if (next === state) continue
        taken.push(verb)
        state = next
      }
      const last = taken.at(-1)
      expect(last === undefined || keepingVerbs.includes(last)).toBe(counts(foldHonour(taken)))
    }),
  )
})
