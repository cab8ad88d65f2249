import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { after, allows, fold, states, steps } from './state.ts'
import type { State, Verb } from './state.ts'

const verbs = Object.keys(steps) as Verb[]

/** Walks any sequence of verbs, taking those that are allowed. */
const walk = (wanted: readonly Verb[]): { readonly state: State; readonly taken: readonly Verb[] } =>
  wanted.reduce<{ state: State; taken: Verb[] }>(
    ({ state, taken }, verb) => (allows(state, verb) ? { state: after(state, verb), taken: [...taken, verb] } : { state, taken }),
    { state: 'planned', taken: [] },
  )

const anyVerbs = fc.array(fc.constantFrom(...verbs), { maxLength: 60 })

describe('the life of a round', () => {
  test('the whole way from plan to closed', () => {
    const way: Verb[] = ['include', 'fixRules', 'open', 'score', 'freeze', 'tally', 'sign', 'signLast', 'reveal', 'publish', 'close']
    expect(walk(way)).toEqual({ state: 'closed', taken: way })
  })

  test('state is the fold of what was done', () => {
    fc.assert(
      fc.property(anyVerbs, (wanted) => {
        const { state, taken } = walk(wanted)
        expect(fold(taken)).toBe(state)
      }),
    )
  })

  test('nothing is published that was not counted, signed and revealed after the last freeze', () => {
    // Verbs that move the round, each taken from those that are allowed, so that long lives come up often.
    const moving = verbs.filter((verb) => 'to' in steps[verb])
    const lives = fc.array(fc.nat(), { minLength: 20, maxLength: 80 }).map((choices) =>
      choices.reduce<{ state: State; taken: Verb[] }>(
        ({ state, taken }, choice) => {
          const open = moving.filter((verb) => verb !== 'cancel' && allows(state, verb))
          const verb = open[choice % open.length]
          return verb === undefined ? { state, taken } : { state: after(state, verb), taken: [...taken, verb] }
        },
        { state: 'planned', taken: [] },
      ),
    )
    let seen = 0
    fc.assert(
      fc.property(lives, ({ taken }) => {
        for (const [at, verb] of taken.entries()) {
          if (verb !== 'publish') continue
          seen += 1
          const since = taken.slice(0, at)
          const start = Math.max(since.lastIndexOf('freeze'), since.lastIndexOf('correct'), since.lastIndexOf('voidTally'))
          const path = since.slice(start)
          expect(path.indexOf('tally')).toBeGreaterThan(-1)
          expect(path.indexOf('signLast')).toBeGreaterThan(path.indexOf('tally'))
          expect(path.indexOf('reveal')).toBeGreaterThan(path.indexOf('signLast'))
        }
      }),
    )
    expect(seen).toBeGreaterThan(10)
  })

  test('no score is taken before the rules are fixed or after the freeze', () => {
    for (const state of states) expect(allows(state, 'score')).toBe(state === 'live')
  })

  test('a cancelled round takes no verb at all', () => {
    expect(verbs.filter((verb) => allows('cancelled', verb))).toEqual([])
  })
})
