// What units aim for and how much of it there may be, as shapes with an example each.

import { z } from 'zod'
import * as shape from './contract-shapes.ts'

export const totals = z.strictObject({
  units: z.int(),
  /** Units by number of stars, from none. */
  levels: z.array(z.int()),
  stars: z.record(z.string(), z.int()),
})
export const sampleTotals = { units: 2, levels: [1, 1, 0, 0, 0, 0], stars: { YYXY: 1 } }
export const quota = z.strictObject({ unit: shape.unitCode, star: shape.star, most: z.int().min(0).max(100_000), hard: z.boolean() })
export const quotaShown = z.strictObject({ star: z.string(), most: z.int(), hard: z.boolean(), given: z.int() })
export const plan5 = z.strictObject({
  strengths: shape.perhaps(2000),
  met: shape.perhaps(2000),
  gaps: shape.perhaps(2000),
  goal: shape.perhaps(2000),
  measures: shape.perhaps(2000),
})
export const target = z.strictObject({
  unit: shape.unitCode,
  unitName: z.string(),
  quarter: shape.quarter,
  stars: z.array(z.string()),
  /** Null where the acting post does not reach the unit. */
  plan: plan5.nullable(),
})
export const sampleAnswers = { strengths: '商户多', met: '驿站已建', gaps: '持证率低', goal: '年底创成宜业兴业星', measures: '办两期培训' }
