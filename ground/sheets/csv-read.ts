// Records of a CSV text (RFC 4180) in batches. Lines without quotes, nearly all of them, are split directly;
// only those with quotes go through csv-parse, because an import of all China must keep up with the database.

import { CsvError, parse } from 'csv-parse/sync'
import { cleanCell, fitted, headerOf, type Row } from './cells.ts'
import { Halt, maxCellLength, maxRecordLength, type ReadLimits } from './limits.ts'
import { problems } from './problems.ts'

interface Raw {
  readonly line: number
  readonly text: string
}

// What makes cells worth cleaning one by one: white space of any width, and the apostrophe of an escaped formula.
const soiled = /[\s']/

function quotesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) count += 1
  return count
}

/** Puts lines together to records: a line break inside quotes belongs to its cell. Yields raw records, blank lines left out. */
async function* rawRecords(
  pieces: AsyncIterable<string>,
): AsyncGenerator<{ records: Raw[]; quoted: boolean; last: boolean }, void, undefined> {
  let [carry, open, openLine, line] = ['', '', 0, 0]
  const take = (text: string, records: Raw[]): boolean => {
    line += 1
    const bare = text.charCodeAt(text.length - 1) === 13 ? text.slice(0, -1) : text
    const odd = quotesIn(bare) % 2 === 1
    if (open !== '') {
      open += `\n${bare}`
      if (open.length > maxRecordLength) throw new Halt(problems.badQuotes({ line: openLine }))
      if (odd) {
        records.push({ line: openLine, text: open })
        open = ''
      }
      return true
    }
    if (odd) {
      open = bare
      openLine = line
      return true
    }
    if (bare !== '') records.push({ line, text: bare })
    return bare.includes('"')
  }
  for await (const piece of pieces) {
    const lines = (carry + piece).split('\n')
    carry = lines.pop() ?? ''
    if (carry.length > maxRecordLength) throw new Halt(problems.cellTooLong({ line: line + lines.length + 1, limit: maxCellLength }))
    const records: Raw[] = []
    let quoted = false
    if (open === '' && !piece.includes('"') && !(lines[0] ?? '').includes('"')) {
      for (const text of lines) {
        line += 1
        const bare = text.charCodeAt(text.length - 1) === 13 ? text.slice(0, -1) : text
        if (bare !== '') records.push({ line, text: bare })
      }
    } else {
      for (const text of lines) quoted = take(text, records) || quoted
    }
    if (records.length > 0) yield { records, quoted, last: false }
  }
  const records: Raw[] = []
  const quoted = carry !== '' && take(carry, records)
  // One unfinished line is a file cut off; a quote open over many lines is more likely a stray one.
  if (open !== '') throw new Halt(open.includes('\n') ? problems.badQuotes({ line: openLine }) : problems.cutOff())
  if (records.length > 0) yield { records, quoted, last: true }
}

function withQuotes(records: readonly Raw[], delimiter: string): string[][] {
  const first = records[0]?.line ?? 1
  try {
    const parsed = parse(records.map((record) => record.text).join('\n'), {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: maxRecordLength,
    })
    if (parsed.length === records.length) return parsed
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  // Which one it was is found by reading them one by one; this happens once, for the message.
  for (const record of records.length > 1 ? records : []) withQuotes([record], delimiter)
  throw new Halt(problems.badQuotes({ line: first }))
}

function split(records: readonly Raw[], quoted: boolean, delimiter: string): string[][] {
  if (!quoted) return records.map((record) => record.text.split(delimiter))
  // All records with quotes in one call: starting the parser costs more than reading a line.
  const parsed = withQuotes(
    records.filter((record) => record.text.includes('"')),
    delimiter,
  )
  let next = 0
  return records.map((record) => {
    if (!record.text.includes('"')) return record.text.split(delimiter)
    next += 1
    return parsed[next - 1] ?? []
  })
}

function delimiterOf(header: string): string {
  return [',', '\t', ';'].find((mark) => header.includes(mark)) ?? ','
}

/** The header as the first batch's `header`, then rows; every batch is what one piece of the text held. */
export async function* csvBatches(
  pieces: AsyncIterable<string>,
  limits: ReadLimits,
): AsyncGenerator<{ header: string[]; rows: Row[] }, void, undefined> {
  let [header, delimiter, count, short]: [string[], string, number, boolean] = [[], ',', 0, false]
  for await (const { records, quoted, last } of rawRecords(pieces)) {
    const first = header.length === 0 ? records[0] : undefined
    if (first !== undefined) delimiter = delimiterOf(first.text)
    const rows: Row[] = []
    for (const [index, raw] of split(records, quoted, delimiter).entries()) {
      const { line, text } = records[index] ?? { line: 0, text: '' }
      if (header.length === 0) {
        header = headerOf(raw, limits)
        continue
      }
      const cells = soiled.test(text) ? raw.map(cleanCell) : raw
      if (text.length > maxCellLength && cells.some((cell) => cell.length > maxCellLength)) {
        throw new Halt(problems.cellTooLong({ line, limit: maxCellLength }))
      }
      // A last line without its end, shorter than all before it, was cut off on the way.
      if (last && cells.length < header.length && count > 0 && !short) throw new Halt(problems.cutOff())
      short ||= cells.length < header.length
      if (cells[0] === '' && cells.every((cell) => cell === '')) continue
      rows.push({ line, cells: fitted(cells, header.length, line) })
    }
    count += rows.length
    if (count > limits.maxRows) throw new Halt(problems.tooManyRows({ limit: limits.maxRows }))
    if (header.length > 0) yield { header, rows }
  }
}
