// What is known of one unit on one day, in the shape that rules are evaluated on (contracts.md, evaluate).

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { FactValue } from './definition.ts'

/** Levels of an office or a certificate, the lowest first. */
export const levels = ['township', 'county', 'prefecture', 'province', 'nation'] as const
export type Level = (typeof levels)[number]

export type UnitKind = 'village' | 'community'

export interface CaseOf {
  /** Open words: `merchant-complaint`, `resident-request`. */
  readonly type: string
  readonly on: Day
  /** Only an upheld case weighs, and only when upheld by another body than the one complained about. */
  readonly upheld: boolean
}

export interface CertificateOf {
  readonly name: string
  readonly level: Level
  readonly from: Day
  readonly to: Day | null
}

export interface ReviewOf {
  readonly criterion: string
  readonly result: 'met' | 'not-met'
  readonly by: string
  readonly on: Day
}

/** A list that is there is complete (empty: there are none); a list that is missing is unknown. */
export interface FactSheet {
  readonly unit: { readonly code: Code; readonly kind: UnitKind }
  readonly asOf: Day
  readonly facts: Readonly<Record<string, FactValue>>
  readonly cases?: readonly CaseOf[]
  readonly certificates?: readonly CertificateOf[]
  readonly reviews?: readonly ReviewOf[]
}
