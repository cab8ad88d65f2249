// 500 random trees live through random years; on every day, "as of" read from the versions equals a model that simply keeps
// a copy of the whole tree for every day.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#ground/kernel/days.ts'
import { parentOf } from '#ground/kernel/code.ts'
import { mergeRoots, prepareTransfer, splitRoots } from './prepare-transfer.ts'
import { reach } from './reach.ts'
import { create, end, overrideKind, rename } from './revise.ts'
import { applyChanges, asOf, findOverlap, kindInForce, kindOf } from './unit.ts'
import type { Changes, Kind, Succession, Version } from './unit.ts'

/** What the model knows of a unit: its name and what the county said of its kind. */
interface Known {
  readonly name: string
  readonly said: Kind | null
}

type Tree = Map<string, Known>

const start = '2020-01-01'
const label = (code: string, { name, said }: Known): string => `${code} ${name} ${said ?? kindOf(code) ?? '-'}`

interface World {
  versions: Version[]
  readonly successions: Succession[]
  /** The model: what the tree was from each day on. */
  readonly history: [string, Tree][]
}

const seed = fc.record({
  townships: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 5 }),
  steps: fc.array(
    fc.record({
      verb: fc.constantFrom('rename', 'kind', 'create', 'end', 'merge', 'split', 'recode'),
      a: fc.nat(),
      b: fc.nat(),
      gap: fc.integer({ min: 0, max: 3 }),
    }),
    {
      minLength: 3,
      maxLength: 25,
    },
  ),
})

function plant(townships: readonly number[]): World {
  const codes = ['99', '9901', '990101', '990102']
  townships.forEach((villages, index) => {
    const township = `${index % 2 === 0 ? '990101' : '990102'}${101 + index}`
    codes.push(township)
    for (let number = 0; number < villages; number += 1)
      codes.push(`${township}${number % 2 === 0 ? 201 + number : 1 + number}`.replace(/^(\d{9})(\d)$/, '$100$2'))
  })
  const versions = codes.map((code) => ({ code, from: start, to: null, name: `名${code}`, kindOfficial: kindOf(code), kindOverride: null }))
  return { versions, successions: [], history: [[start, new Map(versions.map((unit) => [unit.code, { name: unit.name, said: null }]))]] }
}

const pick = <T>(items: readonly T[], number: number): T | undefined => items[number % Math.max(1, items.length)]

/** The model's own way: take out who leaves, put in who arrives under a code that nobody has. */
function moveInModel(tree: Tree, moves: ReadonlyMap<string, string>): Tree {
  const next = new Map([...tree].filter(([code]) => !moves.has(code)))
  for (const [from, to] of moves) if (!tree.has(to)) next.set(to, tree.get(from) ?? { name: '', said: null })
  return next
}

type Step = { readonly verb: string; readonly a: number; readonly b: number; readonly gap: number }

function live(world: World, { verb, a, b }: Step, day: string, number: number): { changes: Changes; tree: Tree } | null {
  const tree = world.history.at(-1)?.[1] ?? new Map<string, Known>()
  const codes = [...tree.keys()].sort()
  const code = pick(codes, a) ?? '99'
  const unit = tree.get(code) ?? { name: '', said: null }
  const settle = (result: ReturnType<typeof rename>, next: () => Tree): { changes: Changes; tree: Tree } | null =>
    result.ok ? { changes: result.value, tree: next() } : null
  if (verb === 'rename')
    return settle(rename(world.versions, { code, name: `新${number}`, effective: day }), () =>
      new Map(tree).set(code, { ...unit, name: `新${number}` }),
    )
  if (verb === 'kind') {
    const wanted = b % 2 === 0 ? ('village' as const) : ('community' as const)
    return settle(overrideKind(world.versions, { code, kind: wanted, effective: day }), () =>
      new Map(tree).set(code, { ...unit, said: wanted }),
    )
  }
  if (verb === 'create') {
    const made = `${
      pick(
        codes.filter((each) => each.length === 9),
        a,
      ) ?? '990101101'
    }${300 + (b % 90)}`
    return settle(create(world.versions, { code: made, name: `设${number}`, effective: day }), () =>
      new Map(tree).set(made, { name: `设${number}`, said: null }),
    )
  }
  if (verb === 'end')
    return settle(end(world.versions, { code, effective: day }), () => new Map([...tree].filter(([each]) => each !== code)))
  const below = codes.filter((each) => each.length === 9 || each.length === 12)
  const from = pick(below, a)
  if (from === undefined) return null
  const others = codes.filter((each) => each.length === from.length && each !== from)
  const fresh = `${parentOf(from) ?? ''}${600 + (b % 300)}`
  const target = verb === 'merge' ? pick(others, b) : fresh
  if (target === undefined) return null
  const names = new Map(verb === 'split' ? [[fresh, `分${number}`]] : [])
  const children = codes.filter((each) => parentOf(each) === from)
  const half = children.filter((_each, index) => index % 2 === 0)
  const roots = verb === 'merge' ? mergeRoots([from], target) : verb === 'recode' ? [{ from, to: target }] : null
  const parts = splitRoots(from, [
    { code: from, units: [] },
    { code: fresh, units: half },
  ])
  const wanted = roots ?? (parts.ok ? parts.value : [])
  const prepared = prepareTransfer(world.versions, { roots: wanted, mapping: [], names, effective: day })
  if (!prepared.ok) return null
  const leaving = new Map(
    prepared.value.moves
      .filter((move) => move.from !== move.to && move.from !== (verb === 'split' ? from : ''))
      .map((move) => [move.from, move.to]),
  )
  const moved = moveInModel(tree, leaving)
  if (verb === 'split') moved.set(fresh, { name: `分${number}`, said: null })
  return { changes: prepared.value.changes, tree: moved }
}

describe('the tree as of any day', () => {
  test('equals a model that copies the whole tree, in 500 random histories', () => {
    let [happened, transfers] = [0, 0]
    fc.assert(
      fc.property(seed, ({ townships, steps }) => {
        const world = plant(townships)
        let day = start
        steps.forEach((step, number) => {
          day = addDays(day, step.gap)
          const lived = live(world, step, day, number)
          if (lived === null) return
          happened += 1
          if (lived.changes.successions.length > 0) transfers += 1
          world.versions = applyChanges(world.versions, lived.changes)
          world.successions.push(...lived.changes.successions)
          if (world.history.at(-1)?.[0] === day) world.history.pop()
          world.history.push([day, lived.tree])
        })
        expect(findOverlap(world.versions)).toBeNull()
        for (let at = start; at <= addDays(day, 1); at = addDays(at, 1)) {
          const model = world.history.findLast(([from]) => from <= at)?.[1] ?? new Map<string, Known>()
          const read = asOf(world.versions, at).map((each) => `${each.code} ${each.name} ${kindInForce(each) ?? '-'}`)
          expect(read).toEqual([...model].map(([code, known]) => label(code, known)).sort())
        }
        // Nobody loses last year: whoever ended whole is within the reach of the one it went to.
        for (const each of world.successions.filter((one) => one.kind !== 'split')) {
          const scopes = reach(each.to, world.successions)
          expect(scopes.some((prefix) => each.from.startsWith(prefix))).toBe(true)
        }
      }),
      { numRuns: 500, seed: 20261121 },
    )
    expect(happened).toBeGreaterThan(2000)
    expect(transfers).toBeGreaterThan(400)
  }, 60_000)
})
