// Why a rule came out as it did, as data: the same tree as the rule, with what was found of the unit. reason-words.ts says it.

import type { Day } from '#ground/kernel/clock.ts'
import type { FactDefinition, FactValue } from '#rooms/facts/core/definition.ts'
import type { CertificateOf, Level } from '#rooms/facts/core/fact-sheet.ts'
import type { Comparator, Wanted } from './expression.ts'
import type { CaseType } from './pack-shapes.ts'
import type { Truth } from './truth.ts'

export interface GatheredReason {
  readonly kind: 'gathered'
  readonly met: Truth
  readonly op: 'all' | 'any' | 'at-least'
  readonly least: number
  readonly parts: readonly Reason[]
}

export interface CasesReason {
  readonly kind: 'cases'
  readonly met: Truth
  readonly caseType: CaseType
  readonly from: Day
  readonly to: Day
  /** Days of the cases that weigh; null when the list is missing. */
  readonly days: readonly Day[] | null
  /** Null: none is allowed. */
  readonly limit: { readonly comparison: Comparator; readonly count: number } | null
}

export interface CertificateReason {
  readonly kind: 'certificate'
  readonly met: Truth
  readonly name: string
  /** The same in English where the edition has it. */
  readonly nameEn: string
  readonly level: Level
  /** The certificate that counts, or the nearest one that does not and why. */
  readonly found: CertificateOf | null
  readonly lack: 'list' | 'none' | 'level' | 'ended' | 'not-yet' | null
}

export interface ReviewReason {
  readonly kind: 'review'
  readonly met: Truth
  readonly criterion: string
  readonly text: string
  /** The same in English where the edition has it. */
  readonly textEn: string
  /** An office of the edition; never a person. */
  readonly by: string | null
  readonly byEn: string | null
  readonly on: Day | null
  readonly lack: 'list' | 'review' | 'review-counts-as-no' | null
}

export interface FactReason {
  readonly kind: 'fact'
  readonly met: Truth
  readonly fact: FactDefinition
  readonly value: FactValue | null
  readonly comparison: Comparator
  readonly wanted: Wanted
}

export interface NodeReason {
  readonly kind: 'node'
  readonly met: Truth
  readonly what: 'bottomLine' | 'criterion' | 'star'
  readonly id: string
  readonly text: string
  readonly textEn: string
}

export type Reason =
  | GatheredReason
  | { readonly kind: 'not'; readonly met: Truth; readonly part: Reason }
  | { readonly kind: 'labelled'; readonly met: Truth; readonly label: string; readonly part: Reason }
  | CasesReason
  | CertificateReason
  | ReviewReason
  | FactReason
  | NodeReason
