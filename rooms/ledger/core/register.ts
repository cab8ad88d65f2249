// Registers of their own kind: which fields an entry has besides the problem is data of a pack; what is typed is checked here.

import { isDay } from '#ground/kernel/days.ts'
import type { Text } from '#ground/kernel/problem.ts'

export interface RegisterField {
  readonly id: string
  readonly title: Text
  readonly type: 'text' | 'number' | 'day' | 'choice'
  readonly required?: boolean
  readonly choices?: readonly Text[]
}

export interface Register {
  /** The `kind` of its entries. */
  readonly id: string
  readonly title: Text
  /** Says that it is a sample and whom it does not speak for. */
  readonly note: Text
  readonly sample: boolean
  /** The field by which one tells its entries of one unit apart; null when a unit stands in it once. */
  readonly key: string | null
  readonly star: string | null
  readonly fields: readonly RegisterField[]
}

export type Particulars = Readonly<Record<string, string>>

const mostText = 500

function isFit(field: RegisterField, value: string): boolean {
  if (value === '') return field.required !== true
  if (field.type === 'day') return isDay(value)
  if (field.type === 'number') return /^\d{1,9}$/.test(value)
  if (field.type === 'choice') return (field.choices ?? []).some((choice) => choice.zh === value)
  return value.length <= mostText
}

/** Fields that are missing, unknown or not of their type; empty when all is well. */
export function particularsFaults(register: Register, given: Particulars): string[] {
  const unknown = Object.keys(given).filter((id) => !register.fields.some((field) => field.id === id))
  const unfit = register.fields.filter((field) => !isFit(field, (given[field.id] ?? '').trim())).map((field) => field.id)
  return [...unknown, ...unfit]
}

/** As kept: trimmed, without what was left empty. */
export function keptParticulars(given: Particulars): Particulars {
  return Object.fromEntries(Object.entries(given).flatMap(([id, value]) => (value.trim() === '' ? [] : [[id, value.trim()]])))
}
