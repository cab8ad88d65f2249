// The first sheet of a workbook, or every one, as text, read in a process of its own (workbook.ts). hucre reads the XML; this file decides what its values mean as text,
// and turns whatever a young library throws at hostile bytes into a refusal.

import { EncryptedFileError, readXlsx, streamXlsxRows, type CellValue } from 'hucre'
import { cleanCell, fitted, headerOf, type Row } from './cells.ts'
import { Halt, maxCellLength, maxWorkbookCells, type ReadLimits } from './limits.ts'
import { problems } from './problems.ts'
import { checkWorkbook } from './zip-check.ts'

function numberText(value: number): string {
  // What Excel shows: 15 significant digits, no binary remainder such as 0.30000000000000004, no exponent.
  const shown = String(Number(value.toPrecision(15)))
  return shown.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : shown
}

function dateText(value: Date): string {
  const text = value.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ')
}

/** A cell's value as the text a person sees; null for a number of more digits than a workbook can hold. */
function cellText(value: CellValue | undefined): string | null {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return cleanCell(value.replaceAll('\r\n', '\n'))
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) >= 1e15 ? null : numberText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return Number.isNaN(value.getTime()) ? '' : dateText(value)
}

const batchSize = 2000
const mostSheets = 50

interface Batch {
  readonly sheet: string
  readonly header: string[]
  readonly rows: Row[]
}

async function* sheetBatches(zip: Buffer, limits: ReadLimits, sheet = ''): AsyncGenerator<Batch, void, undefined> {
  let [header, rows, seen]: [string[], Row[], number] = [[], [], 0]
  for await (const { index, values } of streamXlsxRows(zip, sheet === '' ? {} : { sheet })) {
    const line = index + 1
    // Blank rows count too: a sheet of millions of them is no table.
    seen += 1
    if (seen > limits.maxRows + 1) throw new Halt(problems.tooManyRows({ limit: limits.maxRows }))
    const cells = values.map((value, column) => {
      const text = cellText(value)
      if (text === null) throw new Halt(problems.digitsLost({ line, column: header[column] ?? String(column + 1) }))
      if (text.length > maxCellLength) throw new Halt(problems.cellTooLong({ line, limit: maxCellLength }))
      return text
    })
    if (cells.every((cell) => cell === '')) continue
    if (header.length === 0) {
      header = headerOf(cells, limits)
      continue
    }
    if (seen * header.length > maxWorkbookCells)
      throw new Halt(problems.tooManyRows({ limit: Math.floor(maxWorkbookCells / header.length) }))
    rows.push({ line, cells: fitted(cells, header.length, line) })
    if (rows.length < batchSize) continue
    yield { sheet, header, rows }
    rows = []
  }
  if (header.length > 0) yield { sheet, header, rows }
}

/** Names of the sheets, without reading them. */
async function namesIn(zip: Buffer): Promise<string[]> {
  const names: string[] = []
  const note = ({ name }: { readonly name: string }): boolean => {
    names.push(name)
    return false
  }
  await readXlsx(zip, { sheets: note })
  if (names.length > mostSheets) throw new Halt(problems.tooComplex())
  return names
}

/** Header and rows in batches, of the first sheet or of one after the other; blank rows are left out, line numbers are Excel's own. Runs in xlsx-process.ts. */
export async function* workbookBatches(
  zip: Buffer,
  limits: ReadLimits,
  sheets: 'first' | 'all' = 'first',
): AsyncGenerator<Batch, void, undefined> {
  await checkWorkbook(zip, limits)
  try {
    if (sheets === 'first') yield* sheetBatches(zip, limits)
    else for (const name of await namesIn(zip)) yield* sheetBatches(zip, limits, name)
  } catch (error) {
    if (error instanceof Halt) throw error
    throw new Halt(error instanceof EncryptedFileError ? problems.oldOrLocked() : problems.damaged())
  }
}
