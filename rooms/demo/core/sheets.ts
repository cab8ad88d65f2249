// Invented points: every unit has its own strength, changes a little from quarter to quarter, and judges differ as judges do.

import type { Code } from '#ground/kernel/code.ts'
import { chanceOf } from './chance.ts'

export interface Criterion {
  readonly id: string
  /** Decimals as the rules write them. */
  readonly max: string
  readonly step: string
}

/** Strength of a unit as a share of all points: most between 0.80 and 0.97. */
export function strengthOf(unit: Code, quarter: string): number {
  const lasting = 0.82 + chanceOf(unit).share() * 0.13
  return Math.min(0.98, lasting + (chanceOf(`${unit} ${quarter}`).share() - 0.5) * 0.06)
}

/** Decimal of a number of steps; steps of the demo's rules are halves or wholes. */
const decimalOf = (steps: number, step: number): string => String(Math.round(steps * step * 10) / 10)

/** What one judge gives one unit. */
export function pointsOf(
  criteria: readonly Criterion[],
  of: { readonly judge: number; readonly unit: Code; readonly quarter: string },
): Record<string, string> {
  const { judge, unit, quarter } = of
  const strength = strengthOf(unit, quarter) + (chanceOf(`judge ${judge}`).share() - 0.5) * 0.04
  const chance = chanceOf(`${quarter} ${unit} ${judge}`)
  return Object.fromEntries(
    criteria.map(({ id, max, step }) => {
      const most = Math.round(Number(max) / Number(step))
      const wanted = Math.round(most * (strength + (chance.share() - 0.5) * 0.08))
      return [id, decimalOf(Math.max(0, Math.min(most, wanted)), Number(step))]
    }),
  )
}
