// The first sheet of a workbook as text. hucre reads the XML; this file decides what its values mean as text,
// and turns whatever a young library throws at hostile bytes into a refusal.

import { EncryptedFileError, streamXlsxRows, type CellValue } from 'hucre'
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

async function readSheet(zip: Buffer, limits: ReadLimits): Promise<{ header: string[]; rows: Row[] }> {
  let header: string[] = []
  const rows: Row[] = []
  for await (const { index, values } of streamXlsxRows(zip)) {
    const line = index + 1
    const cells = values.map((value, column) => {
      const text = cellText(value)
      if (text === null) throw new Halt(problems.digitsLost({ line, column: header[column] ?? String(column + 1) }))
      if (text.length > maxCellLength) throw new Halt(problems.cellTooLong({ line, limit: maxCellLength }))
      return text
    })
    if (cells.every((cell) => cell === '')) continue
    if (header.length === 0) {
      header = headerOf(cells, limits)
    } else {
      rows.push({ line, cells: fitted(cells, header.length, line) })
      if (rows.length > limits.maxRows) throw new Halt(problems.tooManyRows({ limit: limits.maxRows }))
      if (rows.length * header.length > maxWorkbookCells) throw new Halt(problems.tooManyRows({ limit: Math.floor(maxWorkbookCells / header.length) }))
    }
  }
  return { header, rows }
}

/** The first sheet's header and rows; blank rows are left out, line numbers are Excel's own. */
export async function readWorkbook(zip: Buffer, limits: ReadLimits): Promise<{ header: string[]; rows: Row[] }> {
  await checkWorkbook(zip, limits)
  try {
    return await readSheet(zip, limits)
  } catch (error) {
    if (error instanceof Halt) throw error
    throw new Halt(error instanceof EncryptedFileError ? problems.oldOrLocked() : problems.damaged())
  }
}
