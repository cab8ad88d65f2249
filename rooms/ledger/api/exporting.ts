// The four lists as a file: one of them as CSV or XLSX, or all four as one workbook. The columns are those of core/lists.ts.

import type { Handler } from '#ground/http/handler.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Cell } from '#ground/sheets/csv-write.ts'
import { writeCsv } from '#ground/sheets/csv-write.ts'
import type { BookSheet } from '#ground/sheets/xlsx-book.ts'
import { writeWorkbook } from '#ground/sheets/xlsx-book.ts'
import type { contract } from '../contract.ts'
import type { ColumnKey, List } from '../core/lists.ts'
import { columnNames, listColumns, listNames, lists, sourceNames } from '../core/lists.ts'
import type { Register } from '../core/register.ts'
import { stateNames } from '../core/state.ts'
import { findEntries } from '../data/listing.ts'
import { usualLimits } from '../data/word-search.ts'
import { problems } from '../problems.ts'
import { packRegisters } from './registers.ts'
import { filterOf } from './listing.ts'
import type { Row } from './show.ts'
import { rowsShown } from './show.ts'

const mostRows = 20_000
const widths: Partial<Readonly<Record<ColumnKey, number>>> = { problem: 50, measure: 50, report: 50, subject: 18, state: 18 }
const serial = { zh: '序号', en: 'No.' }

function cellOf(row: Row, key: ColumnKey, language: Language): Cell {
  switch (key) {
    case 'subject':
      return row.subject.name
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

/** One list as a sheet. */
export function sheetOf(list: List, rows: readonly Row[], language: Language, register?: Register): BookSheet {
  const columns = listColumns[list]
  // The register's own fields stand in the list of tasks.
  const fields = list === 'tasks' ? (register?.fields ?? []) : []
  return {
    sheet: listNames[list][language],
    header: [serial[language], ...columns.map((key) => columnNames[key][language]), ...fields.map((field) => field.title[language])],
    rows: rows.map((row, index) => [
      index + 1,
      ...columns.map((key) => cellOf(row, key, language)),
      ...fields.map(({ id }) => row.particulars[id] ?? ''),
    ]),
    widths: [6, ...columns.map((key) => widths[key] ?? 14)],
  }
}

export const exportLists: Handler<(typeof contract)['export']> = async ({ db, query, actor, today, language }) => {
  const filter = filterOf(query, actor.scopes, today, mostRows + 1)
  const { rows: found, bounded } = await findEntries(db, filter)
  if (bounded) return refuse(problems.searchTooWide({ most: usualLimits.walked }))
  if (found.length > mostRows) return refuse(problems.tooManyRows({ most: mostRows }))
  const rows = await rowsShown({ db, today }, found)
  const chosen = query.list ?? null
  const register = packRegisters().find((one) => one.id === query.kind)
  if (query.format === 'csv') {
    const { header, rows: cells } = sheetOf(chosen ?? 'tasks', rows, language, register)
    const name = `ledger-${chosen ?? 'tasks'}-${today}.csv`
    return ok({ file: { name, type: 'text/csv; charset=utf-8', body: writeCsv(cells, { header }) } })
  }
  const body = await writeWorkbook((chosen === null ? lists : [chosen]).map((one) => sheetOf(one, rows, language, register)))
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return ok({ file: { name: `ledger-${chosen ?? 'lists'}-${today}.xlsx`, type, body } })
}
