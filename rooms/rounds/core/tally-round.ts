// From an input of unknown shape to a round that can be tallied, or to every reason why it cannot.

import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { openFaults, refusalOf } from './faults.ts'
import { readFields } from './tally-fields.ts'
import { readMethod } from './tally-method.ts'
import { checkSheets, orderScores } from './tally-order.ts'
import type { OrderedScores } from './tally-order.ts'
import { planOf } from './tally-plan.ts'
import type { Plan } from './tally-plan.ts'
import { readAdjustments, readJudges, readUnits } from './tally-rolls.ts'
import type { Adjustment } from './tally-rolls.ts'
import { readScores } from './tally-scores.ts'
import { readSheets } from './tally-sheets.ts'
import type { TallyInput } from './tally-shapes.ts'

export interface Round {
  readonly input: TallyInput
  readonly plan: Plan
  readonly scores: OrderedScores
  readonly adjustments: readonly Adjustment[]
}

/** Reads a round; the refusal lists every fault with its path. */
export function readRound(input: unknown): Result<Round> {
  const faults = openFaults()
  const fields = readFields(faults, input ?? null, '$', ['method', 'sheets', 'units', 'judges', 'scores', 'adjustments'])
  const method = readMethod(faults, fields?.['method'])
  const sheets = readSheets(faults, fields?.['sheets'], method.components)
  const units = readUnits(faults, fields?.['units'])
  const known = new Set(units.filter((id) => id !== null))
  const judges = readJudges(faults, fields?.['judges'], method.panels, known)
  const plan = planOf(faults, { method, sheets, units, judges })
  const scores = orderScores(faults, plan, readScores(faults, fields?.['scores'], plan))
  // A list that is no list has its own fault; what is missing in it has not been looked at.
  if (Array.isArray(fields?.['scores'])) checkSheets(faults, plan, scores)
  const adjustments = readAdjustments(faults, fields?.['adjustments'], known)
  if (faults.list.length > 0) return refuse(refusalOf(faults.list))
  return ok({ input: input as TallyInput, plan, scores, adjustments })
}
