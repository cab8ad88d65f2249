// Reading a table from a file of any of the kinds offices send. The header is there at once, rows come in batches:
// of a CSV as they are read, so that a file of any length takes the memory of one batch; of a workbook all together.

import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse, type Result } from '#ground/kernel/result.ts'
import type { Row } from './cells.ts'
import { csvBatches } from './csv-read.ts'
import { decoded } from './decode.ts'
import { defaultLimits, Halt, type ReadLimits } from './limits.ts'
import { problems } from './problems.ts'
import { bytesOf, gather, gunzip, kindOf, peek, type Bytes, type TableSource } from './source.ts'
import { readAllSheets, readWorkbook } from './workbook.ts'
import type { ReadSheet } from './workbook.ts'

export type { Row } from './cells.ts'
export type { ReadLimits } from './limits.ts'
export type { TableSource } from './source.ts'
export type { ReadSheet } from './workbook.ts'

export interface Table {
  readonly kind: 'csv' | 'csv.gz' | 'xlsx'
  /** Column names, trimmed, distinct. */
  readonly header: readonly string[]
  /**
   * Rows in batches of some thousands, once. A refusal is the last batch: what came before it must not be kept.
   * Leaving the loop early closes the file.
   */
  readonly batches: AsyncIterable<Result<readonly Row[]>>
  /** Closes the file when `batches` is not looped over. */
  close(): Promise<void>
}

async function* refusing(
  first: readonly Row[],
  rest: AsyncIterable<{ rows: readonly Row[] }>,
): AsyncGenerator<Result<readonly Row[]>, void, undefined> {
  try {
    if (first.length > 0) yield ok(first)
    for await (const { rows } of rest) if (rows.length > 0) yield ok(rows)
  } catch (error) {
    if (!(error instanceof Halt)) throw error
    yield refuse(error.problem)
  }
}

async function csvTable(bytes: Bytes, kind: 'csv' | 'csv.gz', limits: ReadLimits): Promise<Table> {
  const all = csvBatches(decoded(bytes), limits)
  const first = await all.next()
  if (first.done === true) throw new Halt(problems.empty())
  const batches = refusing(first.value.rows, all)
  const close = async (): Promise<void> => {
    await batches.return()
    await all.return()
    await bytes.return()
  }
  return { kind, header: first.value.header, batches, close }
}

async function open(source: TableSource, limits: ReadLimits): Promise<Table> {
  const { head, bytes } = await peek(bytesOf(source, limits.maxBytes))
  try {
    const kind = kindOf(head)
    if (kind === 'csv') return await csvTable(bytes, 'csv', limits)
    if (kind === 'gz') {
      const inner = await peek(gunzip(bytes, limits.maxExpandedBytes))
      if (kindOf(inner.head) === 'csv') return await csvTable(inner.bytes, 'csv.gz', limits)
      await inner.bytes.return()
      throw new Halt(problems.notATable())
    }
    if (kind !== 'zip') throw new Halt(kind === 'old' ? problems.oldOrLocked() : problems.notATable())
    const { header, rows } = await readWorkbook(await gather(bytes), limits)
    if (header.length === 0) throw new Halt(problems.empty())
    return { kind: 'xlsx', header, batches: refusing(rows, { async *[Symbol.asyncIterator]() {} }), close: async () => undefined }
  } catch (error) {
    await bytes.return()
    throw error
  }
}

async function caught<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof Halt) return refuse(error.problem)
    throw error
  }
}

/**
 * Opens a table: .csv, .csv.gz or .xlsx, told by content; UTF-8 with or without BOM, or GB18030.
 * Cells are trimmed, blank rows left out, short rows filled with empty cells. Refused with problems 200–220.
 */
export async function readTable(source: TableSource, limits: Partial<ReadLimits> = {}): Promise<Result<Table>> {
  return caught(() => open(source, { ...defaultLimits, ...limits }))
}

/** A whole table in memory, for lists of moderate length; `maxRows` is 100,000 unless told otherwise. */
export async function readRows(
  source: TableSource,
  limits: Partial<ReadLimits> = {},
): Promise<Result<{ header: readonly string[]; rows: Row[] }>> {
  const table = await readTable(source, { maxRows: 100_000, ...limits })
  if (!table.ok) return table
  const rows: Row[] = []
  for await (const batch of table.value.batches) {
    if (!batch.ok) return batch
    for (const row of batch.value) rows.push(row)
  }
  return ok({ header: table.value.header, rows })
}

/** Every sheet of a workbook that is not empty, for what belongs together in one file; anything but a workbook is refused. */
export async function readBook(source: TableSource, limits: Partial<ReadLimits> = {}): Promise<Result<ReadSheet[]>> {
  const all = { ...defaultLimits, maxRows: 100_000, ...limits }
  return caught(async () => {
    const { head, bytes } = await peek(bytesOf(source, all.maxBytes))
    const kind = kindOf(head)
    if (kind === 'zip') return readAllSheets(await gather(bytes), all)
    await bytes.return()
    throw new Halt(kind === 'old' ? problems.oldOrLocked() : problems.notATable())
  })
}

/** The names a column may bear, the first being the one to show; `optional` columns may be absent. */
export interface ColumnNames {
  readonly names: readonly [string, ...string[]]
  readonly optional?: boolean
}

/** Where the wanted columns stand, -1 for optional ones that are not there. Case does not matter; other columns are ignored. */
export function columnsOf<const K extends string>(
  header: readonly string[],
  wanted: Readonly<Record<K, ColumnNames>>,
): Result<Record<K, number>> {
  const folded = header.map((name) => name.toLowerCase())
  const places: Record<string, number> = {}
  const missing: string[] = []
  let repeated: Problem | null = null
  for (const [key, { names, optional }] of Object.entries<ColumnNames>(wanted)) {
    // Names that differ in case only are one.
    const found = [...new Set(names.map((name) => folded.indexOf(name.toLowerCase())))].filter((place) => place !== -1)
    if (found.length > 1) repeated ??= problems.columnRepeated({ names: found.map((place) => header[place] ?? '') })
    if (found.length === 0 && optional !== true) missing.push(names[0])
    places[key] = found[0] ?? -1
  }
  if (missing.length > 0) return refuse(problems.columnsMissing({ names: missing }))
  return repeated === null ? ok(places as Record<K, number>) : refuse(repeated)
}
