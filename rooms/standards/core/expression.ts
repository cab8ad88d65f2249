// The rules of standards as a tree: what a text of one line is read into, printed from and evaluated as.
// There are no loops, no functions and no arithmetic on purpose: every rule can be said in one sentence and ends.

import type { Level } from '#rooms/facts/core/fact-sheet.ts'

/** How a fact or a count is compared. */
export const comparators = ['=', '!=', '<', '<=', '>', '>='] as const
export type Comparator = (typeof comparators)[number]

/** What a fact is compared with: a decimal with or without its measure, yes or no, or one of the fact's choices. */
export type Wanted =
  | { readonly kind: 'number'; readonly text: string; readonly measure: string | null }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  | { readonly kind: 'choice'; readonly value: string }

export interface Gathered {
  readonly op: 'all' | 'any' | 'at-least'
  /** How many parts must hold: all of them, one, or as many as written. */
  readonly least: number
  readonly parts: readonly Expression[]
}

export type Expression =
  | Gathered
  | { readonly op: 'not'; readonly part: Expression }
  /** A part of a list with a name of its own (`B2a: …`), so that a reason can say which branch held. */
  | { readonly op: 'labelled'; readonly label: string; readonly part: Expression }
  | { readonly op: 'count'; readonly caseType: string; readonly months: number; readonly comparison: Comparator; readonly count: number }
  | { readonly op: 'none'; readonly caseType: string; readonly months: number }
  | { readonly op: 'certificate'; readonly name: string; readonly level: Level }
  | { readonly op: 'reviewed'; readonly criterion: string; readonly by: string | null; readonly elseNo: boolean }
  | { readonly op: 'compare'; readonly fact: string; readonly comparison: Comparator; readonly wanted: Wanted }
  | { readonly op: 'star'; readonly code: string }
  /** A bottom line or a criterion of the same star. */
  | { readonly op: 'own'; readonly id: string }

/** The expressions directly inside. */
export function partsOf(expression: Expression): readonly Expression[] {
  if ('parts' in expression) return expression.parts
  return 'part' in expression ? [expression.part] : []
}

/** The expression and all inside it, outermost first. */
export function everyPart(expression: Expression): Expression[] {
  return [expression, ...partsOf(expression).flatMap(everyPart)]
}
