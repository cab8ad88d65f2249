// What a fact is: its name, what kind of value it has, in which measure, who is its source, how often it comes.
// Standards bring the definitions that their rules read; a county adds its own. Values stand beside, by unit and period.

/** How often a fact is stated; a value belongs to one such period. `day`: from a day on, until the next value. */
export const periods = ['year', 'half-year', 'quarter', 'month', 'day'] as const
export type Period = (typeof periods)[number]

/** `number` needs a measure; `choice` needs its choices. */
export const valueTypes = ['number', 'yes-no', 'choice'] as const
export type ValueType = (typeof valueTypes)[number]

/** Identifiers of definitions, case types and criteria: lower or upper case, digits, hyphens. */
export const factIdPattern = /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/

export interface FactDefinition {
  /** `collective-income` */
  readonly id: string
  /** 村集体经济收入 */
  readonly name: string
  readonly nameEn?: string
  /** Other names under which forms ask for the same datum; two definitions never share a name. */
  readonly aliases: readonly string[]
  readonly type: ValueType
  /** `万元`, `%`, `户`; null unless `type` is `number`. */
  readonly measure: string | null
  /** Allowed values of a choice; empty otherwise. */
  readonly choices: readonly string[]
  /** The same in English, one for one; absent where nobody gave it. Values stay as they are. */
  readonly choicesEn?: readonly string[] | undefined
  readonly period: Period
  /** The office that states it: 农业农村局. */
  readonly source: string
}

/** A value as it travels: decimal strings for numbers, true or false, one of the choices. */
export type FactValue = string | boolean
