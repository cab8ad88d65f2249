// The list of a day and the summary of a month, added up from what was seen and from the ledger. Nobody types them.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { addDays, addMonths } from '#ground/kernel/days.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { sheetFile } from '#ground/sheets/sheet-file.ts'
import { stateNames as entryStates } from '#rooms/ledger/core/state.ts'
import type { State as EntryState } from '#rooms/ledger/core/state.ts'
import type { contract } from '../contract.ts'
import { dayColumns, monthColumns } from '../core/report-words.ts'
import { stateNames } from '../core/inspection.ts'
import { standingOf, sumsOf } from '../core/sums.ts'
import { findingsOf, findInspection, listInspections } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { entriesShown, rowsShown } from './show.ts'

type C = typeof contract
type Asking = Pick<RoomRequest, 'db' | 'today'>
type DayList = AnswerOf<C['day']>

async function dayOf(asking: Asking, { unit, id }: { unit: Code; id: string }, on: string): Promise<Result<DayList>> {
  const row = await findInspection(asking.db, unit, id)
  if (row === undefined) return refuse(problems.noSuchInspection())
  const found = (await findingsOf(asking.db, row)).filter((one) => one.on === on)
  const named = new Set(found.flatMap((one) => one.entry ?? []))
  const entries = (await entriesShown(asking, row)).filter((one) => named.has(one.id))
  return ok({ title: row.title, on, sums: { ...sumsOf(found), ...standingOf(entries) }, entries })
}

const day: Handler<C['day']> = (request) => dayOf(request, request.params, request.query.on)

const exportDay: Handler<C['exportDay']> = async (request) => {
  const { query, language } = request
  const found = await dayOf(request, request.params, query.on)
  if (!found.ok) return found
  const header = dayColumns.map((title) => title[language])
  const rows = found.value.entries.map((one, index) => [
    index + 1,
    one.subject.name,
    one.problem,
    one.measure,
    one.responsible,
    one.due ?? '',
    entryStates[one.state as EntryState][language],
  ])
  const sheet: Text = { zh: '当日清单', en: 'List of the day' }
  return ok({ file: sheetFile(query.format, `inspection-${query.on}`, { sheet: sheet[language], header, rows }) })
}

type Month = AnswerOf<C['month']>

async function monthOf(request: Asking & Pick<RoomRequest, 'actor'>, month: string, below: Code | undefined): Promise<Month> {
  const from = `${month}-01`
  const to = addDays(addMonths(from, 1), -1)
  const rows = await listInspections(request.db, below === undefined ? request.actor.scopes : [below], {
    overlapping: { from, to },
    limit: 500,
  })
  const begun = rows.filter((row) => row.state !== 'draft' && row.state !== 'withdrawn')
  const shown: Month['rows'] = []
  for (const { unit, id, owner, title, from: first, to: last, state } of await rowsShown(request.db, begun)) {
    const found = (await findingsOf(request.db, { unit, id })).filter((one) => one.on >= from && one.on <= to)
    // A plan that was corrected counts for what was seen under it.
    if (state === 'revised' && found.length === 0) continue
    const named = new Set(found.flatMap((one) => one.entry ?? []))
    const entries = (await entriesShown(request, { unit, id })).filter((one) => named.has(one.id))
    shown.push({ unit, id, owner, title, from: first, to: last, state, sums: { ...sumsOf(found), ...standingOf(entries) } })
  }
  const add = (of: (sums: Month['whole']) => number): number => shown.reduce((sum, row) => sum + of(row.sums), 0)
  const whole = {
    units: add((sums) => sums.units),
    items: add((sums) => sums.items),
    faults: add((sums) => sums.faults),
    closed: add((sums) => sums.closed),
    open: add((sums) => sums.open),
    late: add((sums) => sums.late),
  }
  return { rows: shown, whole }
}

const month: Handler<C['month']> = async (request) => ok(await monthOf(request, request.query.month, request.query.below))

const exportMonth: Handler<C['exportMonth']> = async (request) => {
  const { query, language } = request
  const { rows, whole } = await monthOf(request, query.month, query.below)
  const figures = ({ units, items, faults, closed, open, late }: Month['whole']) => [units, items, faults, closed, open, late]
  const total: Text = { zh: '合计', en: 'Total' }
  const lines = rows.map((row) => [row.title, row.owner, `${row.from} – ${row.to}`, stateNames[row.state][language], ...figures(row.sums)])
  const sheet: Text = { zh: '月度汇总', en: 'Summary' }
  const header = monthColumns.map((title) => title[language])
  const content = { sheet: sheet[language], header, rows: [...lines, [total[language], '', '', '', ...figures(whole)]] }
  return ok({ file: sheetFile(query.format, `inspections-${query.month}`, content) })
}

export const reporting = { day, exportDay, month, exportMonth } satisfies Partial<Handlers<C>>
