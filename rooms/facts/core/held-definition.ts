// A definition as it lies in the house: beside what standards say of it, who types it, since when, and whether it still lives.

import { byBytes } from '#ground/kernel/byte-order.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { FieldError } from '#ground/kernel/problem.ts'
import { problems } from '../problems.ts'
import { factIdPattern } from './definition.ts'
import type { FactDefinition } from './definition.ts'
import { measureOf } from './measure.ts'
import { nameKey } from './name-key.ts'

/** Who types a value: the source office, or the unit itself (and its township). */
export const staters = ['office', 'unit'] as const
export type Stater = (typeof staters)[number]

export interface HeldDefinition extends FactDefinition {
  readonly statedBy: Stater
  readonly addedOn: Day
  readonly retiredOn: Day | null
}

/** All names a definition answers to. */
export function namesOfDefinition({ name, nameEn, aliases }: FactDefinition): string[] {
  return [name, ...(nameEn === undefined ? [] : [nameEn]), ...aliases]
}

/** Everything that makes a definition unusable, by field. */
export function definitionFaults(definition: FactDefinition): FieldError[] {
  const found: FieldError[] = []
  const say = (path: string, { detail }: { readonly detail: FieldError['detail'] }): void => void found.push({ path, detail })
  const { id, name, type, measure, choices, source } = definition
  if (!factIdPattern.test(id) || id.length > 80) say('id', problems.definitionId())
  if (nameKey(name) === '') say('name', problems.definitionName())
  if (source.trim() === '') say('source', problems.definitionSource())
  if (type === 'number' ? measure === null || measureOf(measure) === null : measure !== null) say('measure', problems.definitionMeasure())
  const distinct = new Set(choices.map((choice) => choice.trim()))
  const right = type === 'choice' ? choices.length >= 2 && distinct.size === choices.length && !distinct.has('') : choices.length === 0
  if (!right) say('choices', problems.definitionChoices())
  const { choicesEn = [] } = definition
  const english = new Set(choicesEn.map((choice) => choice.trim()))
  if (choicesEn.length > 0 && (choicesEn.length !== choices.length || english.size < choices.length || english.has('')))
    say('choicesEn', problems.definitionChoicesEn())
  const keys = [name, ...definition.aliases].map(nameKey)
  if (new Set(keys).size < keys.length || keys.includes('')) say('aliases', problems.definitionAliases())
  return found
}

const compared = ['name', 'nameEn', 'aliases', 'type', 'measure', 'choices', 'period', 'source'] as const

/** Fields in which two definitions of one id differ. */
export function differingFields(a: FactDefinition, b: FactDefinition): string[] {
  const text = (value: unknown): string => JSON.stringify(Array.isArray(value) ? value.map(String).toSorted(byBytes) : (value ?? null))
  return compared.filter((field) =>
    field === 'choices' ? JSON.stringify(a.choices) !== JSON.stringify(b.choices) : text(a[field]) !== text(b[field]),
  )
}
