// Sheets in, all in one way: read by the table of their columns, every bad row told with its line and why, and nothing written if
// one is bad unless the user leaves those out. A dry run writes nothing at all.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { FieldError, Problem, Text } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { readRecords } from '#ground/sheets/sheet-columns.ts'
import type { contract } from '../contract.ts'
import type { HeldDefinition } from '../core/held-definition.ts'
import { namesOfDefinition } from '../core/held-definition.ts'
import { nameKey } from '../core/name-key.ts'
import { readPeriod } from '../core/period.ts'
import { readCell } from '../core/value.ts'
import { listDefinitions } from '../data/definitions.ts'
import { problems } from '../problems.ts'
import { prepareCases, storeCases } from './cases.ts'
import type { CaseWanted } from './cases.ts'
import { prepareCertificates, storeCertificates } from './certificates.ts'
import type { CertificateWanted } from './certificates.ts'
import { prepareReviews } from './paper-reviews.ts'
import type { PaperReview } from './paper-reviews.ts'
import type { Prepared } from './recording.ts'
import { no } from './recording.ts'
import { storeReviews } from './reviews.ts'
import type { CellFault, RowOf, SheetTable } from './sheet-table.ts'
import { readRow } from './sheet-table.ts'
import { caseTable, certificateTable, factTable, reviewTable } from './sheet-words.ts'
import { prepareFacts, storeFacts } from './stating.ts'

type C = typeof contract
type Importing = RoomRequest & { readonly body: { readonly dryRun: boolean; readonly skipBad: boolean } }

/** Half a million cells of a county's whole year; a longer list comes in parts. */
const mostRows = 50_000
const limits = { maxRows: mostRows, maxColumns: 40, maxExpandedBytes: 128 * 1_048_576 }

/** One kind of list. */
export interface SheetKind<F extends SheetTable, W, N> {
  readonly table: F
  readonly mostRows?: number
  /** What a row asks for. */
  readonly wanted: (row: RowOf<F>) => W
  /** Looks at all of them together and answers in their order. */
  readonly prepare: (wanted: readonly W[]) => Promise<readonly Prepared<N>[]>
  readonly store: (rows: readonly N[]) => Promise<void>
}

interface BadRow {
  readonly line: number
  readonly detail: Text
}

const cellFault = (line: number, { column, problem }: CellFault): BadRow => ({
  line,
  detail: { zh: `${column.zh}：${problem.detail.zh}`, en: `${column.en}: ${problem.detail.en}` },
})

/** A refusal and the places it names: which datum is held, and by whom. */
const rowFault = (line: number, { detail, errors }: Problem): BadRow => ({
  line,
  detail: {
    zh: [detail.zh, ...errors.map((one) => one.detail.zh)].join(''),
    en: [detail.en, ...errors.map((one) => one.detail.en)].join(' '),
  },
})

/** Reads a sheet, says what is wrong with it, and stores the rest where that is wanted. */
export async function importSheet<F extends SheetTable, W, N>(
  request: Importing,
  kind: SheetKind<F, W, N>,
): Promise<Result<{ added: number; unchanged: number; errors: { line: number; detail: string }[] }>> {
  // Every row is asked whether the acting post may write it, and row policies ask again.
  request.permit()
  const sheet = await readRecords(request.upload?.bytes ?? new Uint8Array(), kind.table, { ...limits, maxRows: kind.mostRows ?? mostRows })
  if (!sheet.ok) return sheet
  const read = sheet.value.records.map((record) => ({ line: record.line, row: readRow(kind.table, record) }))
  const isRead = (one: (typeof read)[number]): one is { line: number; row: RowOf<F> } => !Array.isArray(one.row)
  const readable = read.filter(isRead)
  const prepared = await kind.prepare(readable.map(({ row }) => kind.wanted(row)))
  const bad = [
    ...read.flatMap((one) => (isRead(one) ? [] : (one.row as readonly CellFault[]).map((fault) => cellFault(one.line, fault)))),
    ...prepared.flatMap((one, index) => (one.kind === 'refused' ? [rowFault(readable[index]?.line ?? 0, one.problem)] : [])),
  ].toSorted((a, b) => a.line - b.line)
  const fresh = prepared.flatMap((one) => (one.kind === 'new' ? [one.row] : []))
  const unchanged = prepared.filter((one) => one.kind === 'unchanged').length
  const { dryRun, skipBad } = request.body
  if (!dryRun && !skipBad && bad.length > 0)
    return refuse(
      problems.badRows(
        undefined,
        bad.map(({ line, detail }): FieldError => ({ path: `line ${line}`, detail, more: { line } })),
      ),
    )
  if (!dryRun) await kind.store(fresh)
  return ok({ added: fresh.length, unchanged, errors: bad.map(({ line, detail }) => ({ line, detail: detail[request.language] })) })
}

const importFacts: Handler<C['import']> = async (request) => {
  const living = (await listDefinitions(request.db)).filter(({ retiredOn }) => retiredOn === null)
  const byId = new Map(living.map((definition) => [definition.id, definition]))
  const byName = new Map(living.flatMap((definition) => namesOfDefinition(definition).map((name) => [nameKey(name), definition])))
  const definitionOf = (cell: string): HeldDefinition | Problem =>
    byId.get(cell) ?? byName.get(nameKey(cell)) ?? problems.noSuchDefinition({ id: cell })
  return importSheet(request, {
    table: factTable(definitionOf),
    wanted: ({ unit, definition, period, value, voucher }) => ({
      id: newId(request.clock, request.dice),
      unit,
      definition,
      span: readPeriod(definition.period, period),
      stated: readCell(definition, value),
      voucher,
    }),
    prepare: async (wanted) =>
      (await prepareFacts(request, wanted)).map((one) =>
        one.kind === 'new' ? { kind: 'new', row: one.fact } : one.kind === 'unchanged' ? { kind: 'unchanged' } : no(one.problem),
      ),
    store: (facts) => storeFacts(request, facts),
  })
}
export { importFacts as import }

export const importCertificates: Handler<C['importCertificates']> = (request) =>
  importSheet(request, {
    table: certificateTable,
    wanted: (row): CertificateWanted => ({ ...row, id: newId(request.clock, request.dice) }),
    prepare: (wanted) => prepareCertificates(request, wanted),
    store: (rows) => storeCertificates(request, rows, 'certify'),
  })

export const importCases: Handler<C['importCases']> = (request) =>
  importSheet(request, {
    table: caseTable,
    wanted: (row): CaseWanted => ({ ...row, id: newId(request.clock, request.dice) }),
    prepare: (wanted) => prepareCases(request, wanted),
    store: (rows) => storeCases(request, rows, 'recordCase'),
  })

export const importReviews: Handler<C['importReviews']> = (request) =>
  importSheet(request, {
    table: reviewTable,
    wanted: (row): PaperReview => ({ ...row, id: newId(request.clock, request.dice) }),
    prepare: (wanted) => prepareReviews(request, wanted),
    store: (rows) => storeReviews(request, rows),
  })
