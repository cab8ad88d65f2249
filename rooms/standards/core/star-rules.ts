// The rules of a star, written or understood: a reviewed criterion without a rule is met by its review, a star without one holds
// with all its bottom lines and all criteria it requires. Stars it has as prerequisites, when switched on, must hold too.

import type { Expression } from './expression.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Criterion, Star } from './pack-shapes.ts'

/** What a star asks when nothing else is written. */
export function understoodStarRule(star: Star): Expression {
  const ids = [...star.bottomLines.map(({ id }) => id), ...criteriaOf(star).flatMap(({ id, required }) => (required ? [id] : []))]
  const parts: Expression[] = ids.map((id) => ({ op: 'own', id }))
  return { op: 'all', least: parts.length, parts }
}

/** What decides a criterion without a rule. */
export function understoodCriterionRule({ id }: Pick<Criterion, 'id'>): Expression {
  return { op: 'reviewed', criterion: id, by: null, elseNo: false }
}

/** The rule together with the prerequisites that are switched on. */
export function withPrerequisites(rule: Expression, { prerequisites }: Star): Expression {
  if (!prerequisites.enabled || prerequisites.stars.length === 0) return rule
  const parts: Expression[] = [rule, ...prerequisites.stars.map((code): Expression => ({ op: 'star', code }))]
  return { op: 'all', least: parts.length, parts }
}
