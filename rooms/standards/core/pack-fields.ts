// Reads JSON of unknown shape field by field. What is missing, unknown or of another type becomes a fault with its path; the
// reader then goes on with a stand-in, so that all faults are found in one pass.

import { factIdPattern } from '#rooms/facts/core/definition.ts'
import { problems } from '../problems.ts'
import { reservedWords } from './expression-words.ts'
import { at, fault } from './faults.ts'
import type { Place } from './faults.ts'
import { nearest } from './nearest.ts'

export type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The longest text of one field. */
export const longestText = 1000
const mostItems = 2000

/** An object with these fields and no others; null when it is none. */
export function readFields(place: Place, value: unknown, required: readonly string[], optional: readonly string[] = []): Fields {
  if (!isObject(value)) {
    fault(place, problems.wrongType({ wanted: 'object' }))
    return {}
  }
  const known = [...required, ...optional]
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) fault(at(place, key), problems.unknownField({ field: key, near: nearest(key, known) }))
  }
  for (const name of required) {
    if (value[name] === undefined) fault(at(place, name), problems.missingField({ field: name }))
  }
  return value
}

/** The items of a list; none when it is absent. */
export function readItems<T>(place: Place, value: unknown, read: (place: Place, item: unknown) => T): T[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    fault(place, problems.wrongType({ wanted: 'list' }))
    return []
  }
  if (value.length > mostItems) {
    fault(place, problems.tooMany({ most: mostItems }))
    return []
  }
  return value.map((item, index) => read(at(place, index), item))
}

/** A text; `empty` allows none, and then a missing one too. */
export function readText(place: Place, value: unknown, empty: 'empty' | 'full' = 'full', most = longestText): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') {
    fault(place, problems.wrongType({ wanted: 'text' }))
    return ''
  }
  const text = value.trim()
  const unusable = !text.isWellFormed() || text.length > most || /(?![\n\t])\p{Cc}/u.test(text)
  if (unusable || (text === '' && empty === 'full')) fault(place, problems.badText({ most }))
  return text
}

/** A text that may be absent. */
export function readPerhaps(place: Place, value: unknown): string | null {
  return value === undefined || value === null || value === '' ? null : readText(place, value)
}

/** Texts that may be absent, as members of what is read: absent again when they are, so that a content keeps its digest. */
export function readOptional<K extends string>(place: Place, fields: Fields, ...keys: readonly K[]): { readonly [T in K]?: string } {
  const texts: { [T in K]?: string } = {}
  for (const key of keys) {
    const text = readPerhaps(at(place, key), fields[key])
    if (text !== null) texts[key] = text
  }
  return texts
}

/** An id that rules and files may name. */
export function readId(place: Place, value: unknown): string {
  if (value === undefined) return ''
  if (typeof value === 'string' && value.length <= 60 && factIdPattern.test(value) && !reservedWords.has(value)) return value
  fault(place, problems.badId())
  return ''
}

/** One of some words. */
export function readWord<T extends string>(place: Place, value: unknown, words: readonly [T, ...T[]]): T {
  const found = words.find((word) => word === value)
  if (found === undefined && value !== undefined) fault(place, problems.notOneOf({ words }))
  return found ?? words[0]
}

/** True or false; the given one when absent. */
export function readYesNo(place: Place, value: unknown, otherwise: boolean): boolean {
  if (typeof value === 'boolean') return value
  if (value !== undefined) fault(place, problems.wrongType({ wanted: 'yes-no' }))
  return otherwise
}

const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day of the year, `06-30`. */
export function readMonthDay(place: Place, value: unknown): string {
  if (value === undefined) return ''
  const [, month = '', day = ''] = (typeof value === 'string' ? /^(\d\d)-(\d\d)$/.exec(value) : null) ?? []
  const last = days[Number(month) - 1]
  if (last !== undefined && Number(day) >= 1 && Number(day) <= last) return `${month}-${day}`
  fault(place, problems.badMonthDay())
  return ''
}

/** Notes every id that stands twice. */
export function noteRepeated(ids: readonly { readonly id: string; readonly place: Place }[]): void {
  const seen = new Set<string>()
  for (const { id, place } of ids) {
    if (id === '') continue
    if (seen.has(id)) fault(place, problems.duplicateId({ id }))
    seen.add(id)
  }
}
