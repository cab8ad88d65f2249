// What a tally promises whatever the round: the worked example to the byte, and laws that hold for every round.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, exact } from '#ground/kernel/exact.ts'
import { problems } from '../problems.ts'
import { inventedRound, seededPick } from './invented-round.ts'
import { itemAt } from './places.ts'
import type { TallyInput, TallyOutput } from './tally-shapes.ts'
import { tally } from './tally.ts'

const sample = (name: string): string => readFileSync(new URL(`../../../packs/sample/rounds/examples/${name}`, import.meta.url), 'utf8')
const example = JSON.parse(sample('tally-input.json')) as TallyInput

function resultOf(input: TallyInput): TallyOutput {
  const result = tally(input)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
const totalOf = ({ results }: TallyOutput, unit: string): string => results.find((one) => one.unit === unit)?.total ?? ''
const round = fc.nat(1_000_000).map(inventedRound)

test('the worked example of the published contract comes out byte for byte', () => {
  const { results, method, input } = resultOf(example)
  expect(JSON.stringify({ results }, null, 1)).toBe(sample('tally-output.json').trimEnd())
  expect(`${JSON.stringify({ results, method, input }, null, 2)}\n`).toBe(sample('tally-printed.json'))
})

test('a faster SHA-256 of the host gives the same digest', () => {
  expect(tally(example, () => createHash('sha256'))).toEqual(tally(example))
})

describe('for every round', () => {
  test('the order in which anything was handed in changes neither result nor digest', () => {
    fc.assert(
      fc.property(round, fc.nat(), (input, seed) => {
        const pick = seededPick(seed)
        const mixed = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, by: pick(1 << 30) }))
            .sort((a, b) => a.by - b.by)
            .map(({ item }) => item)
        const judges = mixed(input.judges).map((judge) => ({ ...judge, recused: mixed(judge.recused) }))
        const other = { ...input, judges, units: mixed(input.units), scores: mixed(input.scores), adjustments: mixed(input.adjustments) }
        expect(resultOf(other)).toEqual(resultOf(input))
      }),
    )
  })

  test('raising one score never lowers that unit, nor lifts another', () => {
    fc.assert(
      fc.property(round, fc.nat(), (input, at) => {
        const place = at % input.scores.length
        const score = itemAt(input.scores, place)
        const max = input.sheets[score.component]?.find(({ id }) => id === score.criterion)?.max ?? ''
        const scores = input.scores.with(place, { ...score, points: max })
        const [before, after] = [resultOf(input), resultOf({ ...input, scores })]
        expect(compare(exact(totalOf(after, score.unit)), exact(totalOf(before, score.unit)))).toBeGreaterThanOrEqual(0)
        for (const { id } of input.units) if (id !== score.unit) expect(totalOf(after, id)).toBe(totalOf(before, id))
      }),
    )
  })

  test('renaming the judges changes nothing but the digest', () => {
    fc.assert(
      fc.property(round, (input) => {
        const renamed = new Map(input.judges.map(({ id }, place) => [id, `r${input.judges.length - place}`]))
        const name = (id: string): string => renamed.get(id) ?? ''
        const judges = input.judges.map((judge) => ({ ...judge, id: name(judge.id) }))
        const scores = input.scores.map((score) => ({ ...score, judge: name(score.judge) }))
        const [before, after] = [resultOf(input), resultOf({ ...input, judges, scores })]
        expect(after.results).toEqual(before.results)
        expect(after.method).toEqual(before.method)
        expect(after.input.digest).not.toBe(before.input.digest)
      }),
    )
  })

  test('a recused score is refused, whoever gave it', () => {
    fc.assert(
      fc.property(round, fc.nat(), (input, at) => {
        const place = at % input.scores.length
        const { unit, judge } = itemAt(input.scores, place)
        const judges = input.judges.map((one) => (one.id === judge ? { ...one, recused: [...one.recused, unit] } : one))
        const result = tally({ ...input, judges })
        expect(result.ok ? null : result.problem.code).toBe(problems.recusedScore.code)
        const own = input.scores.flatMap((score, row) => (score.unit === unit && score.judge === judge ? [`scores[${row}]`] : []))
        expect(result.ok ? [] : result.problem.errors.map(({ path }) => path)).toEqual(own)
      }),
    )
  })

  test('ranks follow the totals, begin with 1 and leave out what ties take', () => {
    fc.assert(
      fc.property(round, (input) => {
        const { results } = resultOf(input)
        for (const [place, { rank, total }] of results.entries()) {
          const ahead = results[place - 1]
          expect(rank === place + 1 || rank === ahead?.rank).toBe(true)
          if (ahead !== undefined) expect(compare(exact(ahead.total), exact(total))).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

describe('at the edges', () => {
  test('no units and no judges are a result without rows', () => {
    expect(resultOf({ ...example, units: [], judges: [], scores: [], adjustments: [] }).results).toEqual([])
  })

  test('halves are rounded away from zero, also below it, and never to -0', () => {
    const one = { ...example, units: [{ id: '990101001001' }], adjustments: [] }
    const scores = example.scores.filter(({ unit }) => unit === '990101001001').map((score) => ({ ...score, points: '0' }))
    const judges = example.judges.map((judge) => ({ ...judge, recused: [] }))
    const with_ = (points: string): string =>
      resultOf({ ...one, judges, scores, adjustments: [{ unit: '990101001001', points, reason: 'x' }] }).results[0]?.total ?? ''
    expect(['0.005', '-0.005', '0.0049', '-0.0049', '-0', '-1'].map(with_)).toEqual(['0.01', '-0.01', '0.00', '0.00', '0.00', '-1.00'])
  })

  test('sums beyond 2^53 stay exact', () => {
    const huge = { max: '90071992547409930', step: '0.0001' }
    const sheets = {
      field: [
        { id: 'pledges', ...huge },
        { id: 'change', ...huge },
      ],
      stage: [{ id: 'speech', ...huge }],
    }
    const scores = example.scores.map((score) => ({ ...score, points: '90071992547409929.9999' }))
    const method = { ...example.method, decimals: 6 }
    const { results } = resultOf({ ...example, method, sheets, scores, adjustments: [] })
    expect(results.map(({ total }) => total)).toEqual(['135107988821114894.999850', '135107988821114894.999850'])
  })

  test('a tie-break is compared unrounded, in the listed order', () => {
    const ties = ['component:stage', 'component:field']
    const judges = example.judges.map((judge) => ({ ...judge, recused: [] }))
    // Both have 50 in all; the second has its points on the stage.
    const scores = example.judges.flatMap(({ id: judge }) =>
      ['990101001001', '990101001002'].flatMap((unit, second) => [
        { unit, judge, component: 'field', criterion: 'pledges', points: second === 0 ? '40' : '0' },
        { unit, judge, component: 'field', criterion: 'change', points: '10' },
        { unit, judge, component: 'stage', criterion: 'speech', points: second === 0 ? '50' : '90' },
      ]),
    )
    const ranked = (order: readonly string[]): string[] =>
      resultOf({ ...example, judges, scores, adjustments: [], method: { ...example.method, ties: order } }).results.map(
        ({ unit, rank }) => `${rank} ${unit}`,
      )
    expect(ranked(ties)).toEqual(['1 990101001002', '2 990101001001'])
    expect(ranked(ties.toReversed())).toEqual(['1 990101001001', '2 990101001002'])
    expect(ranked(['criterion:field/change', 'adjustment'])).toEqual(['1 990101001001', '1 990101001002'])
  })
})
