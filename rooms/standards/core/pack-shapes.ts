// What an edition of standards is made of, as pack.json holds it once it has been read. Rules are kept as the texts they were
// written in; whoever evaluates compiles them (compile.ts).

import type { FactDefinition } from '#rooms/facts/core/definition.ts'
import type { UnitKind } from '#rooms/facts/core/fact-sheet.ts'

/** A kind of case whose upheld ones weigh on a unit: `merchant-complaint`, 商户投诉. */
export interface CaseType {
  readonly id: string
  readonly name: string
  readonly nameEn: string
}

/** What must never be otherwise for a star to hold. */
export interface BottomLine {
  /** Unique within its star: `B1`. */
  readonly id: string
  readonly text: string
  /** In English, where the edition has it; so everywhere below. */
  readonly textEn?: string
  readonly rule: string
}

/** Decided by a rule, or by an office. */
export const criterionKinds = ['quantitative', 'reviewed'] as const
export type CriterionKind = (typeof criterionKinds)[number]

export interface Criterion {
  /** Unique within the edition: `CYXW-2`. */
  readonly id: string
  readonly text: string
  readonly textEn?: string
  /** 评定标准: what is looked at. */
  readonly standard: string
  readonly standardEn?: string
  /** 创建要求: what is asked. */
  readonly requirement: string
  readonly requirementEn?: string
  readonly kind: CriterionKind
  /** Null only for a reviewed one: then the review of this criterion decides. */
  readonly rule: string | null
  /** Whether the star needs it when it has no rule of its own. */
  readonly required: boolean
  /** 佐证材料 */
  readonly evidence: readonly string[]
  /** One for one. */
  readonly evidenceEn?: readonly string[]
  /** The duty that answers for it, never a name. */
  readonly role: string
  readonly roleEn?: string
  /** The last day in the year of the cycle, `10-31`. */
  readonly deadline: string | null
}

export interface Task {
  readonly id: string
  readonly name: string
  readonly nameEn?: string
  readonly criteria: readonly Criterion[]
}

/** One step of the picture on the wall. */
export interface FlowStep {
  readonly name: string
  readonly nameEn?: string
  readonly by: string
  readonly byEn?: string
}

/** An office that leads, reviews or states facts: 组织部. Everything names it in Chinese. */
export interface Office {
  readonly name: string
  readonly nameEn?: string
}

/** A certificate that rules name: 充分就业社区. Only listed to say what it is called in English. */
export interface CertificateName {
  readonly name: string
  readonly nameEn?: string
}

export interface Star {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly scope: UnitKind
  /** 牵头单位; one of the edition's offices. */
  readonly lead: string
  /** 专班 */
  readonly taskForce: string
  readonly taskForceEn?: string
  /** Null: all bottom lines and all required criteria. */
  readonly rule: string | null
  /** Stars that must hold too, when the county switches it on. */
  readonly prerequisites: { readonly stars: readonly string[]; readonly enabled: boolean }
  readonly bottomLines: readonly BottomLine[]
  readonly tasks: readonly Task[]
  readonly flow: readonly FlowStep[]
}

/** A part of the year; stages may overlap. Days are `06-30`, in the year of the cycle. */
export interface Stage {
  readonly name: string
  readonly nameEn?: string
  readonly from: string
  readonly to: string
  readonly work: string
  readonly workEn?: string
}

/** How one star or criterion of the edition before carries over; `to` is null for one that was dropped. */
export interface Carried {
  readonly from: string
  readonly to: string | null
  readonly change: 'same' | 'changed' | 'dropped'
}

export interface Replaces {
  /** The id of the edition before. */
  readonly edition: string
  readonly stars: readonly Carried[]
  readonly criteria: readonly Carried[]
}

/** Whose ladder it is. */
export const ladderLevels = ['township', 'county'] as const
/** What a condition counts: units with so many stars, with a star, or townships that reached a ladder. */
export const ladderSubjects = ['stars', 'star', 'ladder'] as const

/**
 * One condition of a ladder above (三级争创), for a township or a county: how many of the units below it, or which share of
 * them, hold at least so many stars, a certain star, or (townships of a county) a ladder. A ladder is reached when all
 * conditions of its code hold.
 */
export interface LadderCondition {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly level: (typeof ladderLevels)[number]
  readonly of: (typeof ladderSubjects)[number]
  /** `3`, a star's code, a ladder's code. */
  readonly value: string
  /** `70%` of the units, or `1`: so many. */
  readonly least: string
}

export interface Pack {
  /** `sample/five-star/2022-community`: publisher, standard, edition. */
  readonly id: string
  readonly title: string
  readonly titleEn: string
  /** Shown wherever the edition is: 示例（非官方）; empty for an official one. */
  readonly notice: string
  readonly noticeEn: string
  readonly scopes: readonly UnitKind[]
  readonly offices: readonly Office[]
  readonly certificates: readonly CertificateName[]
  readonly caseTypes: readonly CaseType[]
  readonly facts: readonly FactDefinition[]
  readonly stars: readonly Star[]
  readonly stages: readonly Stage[]
  readonly ladders: readonly LadderCondition[]
  readonly replaces: Replaces | null
}

/** Publisher, standard and edition. */
export const packIdPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){2}$/

/** All criteria of a star, in their order. */
export function criteriaOf(star: Pick<Star, 'tasks'>): Criterion[] {
  return star.tasks.flatMap(({ criteria }) => [...criteria])
}

/** How much an edition holds; never a number known beforehand. */
export interface Counts {
  readonly stars: number
  readonly tasks: number
  readonly criteria: number
  readonly bottomLines: number
}

/** Counts what an edition holds. */
export function countsOf({ stars }: Pick<Pack, 'stars'>): Counts {
  return {
    stars: stars.length,
    tasks: stars.reduce((sum, star) => sum + star.tasks.length, 0),
    criteria: stars.reduce((sum, star) => sum + criteriaOf(star).length, 0),
    bottomLines: stars.reduce((sum, star) => sum + star.bottomLines.length, 0),
  }
}
