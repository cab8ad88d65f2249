import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusesHonourAppeal } from './honour-appeal.ts'
import type { Against } from './honour-appeal.ts'
import { foldHonour, honourVerbs, refusesHonour } from './honour.ts'
import type { HonourVerb } from './honour.ts'

const at = (seq: number, verb: HonourVerb): Against => ({ seq, verb, on: '2027-03-01' })

test('an order, a suspension and a revocation can be appealed within the days, each once', () => {
  expect(refusesHonourAppeal(at(2, 'suspend'), [], '2027-03-11', 10)).toBeNull()
  expect(refusesHonourAppeal(at(2, 'suspend'), [], '2027-03-12', 10)).toBe('late')
  expect(refusesHonourAppeal(at(2, 'suspend'), [], '2030-01-01', null)).toBeNull()
  expect(refusesHonourAppeal(at(2, 'suspend'), [2], '2027-03-02', 10)).toBe('there')
  expect(refusesHonourAppeal(at(3, 'revoke'), [2], '2027-03-02', 10)).toBeNull()
})

test('nothing was taken by a warning, its clearing or a restoration', () => {
  for (const verb of ['warn', 'clear', 'restore', 'end'] as const)
    expect(refusesHonourAppeal(at(1, verb), [], '2027-03-01', 10)).toBe('nothing')
  expect(refusesHonourAppeal(undefined, [], '2027-03-01', 10)).toBe('nothing')
})

test('whatever sequence of steps leaves a star less than held and not ended can be appealed', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...honourVerbs), { maxLength: 12 }), (wanted) => {
      const taken: HonourVerb[] = []
      const given = { on: '2027-03-01', basis: '第三条', document: '3号', due: '2027-03-02' }
      for (const verb of wanted) if (refusesHonour(foldHonour(taken), null, { verb, ...given }) === null) taken.push(verb)
      const state = foldHonour(taken)
      const last = taken.at(-1)
      const refused = refusesHonourAppeal(last === undefined ? undefined : at(taken.length, last), [], '2027-03-01', 0)
      expect(refused === null).toBe(state === 'mending' || state === 'suspended' || state === 'revoked')
    }),
  )
})
