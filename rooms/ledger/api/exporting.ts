// The four lists as a file: one of them as CSV or XLSX, of any length, or all four as one workbook. The columns are those of
// core/lists.ts.

import type { Handler } from '#ground/http/handler.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Cell } from '#ground/sheets/csv-write.ts'
import { fitsSheet, rowsInBatches } from '#ground/sheets/list-file.ts'
import { sheetFile } from '#ground/sheets/sheet-file.ts'
import { writeWorkbook } from '#ground/sheets/xlsx-book.ts'
import { packCalendar } from '#ground/instance/pack-calendar.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { dueOf } from '../core/deadline.ts'
import type { ColumnKey, List } from '../core/lists.ts'
import { columnNames, listColumns, listNames, lists, sourceNames } from '../core/lists.ts'
import type { Register } from '../core/register.ts'
import { stateNames } from '../core/state.ts'
import { entryList } from '../data/listing.ts'
import type { EntryRow } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { packRegisters } from './registers.ts'
import { filterOf } from './listing.ts'

/** A book of several sheets is made in one piece. */
const mostInBook = 20_000
const widths: Partial<Readonly<Record<ColumnKey, number>>> = { problem: 50, measure: 50, report: 50, subject: 18, state: 18 }
const serial = { zh: '序号', en: 'No.' }
const bookName = { zh: '四个清单', en: 'The four lists' }

type Names = Awaited<ReturnType<typeof namesOf>>

/** Working days left stand in no list, and counting them takes longer than all the rest of a row. */
function cellOf(row: EntryRow, names: Names, key: ColumnKey, language: Language): Cell {
  switch (key) {
    case 'subject':
      return names.get(row.subject) ?? row.subject
    case 'due':
      return dueOf(row, packCalendar()) ?? ''
    case 'source':
      return sourceNames[row.sourceKind][language]
    case 'star':
      return [row.star, row.criterion].filter((part) => part !== null).join(' ')
    case 'state':
      return stateNames[row.state][language]
    default:
      return row[key] ?? ''
  }
}

/** The columns of one list; the register's own fields stand in the list of tasks. */
function tableOf(list: List, language: Language, register?: Register) {
  const columns = listColumns[list]
  const fields = list === 'tasks' ? (register?.fields ?? []) : []
  return {
    sheet: listNames[list][language],
    header: [serial[language], ...columns.map((key) => columnNames[key][language]), ...fields.map((field) => field.title[language])],
    widths: [6, ...columns.map((key) => widths[key] ?? 14)],
    cells: (row: EntryRow, names: Names, index: number): Cell[] => [
      index + 1,
      ...columns.map((key) => cellOf(row, names, key, language)),
      ...fields.map(({ id }) => row.particulars[id] ?? ''),
    ],
  }
}

export const exportLists: Handler<(typeof contract)['export']> = async (request) => {
  const { db, query, actor, today, language } = request
  const { format } = query
  const entries = entryList(db, filterOf(query, actor.scopes, today))
  const named = (rows: readonly EntryRow[]): Promise<Names> => namesOf(db, [...new Set(rows.map(({ subject }) => subject))])
  const register = packRegisters().find((one) => one.id === query.kind)
  const chosen = query.list ?? (format === 'csv' ? 'tasks' : null)
  if (chosen !== null) {
    const fits = await fitsSheet(format, entries)
    if (!fits.ok) return fits
    const { cells, ...table } = tableOf(chosen, language, register)
    let written = 0
    const rows = rowsInBatches(entries.rows(), async (batch) => {
      const names = await named(batch)
      return batch.map((row) => cells(row, names, written++))
    })
    return ok({ file: sheetFile(format, `${table.sheet} ${today}`, { ...table, rows }) })
  }
  const found: EntryRow[] = []
  for await (const row of entries.rows(mostInBook + 1)) found.push(row)
  if (found.length > mostInBook) return refuse(problems.tooManyRows({ most: mostInBook }))
  const names = await named(found)
  const sheets = lists.map((list) => {
    const { cells, ...table } = tableOf(list, language, register)
    return { ...table, rows: found.map((row, index) => cells(row, names, index)) }
  })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return ok({ file: { name: `${bookName[language]} ${today}.xlsx`, type, body: await writeWorkbook(sheets) } })
}
