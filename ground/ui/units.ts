// The unit tree as the picker needs it, asked of the units room by name because ground knows no room's types.

import { callByName, hasEndpoint } from './client.ts'

export interface UnitRow {
  readonly code: string
  readonly name: string
  /** Names above it, `河南省 焦作市 孟州市`; empty when the answer has none. */
  readonly place: string
}

const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {})
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const nameOf = (value: unknown): string => (typeof value === 'string' ? value : text(record(value)['name']))

function placeOf(row: Readonly<Record<string, unknown>>): string {
  const above = row['path'] ?? row['place'] ?? row['ancestors'] ?? row['above']
  return Array.isArray(above) ? above.map(nameOf).filter(Boolean).join(' ') : text(above)
}

/** Reads units out of an answer: a list, or an object that holds one. */
export function readUnits(answer: unknown): readonly UnitRow[] {
  const rows = Array.isArray(answer) ? answer : (Object.values(record(answer)).find(Array.isArray) ?? [])
  return rows
    .map(record)
    .flatMap((row) => (text(row['code']) === '' ? [] : [{ code: text(row['code']), name: text(row['name']), place: placeOf(row) }]))
}

/** Units by name, code or pinyin initials. */
export async function searchUnits(q: string, signal?: AbortSignal): Promise<readonly UnitRow[]> {
  return readUnits(await callByName('units', 'search', { query: { q }, ...(signal === undefined ? {} : { signal }) }))
}

/** The units one level below. */
export async function unitsBelow(code: string, signal?: AbortSignal): Promise<readonly UnitRow[]> {
  return readUnits(await callByName('units', 'children', { params: { code }, ...(signal === undefined ? {} : { signal }) }))
}

/** What the first page and the row of units above need to know of a unit. */
export interface UnitSummary {
  readonly name: string
  readonly path: readonly { readonly code: string; readonly name: string }[]
  /** How many lie below, by level. */
  readonly below: readonly { readonly level: number; readonly count: number }[]
}

const list = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value.map(record) : [])

/** One unit with the units above it and the numbers of those below. */
export async function unitSummary(code: string, signal?: AbortSignal): Promise<UnitSummary> {
  const answer = record(await callByName('units', 'get', { params: { code }, ...(signal === undefined ? {} : { signal }) }))
  return {
    name: text(answer['name']),
    path: list(answer['path']).map((unit) => ({ code: text(unit['code']), name: text(unit['name']) })),
    below: list(answer['below']).map((each) => ({ level: Number(each['level']), count: Number(each['count']) })),
  }
}

/** The name of one unit; null when the house cannot say. */
export async function unitName(code: string, signal?: AbortSignal): Promise<string | null> {
  const key = ['get', 'find', 'show'].find((each) => hasEndpoint('units', each))
  if (key === undefined) return (await searchUnits(code, signal)).find((unit) => unit.code === code)?.name ?? null
  const answer = record(await callByName('units', key, { params: { code }, ...(signal === undefined ? {} : { signal }) }))
  return text(answer['name']) || text(record(answer['unit'])['name']) || null
}
