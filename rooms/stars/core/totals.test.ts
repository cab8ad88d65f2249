import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publishedPlans, spread } from '../trial-plans.ts'
import { addTotals, sumOfLevels, sumOfStars, totalsOf } from './totals.ts'

const stars = ['ZBGY', 'CYXW', 'STYJ', 'PAFZ', 'WMXF'] as const

test.each(publishedPlans)('the published plan of $name adds up both ways', (plan) => {
  const totals = totalsOf(spread(plan), stars)
  expect(totals.stars).toEqual(plan.stars)
  expect(totals.units).toBe(plan.levels.length)
  expect(sumOfLevels(totals)).toBe(plan.sum)
  expect(sumOfStars(totals)).toBe(plan.sum)
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
