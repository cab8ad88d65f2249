// Rules as functions, made once for an edition: constants are read and converted beforehand and ids are places in a list, so
// that a county of thousands of villages is evaluated in seconds. Reasons are made apart and on demand (explain.ts).

import { compare, parseExact } from '#ground/kernel/exact.ts'
import type { FactDefinition } from '#rooms/facts/core/definition.ts'
import type { UnitKind } from '#rooms/facts/core/fact-sheet.ts'
import type { Expression } from './expression.ts'
import { readExpression } from './expression-reading.ts'
import { criteriaOf } from './pack-shapes.ts'
import type { Criterion, Pack, Star } from './pack-shapes.ts'
import { casesWithin, inForce, latestReviews, reaches } from './sight.ts'
import type { Sight } from './sight.ts'
import { understoodCriterionRule, understoodStarRule, withPrerequisites } from './star-rules.ts'
import { atLeastOf, foregone, opposite, satisfies } from './truth.ts'
import type { Truth } from './truth.ts'
import { convertedWanted } from './wanted-amount.ts'

export type Run = (sight: Sight) => Truth

/** A bottom line, a criterion or a star with its place among what is known of a unit. */
export interface Node {
  readonly what: 'bottomLine' | 'criterion' | 'star'
  readonly id: string
  readonly text: string
  /** The same in English where the edition has it. */
  readonly textEn: string
  readonly rule: Expression
  readonly slot: number
}

export interface CompiledStar {
  readonly star: Star
  readonly node: Node
  readonly bottomLines: readonly Node[]
  readonly criteria: readonly Node[]
}

export interface Compiled {
  readonly pack: Pack
  readonly facts: ReadonlyMap<string, FactDefinition>
  readonly criteria: ReadonlyMap<string, Criterion>
  readonly stars: readonly CompiledStar[]
  /** By slot. */
  readonly runs: readonly Run[]
  /** Where a rule of a star finds what it names: `YYXY/B2` or `YYXY`. */
  readonly slots: ReadonlyMap<string, number>
  readonly byKind: Readonly<Record<UnitKind, readonly CompiledStar[]>>
}

/** The tree of a rule of a checked edition. */
function treeOf(text: string): Expression {
  const read = readExpression(text)
  if ('misread' in read) throw new Error(`not a rule: ${text}`)
  return read.expression
}

/** What a rule was worked out to, once a unit. */
export function truthOf(compiled: Pick<Compiled, 'runs'>, sight: Sight, slot: number): Truth {
  const known = sight.known[slot]
  if (known !== undefined) return known
  const run = compiled.runs[slot]
  if (run === undefined) throw new RangeError(`no rule ${slot}`)
  const truth = run(sight)
  sight.known[slot] = truth
  return truth
}

function compileComparison(it: Extract<Expression, { op: 'compare' }>, facts: Compiled['facts']): Run {
  const { fact: id, comparison, wanted } = it
  const fact = facts.get(id)
  if (fact === undefined) throw new Error(`no fact ${id}`)
  if (wanted.kind !== 'number') {
    const equal = comparison === '='
    return ({ sheet }) => (Object.hasOwn(sheet.facts, id) ? (sheet.facts[id] === wanted.value) === equal : null)
  }
  const limit = convertedWanted(wanted.text, wanted.measure, fact)
  return ({ sheet }) => {
    const value = Object.hasOwn(sheet.facts, id) ? sheet.facts[id] : undefined
    const amount = typeof value === 'string' ? parseExact(value) : null
    return amount === null ? null : satisfies(compare(amount, limit), comparison)
  }
}

function compileReviewed({ criterion, by, elseNo }: Extract<Expression, { op: 'reviewed' }>): Run {
  return ({ sheet }) => {
    if (sheet.reviews === undefined) return null
    const found = latestReviews(sheet.reviews, criterion, by, sheet.asOf)
    if (found.length === 0) return elseNo ? false : null
    return found.every(({ result }) => result === 'met')
  }
}

function compileCertificate({ name, level }: Extract<Expression, { op: 'certificate' }>): Run {
  return ({ sheet: { certificates, asOf } }) => {
    if (certificates === undefined) return null
    return certificates.some((one) => one.name === name && reaches(one.level, level) && inForce(one, asOf))
  }
}

interface Surroundings {
  readonly facts: Compiled['facts']
  readonly runs: Run[]
  slotOf(id: string): number
}

/** One rule as a function. */
function compileRule(it: Expression, around: Surroundings): Run {
  switch (it.op) {
    case 'all':
    case 'any':
    case 'at-least': {
      const parts = it.parts.map((part) => compileRule(part, around))
      return (sight) => atLeastOf(it.least, parts.length, (index) => parts[index]?.(sight) ?? null)
    }
    case 'not': {
      const part = compileRule(it.part, around)
      return (sight) => opposite(part(sight))
    }
    case 'labelled':
      return compileRule(it.part, around)
    case 'none':
      return (sight) => {
        const count = casesWithin(sight, it.caseType, it.months)
        return count === null ? null : count === 0
      }
    case 'count':
      return (sight) => {
        const count = casesWithin(sight, it.caseType, it.months)
        return count === null ? foregone(it.comparison, it.count) : satisfies(count - it.count, it.comparison)
      }
    case 'certificate':
      return compileCertificate(it)
    case 'reviewed':
      return compileReviewed(it)
    case 'compare':
      return compileComparison(it, around.facts)
    default: {
      const slot = around.slotOf(it.op === 'star' ? it.code : it.id)
      return (sight) => truthOf(around, sight, slot)
    }
  }
}

type Unplaced = Omit<Node, 'slot'>

function nodesOf(star: Star): { readonly own: Unplaced[]; readonly whole: Unplaced } {
  const rule = star.rule === null ? understoodStarRule(star) : treeOf(star.rule)
  return {
    own: [
      ...star.bottomLines.map(({ id, text, textEn = text, rule: written }): Unplaced => ({
        what: 'bottomLine',
        id,
        text,
        textEn,
        rule: treeOf(written),
      })),
      ...criteriaOf(star).map((one): Unplaced => {
        const tree = one.rule === null ? understoodCriterionRule(one) : treeOf(one.rule)
        return { what: 'criterion', id: one.id, text: one.text, textEn: one.textEn ?? one.text, rule: tree }
      }),
    ],
    whole: { what: 'star', id: star.code, text: star.name, textEn: star.nameEn, rule: withPrerequisites(rule, star) },
  }
}

/** Makes an edition ready for evaluating; expects one that `readPack` gave. */
export function compilePack(pack: Pack): Compiled {
  const slots = new Map<string, number>()
  const place = (node: Unplaced, name: string): Node => {
    const slot = slots.size
    slots.set(name, slot)
    return { ...node, slot }
  }
  const stars = pack.stars.map((star): CompiledStar => {
    const { own, whole } = nodesOf(star)
    const placed = own.map((node) => place(node, `${star.code}/${node.id}`))
    return {
      star,
      node: place(whole, star.code),
      bottomLines: placed.filter(({ what }) => what === 'bottomLine'),
      criteria: placed.filter(({ what }) => what === 'criterion'),
    }
  })
  const facts = new Map(pack.facts.map((fact) => [fact.id, fact]))
  const runs: Run[] = []
  for (const { star, node, bottomLines, criteria } of stars) {
    const slotOf = (id: string): number => {
      const slot = slots.get(`${star.code}/${id}`) ?? slots.get(id)
      if (slot === undefined) throw new Error(`star ${star.code} names ${id}, which is not there`)
      return slot
    }
    for (const { rule, slot } of [...bottomLines, ...criteria, node]) runs[slot] = compileRule(rule, { facts, runs, slotOf })
  }
  const ofKind = (kind: UnitKind): CompiledStar[] => stars.filter(({ star }) => star.scope === kind)
  const criteria = new Map(pack.stars.flatMap(criteriaOf).map((one) => [one.id, one]))
  return { pack, facts, criteria, stars, runs, slots, byKind: { village: ofKind('village'), community: ofKind('community') } }
}
