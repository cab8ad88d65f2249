// The result of one unit on one day, in the published shape (contracts.md, evaluate): which bottom lines and criteria are met,
// which stars hold, how many they are, and why.

import type { Language } from '#ground/kernel/problem.ts'
import type { FactSheet } from '#rooms/facts/core/fact-sheet.ts'
import { truthOf } from './compile.ts'
import type { Compiled, CompiledStar, Node } from './compile.ts'
import { explainRule } from './explain.ts'
import { because } from './reason-words.ts'
import { lookAt, openSight } from './sight.ts'
import type { Sight } from './sight.ts'
import type { Truth } from './truth.ts'

export interface Outcome {
  readonly id: string
  readonly met: Truth
  readonly because: string
}

export interface StarOutcome {
  readonly code: string
  readonly held: Truth
  readonly bottomLines: readonly Outcome[]
  readonly criteria: readonly Outcome[]
}

export interface Evaluation {
  readonly stars: readonly StarOutcome[]
  /** How many stars hold. */
  readonly level: number
}

/** The same without reasons, for many units. */
export interface Judgement {
  readonly stars: readonly { readonly code: string; readonly held: Truth; readonly bottomLines: Truth[]; readonly criteria: Truth[] }[]
  readonly level: number
}

const heldCount = (stars: readonly { readonly held: Truth }[]): number => stars.filter(({ held }) => held === true).length

function judgeIn(compiled: Compiled, sight: Sight): Judgement {
  const stars = compiled.byKind[sight.sheet.unit.kind].map(({ star, node, bottomLines, criteria }) => ({
    code: star.code,
    bottomLines: bottomLines.map(({ slot }) => truthOf(compiled, sight, slot)),
    criteria: criteria.map(({ slot }) => truthOf(compiled, sight, slot)),
    held: truthOf(compiled, sight, node.slot),
  }))
  return { stars, level: heldCount(stars) }
}

/** Evaluates many units one after the other, without reasons. */
export function* judgeAll(compiled: Compiled, sheets: Iterable<FactSheet>): Generator<Judgement, void, undefined> {
  let sight: Sight | null = null
  for (const sheet of sheets) {
    if (sight === null) sight = openSight(compiled.runs.length, sheet)
    else lookAt(sight, sheet)
    yield judgeIn(compiled, sight)
  }
}

/** Evaluates one unit; reasons are in Chinese unless told otherwise. */
export function evaluate(compiled: Compiled, sheet: FactSheet, language: Language = 'zh'): Evaluation {
  const sight = openSight(compiled.runs.length, sheet)
  const outcome = (of: CompiledStar, node: Node): Outcome => {
    const reason = explainRule(node.rule, { compiled, sight, of })
    return { id: node.id, met: truthOf(compiled, sight, node.slot), because: because(node, reason, language) }
  }
  const stars = compiled.byKind[sheet.unit.kind].map((of): StarOutcome => ({
    code: of.star.code,
    held: truthOf(compiled, sight, of.node.slot),
    bottomLines: of.bottomLines.map((node) => outcome(of, node)),
    criteria: of.criteria.map((node) => outcome(of, node)),
  }))
  return { stars, level: heldCount(stars) }
}

/** Why a star holds or not, in a sentence. */
export function explainStar(compiled: Compiled, sheet: FactSheet, code: string, language: Language): string | null {
  const of = compiled.stars.find(({ star }) => star.code === code)
  if (of === undefined) return null
  const sight = openSight(compiled.runs.length, sheet)
  return because(of.node, explainRule(of.node.rule, { compiled, sight, of }), language)
}
