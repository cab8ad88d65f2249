// The backup's file, format liangxing-backup/1: one gzip stream of lines that a person can read with zcat, and psql could
// load by hand. A header line, per table a line that names it and its rows as COPY text up to `\.`, the waiting tasks
// likewise, and a trailer line with the digests of all parts, sealed under the instance's key.

import { createHmac } from 'node:crypto'
import { canonical } from '#ground/kernel/canonical.ts'
import type { Vault } from '#ground/vault/vault.ts'

export const format = 'liangxing-backup/1'
/** The line that ends a part; in COPY text a backslash is always escaped, so no row can look like it. */
export const endOfRows = '\\.\n'
/** The part that is no table: tasks waiting in the queue, one JSON object a row. */
export const waitingTasks = 'waiting tasks'

export interface Migration {
  readonly name: string
  readonly digest: string
}

export interface Header {
  readonly format: typeof format
  /** Version of the program. */
  readonly version: string
  readonly postgres: string
  readonly madeAt: string
  /** Fingerprint of the key file it needs; never the key. */
  readonly key: string
  /** Applied migrations (policies, which hold no data, are not among them). */
  readonly migrations: readonly Migration[]
}

/** A part: its table or `waiting tasks`, and the columns of its rows. */
export interface PartLine {
  readonly part: string
  readonly columns: readonly string[]
}

export interface Part {
  readonly part: string
  readonly rows: number
  readonly bytes: number
  /** SHA-256 of the rows' bytes. */
  readonly digest: string
}

export interface Trailer {
  readonly parts: readonly Part[]
  /** HMAC-SHA256 over header line and parts. */
  readonly seal: string
}

/** The seal that only a holder of the key can make; it covers the header's very bytes and, by their digests, all rows. */
export function sealOf(vault: Vault, headerLine: string, parts: readonly Part[]): string {
  return createHmac('sha256', vault.derive('backup/1'))
    .update(headerLine)
    .update('\n')
    .update(canonical(parts.map((part) => ({ ...part }))))
    .digest('hex')
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function parsed(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

const isMigration = (value: unknown): boolean => isRecord(value) && typeof value['name'] === 'string' && typeof value['digest'] === 'string'

/** The header, or null when the line is none. */
export function readHeader(line: string): Header | null {
  const value = parsed(line)
  if (value === null || value['format'] !== format || typeof value['key'] !== 'string' || typeof value['version'] !== 'string') return null
  if (!Array.isArray(value['migrations']) || !value['migrations'].every(isMigration)) return null
  return value as unknown as Header
}

/** A part's first line, or null when the line begins something else. */
export function readPartLine(line: string): PartLine | null {
  const value = parsed(line)
  if (value === null || typeof value['part'] !== 'string' || !Array.isArray(value['columns'])) return null
  return { part: value['part'], columns: value['columns'].map(String) }
}

/** The trailer, or null when the line is none. */
export function readTrailer(line: string): Trailer | null {
  const value = parsed(line)
  if (value === null || typeof value['seal'] !== 'string' || !Array.isArray(value['parts'])) return null
  return value as unknown as Trailer
}

/** Rows end with a line feed, and COPY writes one inside a value as two letters. */
export function countLines(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1
  return count
}
