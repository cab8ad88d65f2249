// Reads JSON of unknown shape field by field. What is missing, unknown or of another type becomes a fault with its path;
// the reader then gets null and goes on, so that all faults are found in one pass.

import { parseExact } from '#ground/kernel/exact.ts'
import type { Exact } from '#ground/kernel/exact.ts'
import { problems } from '../problems.ts'
import { fault } from './faults.ts'
import type { Faults } from './faults.ts'

export type Fields = Readonly<Record<string, unknown>>

/** A decimal together with the text it was written as. */
export interface Written {
  readonly text: string
  readonly value: Exact
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The path of a member; `$` is the whole document. */
export function memberPath(path: string, key: string): string {
  return path === '$' ? key : `${path}.${key}`
}

/** An object as it is; null when it is none. */
export function readObject(faults: Faults, value: unknown, path: string): Fields | null {
  if (isObject(value)) return value
  if (value !== undefined) fault(faults, path, problems.wrongType({ wanted: 'object' }))
  return null
}

/** An object with exactly these fields. A missing one is reported here; its own reader then gets undefined and is silent. */
export function readFields(faults: Faults, value: unknown, path: string, names: readonly string[]): Fields | null {
  const fields = readObject(faults, value, path)
  if (fields === null) return null
  for (const key of Object.keys(fields)) {
    if (!names.includes(key)) fault(faults, memberPath(path, key), problems.unknownField({ field: key }))
  }
  for (const name of names) {
    if (fields[name] === undefined) fault(faults, memberPath(path, name), problems.missingField({ field: name }))
  }
  return fields
}

/** The items of a list; none when it is no list. */
export function readList(faults: Faults, value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (value !== undefined) fault(faults, path, problems.wrongType({ wanted: 'list' }))
  return []
}

/** The items of a list that others refer to. */
export function readRoll(faults: Faults, value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) faults.solid = false
  return readList(faults, value, path)
}

/** Any text of whole characters. */
export function readText(faults: Faults, value: unknown, path: string): string | null {
  if (typeof value === 'string' && value.isWellFormed()) return value
  if (value !== undefined) fault(faults, path, typeof value === 'string' ? problems.badName() : problems.wrongType({ wanted: 'text' }))
  return null
}

/** A text that others may refer to. */
export function readName(faults: Faults, value: unknown, path: string): string | null {
  const text = readText(faults, value, path)
  if (text === '') fault(faults, path, problems.badName())
  if (text === null || text === '') {
    faults.solid = false
    return null
  }
  return text
}

/** Points or weights. */
export function readDecimal(faults: Faults, value: unknown, path: string): Written | null {
  if (value === undefined) return null
  const parsed = typeof value === 'string' ? parseExact(value) : null
  if (parsed !== null) return { text: value as string, value: parsed }
  fault(faults, path, problems.notDecimal())
  return null
}

/** A whole number, 0 or more. */
export function readCount(faults: Faults, value: unknown, path: string): number | null {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  if (value !== undefined) fault(faults, path, typeof value === 'number' ? problems.badCount() : problems.wrongType({ wanted: 'number' }))
  return null
}

/** Notes every id that stands twice in a list; gives the place of each id's first. */
export function placesOf(faults: Faults, ids: readonly (string | null)[], pathOf: (index: number) => string): Map<string, number> {
  const places = new Map<string, number>()
  for (const [index, id] of ids.entries()) {
    if (id === null) continue
    if (places.has(id)) fault(faults, pathOf(index), problems.duplicateId({ id }))
    else places.set(id, index)
  }
  return places
}
