// Writing CSV as a stream, so that an export of a province takes the memory of a thousand rows.

import { stringify } from 'csv-stringify/sync'
import { escapeFormula } from './cells.ts'

/** What a cell may hold when written; days and exact numbers go in as their texts. */
export type Cell = string | number | boolean | null

export interface CsvOptions {
  /** The first row. */
  readonly header?: readonly string[]
  /** Byte order mark, without which Excel takes the text for GBK. Default true. */
  readonly bom?: boolean
  /** Keeps cells that begin with = + - @ from running as formulas. Default true; off only for files no person opens. */
  readonly escapeFormulas?: boolean
  /** Default LF. */
  readonly lineEnd?: '\n' | '\r\n'
}

const batchSize = 1000

/** The rows as CSV text (RFC 4180), piece by piece. */
export async function* writeCsv(
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
  options: CsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  const { header, bom = true, escapeFormulas = true, lineEnd = '\n' } = options
  const text = (cell: Cell): string => {
    const plain = cell === null ? '' : String(cell)
    return escapeFormulas ? escapeFormula(plain) : plain
  }
  const write = (batch: readonly (readonly Cell[])[]): string =>
    stringify(
      batch.map((row) => row.map(text)),
      { record_delimiter: lineEnd, quoted_match: /[\r\n]/ },
    )
  if (bom) yield '\uFEFF'
  let batch: (readonly Cell[])[] = header === undefined ? [] : [header]
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < batchSize) continue
    yield write(batch)
    batch = []
  }
  if (batch.length > 0) yield write(batch)
}
