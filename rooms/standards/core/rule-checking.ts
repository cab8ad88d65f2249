// Whether every rule of an edition can be read and speaks of things that are there: facts with comparable measures, case types,
// criteria that are reviewed, offices, stars of the same scope; and whether any of them depends on itself.

import { comparable, measureOf } from '#rooms/facts/core/measure.ts'
import type { FactDefinition } from '#rooms/facts/core/definition.ts'
import { problems } from '../problems.ts'
import { everyPart } from './expression.ts'
import type { Expression } from './expression.ts'
import { readExpression } from './expression-reading.ts'
import { at, fault } from './faults.ts'
import type { Place } from './faults.ts'
import { nearest } from './nearest.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Pack, Star } from './pack-shapes.ts'
import { noteCycles } from './rule-cycles.ts'
import type { Dependence } from './rule-cycles.ts'
import { understoodStarRule } from './star-rules.ts'

type Compared = Extract<Expression, { op: 'compare' }>

function checkMeasure(place: Place, it: Compared, measure: string | null, fact: FactDefinition): void {
  const own = measureOf(fact.measure ?? '')
  const other = measure === null ? null : measureOf(measure)
  // A fact of a faulty measure has been told already.
  if (own === null || (other !== null && comparable(own, other))) return
  fault(place, problems.measuresDiffer({ fact: it.fact, measure: own.name, written: measure }))
}

function checkComparison(place: Place, it: Compared, facts: readonly FactDefinition[]): void {
  const fact = facts.find(({ id }) => id === it.fact)
  if (fact === undefined) {
    fault(
      place,
      problems.unknownFact({
        id: it.fact,
        near: nearest(
          it.fact,
          facts.map(({ id }) => id),
        ),
      }),
    )
    return
  }
  const { wanted, comparison } = it
  if (wanted.kind !== fact.type) fault(place, problems.otherType({ fact: it.fact, type: fact.type }))
  else if (wanted.kind === 'number') checkMeasure(place, it, wanted.measure, fact)
  else if (comparison !== '=' && comparison !== '!=') fault(place, problems.noOrder({ fact: it.fact }))
  else if (wanted.kind === 'choice' && !fact.choices.includes(wanted.value)) {
    fault(place, problems.unknownChoice({ fact: it.fact, value: wanted.value, choices: fact.choices }))
  }
}

function checkOwn(place: Place, id: string, star: Star, pack: Pack): void {
  const own = [...star.bottomLines, ...criteriaOf(star)].map((one) => one.id)
  if (own.includes(id)) return
  const isFact = pack.facts.some((fact) => fact.id === id)
  fault(place, isFact ? problems.bareFact({ id }) : problems.unknownOwn({ id, star: star.code, near: nearest(id, own) }))
}

function checkReviewed(place: Place, it: Extract<Expression, { op: 'reviewed' }>, pack: Pack): void {
  const criteria = pack.stars.flatMap(criteriaOf)
  const criterion = criteria.find(({ id }) => id === it.criterion)
  const known = criteria.filter(({ kind }) => kind === 'reviewed').map(({ id }) => id)
  if (criterion?.kind !== 'reviewed') fault(place, problems.notReviewed({ id: it.criterion, near: nearest(it.criterion, known) }))
  const offices = pack.offices.map(({ name }) => name)
  if (it.by !== null && !offices.includes(it.by)) {
    fault(place, problems.unknownOffice({ name: it.by, near: nearest(it.by, offices) }))
  }
}

function checkStarNamed(place: Place, code: string, star: Star, pack: Pack): void {
  const other = pack.stars.find((one) => one.code === code)
  if (other === undefined)
    fault(
      place,
      problems.unknownStar({
        code,
        near: nearest(
          code,
          pack.stars.map((one) => one.code),
        ),
      }),
    )
  else if (other.scope !== star.scope) fault(place, problems.otherScope({ code }))
}

function checkPart(place: Place, it: Expression, star: Star, pack: Pack): void {
  if (it.op === 'compare') checkComparison(place, it, pack.facts)
  else if (it.op === 'own') checkOwn(place, it.id, star, pack)
  else if (it.op === 'reviewed') checkReviewed(place, it, pack)
  else if (it.op === 'star') checkStarNamed(place, it.code, star, pack)
  else if (it.op === 'count' || it.op === 'none') {
    const types = pack.caseTypes.map(({ id }) => id)
    if (!types.includes(it.caseType)) fault(place, problems.unknownCaseType({ id: it.caseType, near: nearest(it.caseType, types) }))
  }
}

/** Reads one rule and checks what it names; null when it cannot be read. */
export function checkRule(place: Place, text: string, star: Star, pack: Pack): Expression | null {
  if (text === '') return null
  const read = readExpression(text)
  if ('misread' in read) {
    fault(place, problems.ruleUnreadable({ ...read.misread, text }))
    return null
  }
  for (const part of everyPart(read.expression)) checkPart(place, part, star, pack)
  return read.expression
}

const named = (star: Star, expression: Expression | null): string[] =>
  expression === null
    ? []
    : everyPart(expression).flatMap((part) => (part.op === 'own' ? [`${star.code}/${part.id}`] : part.op === 'star' ? [part.code] : []))

function checkStarRule(place: Place, star: Star, pack: Pack): Dependence {
  const rule = star.rule === null ? understoodStarRule(star) : checkRule(at(place, 'rule'), star.rule, star, pack)
  const asks = star.bottomLines.length + criteriaOf(star).length
  if (star.rule === null && asks > 0 && named(star, rule).length === 0) fault(place, problems.nothingRequired({ code: star.code }))
  for (const [index, code] of star.prerequisites.stars.entries()) {
    if (code !== '') checkStarNamed(at(at(at(place, 'prerequisites'), 'stars'), index), code, star, pack)
  }
  return { node: star.code, place: at(place, 'rule'), on: [...named(star, rule), ...star.prerequisites.stars] }
}

/** Checks all rules of an edition. */
export function checkRules(place: Place, pack: Pack): void {
  const dependences: Dependence[] = []
  for (const [index, star] of pack.stars.entries()) {
    const here = at(at(place, 'stars'), index)
    const add = (id: string, where: Place, text: string | null): void => {
      const rule = text === null ? null : checkRule(where, text, star, pack)
      dependences.push({ node: `${star.code}/${id}`, place: where, on: named(star, rule) })
    }
    for (const [nth, line] of star.bottomLines.entries()) add(line.id, at(at(at(here, 'bottomLines'), nth), 'rule'), line.rule)
    for (const [nth, task] of star.tasks.entries()) {
      const criteria = at(at(at(here, 'tasks'), nth), 'criteria')
      for (const [number, criterion] of task.criteria.entries()) add(criterion.id, at(at(criteria, number), 'rule'), criterion.rule)
    }
    dependences.push(checkStarRule(here, star, pack))
  }
  noteCycles(dependences)
}
