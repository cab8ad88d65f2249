// The rules of a round: what the convener fixes and publishes before the first score, and the method and sheets that the
// tally reads from them (contract of `tally`).

import { compare, exact, isMultipleOf, zero } from '#ground/kernel/exact.ts'

export interface Weighted {
  readonly id: string
  readonly title: string
  /** Decimal; all weights of one kind sum to exactly 1. */
  readonly weight: string
}

export interface RulesComponent extends Weighted {
  /** How long a unit has, in seconds; 0 for no timer. */
  readonly seconds: number
}

export interface RulesCriterion {
  readonly id: string
  readonly title: string
  readonly max: string
  readonly step: string
  readonly hint: string
}

export type RulesAggregate =
  | { readonly kind: 'mean' }
  | { readonly kind: 'median' }
  | { readonly kind: 'trimmed-mean'; readonly dropHigh: number; readonly dropLow: number; readonly minJudges: number }

export interface Rules {
  readonly template: { readonly pack: string; readonly id: string } | null
  readonly components: readonly RulesComponent[]
  readonly panels: readonly Weighted[]
  readonly sheets: Readonly<Record<string, readonly RulesCriterion[]>>
  readonly aggregate: RulesAggregate
  readonly bonusCap: string
  readonly decimals: number
  readonly ties: readonly string[]
  /** Lowest totals, as shown, of 先进 and of 良好. */
  readonly bands: { readonly advanced: string; readonly good: string }
  /** Working days in which a unit may ask for a recount. */
  readonly recountDays: number
}

export type Band = 'advanced' | 'good' | 'improving'

/** `method` and `sheets` of the tally's input; titles, hints and bands do not calculate and stay out. */
export function methodOf(rules: Rules) {
  const weighted = ({ id, weight }: Weighted) => ({ id, weight })
  return {
    method: {
      components: rules.components.map(weighted),
      panels: rules.panels.map(weighted),
      aggregate: rules.aggregate,
      bonusCap: rules.bonusCap,
      decimals: rules.decimals,
      ties: rules.ties,
    },
    sheets: Object.fromEntries(
      rules.components.map(({ id }) => [
        id,
        (rules.sheets[id] ?? []).map(({ id: criterion, max, step }) => ({ id: criterion, max, step })),
      ]),
    ),
  }
}

/** The band of a total as shown; thresholds belong to the rules, so they were fixed before the first score. */
export function bandOf(rules: Rules, total: string): Band {
  const value = exact(total)
  if (compare(value, exact(rules.bands.advanced)) >= 0) return 'advanced'
  return compare(value, exact(rules.bands.good)) >= 0 ? 'good' : 'improving'
}

/** Whether every criterion of the component has points. */
export function isComplete(rules: Rules, component: string, points: Readonly<Record<string, string>>): boolean {
  const sheet = rules.sheets[component]
  return sheet !== undefined && sheet.every(({ id }) => Object.hasOwn(points, id))
}

/** One wrong entry of a sheet. */
export interface PointFault {
  readonly criterion: string
  readonly what: 'unknown' | 'above' | 'below' | 'off-step'
}

/** What is wrong with the points of a sheet, by the criterion's id; an unfinished sheet is not wrong. */
export function faultsOf(rules: Rules, component: string, points: Readonly<Record<string, string>>): PointFault[] {
  const sheet = new Map((rules.sheets[component] ?? []).map((criterion) => [criterion.id, criterion]))
  return Object.keys(points)
    .sort()
    .flatMap((criterion): PointFault[] => {
      const found = sheet.get(criterion)
      if (found === undefined) return [{ criterion, what: 'unknown' }]
      const what = faultOf(found, points[criterion] ?? '')
      return what === null ? [] : [{ criterion, what }]
    })
}

function faultOf({ max, step }: RulesCriterion, points: string): PointFault['what'] | null {
  const value = exact(points)
  if (compare(value, zero) < 0) return 'below'
  if (compare(value, exact(max)) > 0) return 'above'
  return isMultipleOf(value, exact(step)) ? null : 'off-step'
}
