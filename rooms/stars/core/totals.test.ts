import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addTotals, sumOfLevels, sumOfStars, totalsOf } from './totals.ts'

const stars = ['ZBGY', 'CYXW', 'STYJ', 'PAFZ', 'WMXF'] as const

/** Units with given levels and star totals: each level takes the stars of which most are still to be given. */
function spread(levels: readonly number[], totals: Readonly<Record<string, number>>): string[][] {
  const left = { ...totals }
  return levels
    .toSorted((a, b) => b - a)
    .map((level) => {
      const taken = Object.keys(left)
        .toSorted((a, b) => (left[b] ?? 0) - (left[a] ?? 0))
        .slice(0, level)
      for (const star of taken) left[star] = (left[star] ?? 0) - 1
      return taken
    })
}
const times = (level: number, count: number) => Array.from({ length: count }, () => level)

test.each([
  [
    'a township of 28 villages',
    [...times(5, 1), ...times(4, 1), ...times(3, 16), ...times(2, 9), ...times(0, 1)],
    { CYXW: 4, STYJ: 24, PAFZ: 19, WMXF: 27, ZBGY: 1 },
    75,
  ],
  ['a town of 33 villages', [...times(4, 3), ...times(3, 10), ...times(2, 20)], { CYXW: 3, STYJ: 19, PAFZ: 27, WMXF: 33, ZBGY: 0 }, 82],
])('the published plan of %s adds up both ways', (_, levels, counts, sum) => {
  const totals = totalsOf(spread(levels, counts), stars)
  expect(totals.stars).toEqual(counts)
  expect(totals.units).toBe(levels.length)
  expect(sumOfLevels(totals)).toBe(sum)
  expect(sumOfStars(totals)).toBe(sum)
})

test('levels and stars of any units add up to the same, in parts as in the whole', () => {
  const unit = fc.array(fc.constantFrom(...stars, 'OTHER'))
  fc.assert(
    fc.property(fc.array(fc.array(unit)), (parts) => {
      const whole = totalsOf(parts.flat(), stars)
      expect(sumOfLevels(whole)).toBe(sumOfStars(whole))
      expect(
        addTotals(
          parts.map((part) => totalsOf(part, stars)),
          stars,
        ),
      ).toEqual(whole)
    }),
  )
})
