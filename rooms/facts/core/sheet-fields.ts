// Reads JSON of unknown shape field by field: what is missing, unknown or of another type is noted with its path and reading
// goes on, so that one pass finds everything that has to be mended.

import { isDay } from '#ground/kernel/days.ts'
import type { FieldError, Problem } from '#ground/kernel/problem.ts'
import { problems } from '../problems.ts'

export type Fields = Readonly<Record<string, unknown>>

/** A place in the document and the list in which its faults are noted. */
export interface Place {
  readonly faults: FieldError[]
  /** `$` is the whole document. */
  readonly path: string
}

/** Notes a fault at a place. */
export function fault({ faults, path }: Place, problem: Problem): void {
  faults.push({ path, detail: problem.detail })
}

/** The place of a member. */
export function at({ faults, path }: Place, key: string): Place {
  return { faults, path: path === '$' ? key : `${path}.${key}` }
}

/** The place of an item. */
export function item({ faults, path }: Place, index: number): Place {
  return { faults, path: `${path}[${index}]` }
}

/** An object of any members; null when it is none. */
export function readObject(place: Place, value: unknown): Fields | null {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  if (value !== undefined) fault(place, problems.sheetWrongType({ wanted: 'object' }))
  return null
}

/** An object with these fields and no others. A missing one is noted here; its own reader then gets undefined and is silent. */
export function readFields(place: Place, value: unknown, names: readonly string[], perhaps: readonly string[] = []): Fields {
  const fields = readObject(place, value)
  if (fields === null) return {}
  for (const key of Object.keys(fields)) {
    if (!names.includes(key) && !perhaps.includes(key)) fault(at(place, key), problems.sheetUnknownField({ field: key }))
  }
  for (const name of names) if (!Object.hasOwn(fields, name)) fault(at(place, name), problems.sheetMissingField({ field: name }))
  return fields
}

/** Items of a list, each read at its own place; undefined when the list is not there or is none. */
export function readItems<T>(place: Place, value: unknown, read: (place: Place, value: unknown) => T): T[] | undefined {
  if (Array.isArray(value)) return value.map((entry: unknown, index) => read(item(place, index), entry))
  if (value !== undefined) fault(place, problems.sheetWrongType({ wanted: 'list' }))
  return undefined
}

/** A text that says something; empty where it was refused. */
export function readText(place: Place, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '' && value.isWellFormed()) return value
  if (value !== undefined) fault(place, problems.sheetWrongType({ wanted: 'text' }))
  return ''
}

/** A day that exists; empty where it was refused. */
export function readDay(place: Place, value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value
  if (value !== undefined) fault(place, problems.sheetNoDay())
  return ''
}

/** True or false. */
export function readYesNo(place: Place, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  if (value !== undefined) fault(place, problems.sheetWrongType({ wanted: 'yes-no' }))
  return false
}

/** One of a closed list of words; the first where it was refused. */
export function readWord<const W extends string>(place: Place, value: unknown, words: readonly [W, ...W[]]): W {
  const found = words.find((word) => word === value)
  if (found === undefined && value !== undefined) fault(place, problems.sheetNotOneOf({ words }))
  return found ?? words[0]
}
