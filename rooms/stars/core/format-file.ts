// A report format as a file that one county hands to another: the same members as it has here, what is usual left out. Read as
// strictly as a pack, every fault with its number and path.

import type { FieldError, Text } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { at, errorsOf, fault } from '#rooms/standards/core/faults.ts'
import type { Place } from '#rooms/standards/core/faults.ts'
import { readFields, readItems, readText, readWord } from '#rooms/standards/core/pack-fields.ts'
import { problems } from '../problems.ts'
import { dateStyles, reportFields, reportLists } from './report-format.ts'
import type { ReportColumn, ReportFormat, ReportList } from './report-format.ts'

/** The format that such a file names; another is another program's. */
export const formatFileKind = 'liangxing-report-format-1'

/** How long names and cells may be, and how many columns and words there are at most. */
export const formatLimits = { name: 100, sheet: 31, header: 60, cell: 200, columns: 60, words: 100 } as const

const fileKinds = ['xlsx', 'csv'] as const

function columnWritten({ header, field, constant, values, otherwise }: ReportColumn): object {
  return {
    header,
    ...(field === null ? {} : { field }),
    ...(constant === '' ? {} : { constant }),
    ...(values.length === 0 ? {} : { values }),
    ...(otherwise === null ? {} : { otherwise }),
  }
}

/** The document of a format; reading it gives the format again. */
export function formatDocument({ name, system, list, file, sheet, dates, columns }: ReportFormat): object {
  return { format: formatFileKind, name, system, list, file, sheet, dates, columns: columns.map(columnWritten) }
}

function readWords(place: Place, value: unknown): ReportColumn['values'][number] {
  const fields = readFields(place, value, ['is', 'becomes'])
  const cell = (key: 'is' | 'becomes'): string => readText(at(place, key), fields[key], 'empty', formatLimits.cell)
  return { is: cell('is'), becomes: cell('becomes') }
}

function readField(place: Place, value: unknown, list: ReportList): string | null {
  if (value === undefined || value === null) return null
  const field = readText(place, value)
  const known: readonly string[] = reportFields[list]
  if (field !== '' && !known.includes(field)) fault(place, problems.foreignField({ field }))
  return field
}

const readColumn =
  (list: ReportList) =>
  (place: Place, value: unknown): ReportColumn => {
    const fields = readFields(place, value, ['header'], ['field', 'constant', 'values', 'otherwise'])
    const { otherwise } = fields
    const values = readItems(at(place, 'values'), fields['values'], readWords)
    if (values.length > formatLimits.words) fault(at(place, 'values'), problems.tooManyParts({ most: formatLimits.words }))
    return {
      header: readText(at(place, 'header'), fields['header'], 'full', formatLimits.header),
      field: readField(at(place, 'field'), fields['field'], list),
      constant: readText(at(place, 'constant'), fields['constant'], 'empty', formatLimits.cell),
      values,
      otherwise:
        otherwise === undefined || otherwise === null ? null : readText(at(place, 'otherwise'), otherwise, 'empty', formatLimits.cell),
    }
  }

/** A fault with its place in words: people count columns from one. */
function placed(error: FieldError): FieldError {
  const [, index, rest = ''] = /^columns\[(\d+)\](.*)$/.exec(error.path) ?? []
  if (error.path === '$') return error
  const place = index === undefined ? { zh: error.path, en: error.path } : columnPlace(Number(index) + 1, rest.replace(/^\./, ' '))
  return { ...error, detail: { zh: `${place.zh}：${error.detail.zh}`, en: `${place.en}: ${error.detail.en}` } }
}

const columnPlace = (number: number, rest: string): Text => ({ zh: `第 ${number} 个栏目${rest}`, en: `column ${number}${rest}` })

/** The format in a document of unknown shape, or the refusal that lists every fault. */
export function readFormat(value: unknown): Result<ReportFormat> {
  const whole: Place = { faults: [], path: '$' }
  const fields = readFields(whole, value, ['format', 'name', 'list', 'sheet', 'columns'], ['system', 'file', 'dates'])
  if (fields['format'] !== undefined && fields['format'] !== formatFileKind)
    fault(at(whole, 'format'), problems.otherFormatFile({ format: formatFileKind }))
  const list = readWord(at(whole, 'list'), fields['list'], reportLists)
  const columns = readItems(at(whole, 'columns'), fields['columns'], readColumn(list))
  const { columns: most } = formatLimits
  if (columns.length > most) fault(at(whole, 'columns'), problems.tooManyParts({ most }))
  if (columns.length === 0 && Array.isArray(fields['columns'])) fault(at(whole, 'columns'), problems.noColumns())
  const read: ReportFormat = {
    name: readText(at(whole, 'name'), fields['name'], 'full', formatLimits.name),
    system: readText(at(whole, 'system'), fields['system'], 'empty', formatLimits.name),
    list,
    file: readWord(at(whole, 'file'), fields['file'] ?? 'xlsx', fileKinds),
    sheet: readText(at(whole, 'sheet'), fields['sheet'], 'full', formatLimits.sheet),
    dates: readWord(at(whole, 'dates'), fields['dates'] ?? 'dash', dateStyles),
    columns,
  }
  const { faults } = whole
  return faults.length === 0 ? ok(read) : refuse(problems.formatFaulty({ count: faults.length }, errorsOf(faults).map(placed)))
}

/** The same out of the text of a file. */
export function readFormatText(text: string): Result<ReportFormat> {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refuse(problems.formatNotJson())
  }
  return readFormat(value)
}
