// Sheets in: read, every bad row with its line and why, and nothing written if one is bad. A dry run writes nothing at all.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { isDay } from '#ground/kernel/days.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { FieldError, Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { readRecords } from '#ground/sheets/sheet-columns.ts'
import type { SheetColumns, SheetRecord } from '#ground/sheets/sheet-columns.ts'
import type { contract } from '../contract.ts'
import { namesOfDefinition } from '../core/held-definition.ts'
import { nameKey } from '../core/name-key.ts'
import { readPeriod } from '../core/period.ts'
import { readCaseType, readLevel } from '../core/record-words.ts'
import { readCell } from '../core/value.ts'
import { listDefinitions } from '../data/definitions.ts'
import { problems } from '../problems.ts'
import { prepareCases, storeCases } from './cases.ts'
import type { CaseWanted } from './cases.ts'
import { prepareCertificates, storeCertificates } from './certificates.ts'
import type { CertificateWanted } from './certificates.ts'
import { caseColumns, certificateColumns, factColumns } from './sheet-words.ts'
import { prepareFacts, storeFacts } from './stating.ts'
import type { FactWanted } from './stating.ts'

type C = typeof contract
type Importing = RoomRequest & { readonly body: { readonly dryRun: boolean } }

const limits = { maxRows: 5_000, maxColumns: 40, maxExpandedBytes: 64 * 1_048_576 }

/** What became of one row: to be added, there already, or refused. */
type Row<N> =
  | { readonly kind: 'new'; readonly row: N }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly problem: Problem }

async function importSheet<K extends string, N>(
  request: Importing,
  columns: SheetColumns<K>,
  judge: (records: readonly SheetRecord<K>[]) => Promise<Row<N>[]>,
  store: (rows: readonly N[]) => Promise<void>,
): Promise<Result<{ added: number; unchanged: number; errors: { line: number; detail: string }[] }>> {
  // Every row is asked whether the acting post may write it, and row policies ask again.
  request.permit()
  const sheet = await readRecords(request.upload?.bytes ?? new Uint8Array(), columns, limits)
  if (!sheet.ok) return sheet
  const { records } = sheet.value
  const judged = await judge(records)
  const bad = judged.flatMap((row, index) =>
    row.kind === 'refused' ? [{ line: records[index]?.line ?? 0, detail: row.problem.detail }] : [],
  )
  const fresh = judged.flatMap((row) => (row.kind === 'new' ? [row.row] : []))
  const unchanged = judged.filter(({ kind }) => kind === 'unchanged').length
  const errors = bad.map(({ line, detail }) => ({ line, detail: detail[request.language] }))
  if (request.body.dryRun) return ok({ added: fresh.length, unchanged, errors })
  if (bad.length > 0)
    return refuse(
      problems.badRows(
        undefined,
        bad.map(({ line, detail }): FieldError => ({ path: `line ${line}`, detail, more: { line } })),
      ),
    )
  await store(fresh)
  return ok({ added: fresh.length, unchanged, errors: [] })
}

const importFacts: Handler<C['import']> = async (request) => {
  const definitions = (await listDefinitions(request.db)).filter(({ retiredOn }) => retiredOn === null)
  const byName = new Map(
    definitions.flatMap((definition) => [
      [definition.id, definition] as const,
      ...namesOfDefinition(definition).map((name) => [nameKey(name), definition] as const),
    ]),
  )
  return importSheet(
    request,
    factColumns,
    async (records) => {
      const read = records.map((record): FactWanted | Problem => {
        const definition = byName.get(record.definition) ?? byName.get(nameKey(record.definition))
        if (definition === undefined) return problems.noSuchDefinition({ id: record.definition })
        const id = newId(request.clock, request.dice)
        const { unit, voucher } = record
        return {
          id,
          unit,
          definition,
          span: readPeriod(definition.period, record.period),
          stated: readCell(definition, record.value),
          voucher,
        }
      })
      const prepared = await prepareFacts(
        request,
        read.flatMap((one) => ('code' in one ? [] : [one])),
      )
      let next = 0
      return read.map((one) => {
        if ('code' in one) return { kind: 'refused', problem: one }
        const found = prepared[next++]
        if (found === undefined) throw new Error('a row was lost')
        return found.kind === 'new' ? { kind: 'new', row: found.fact } : found
      })
    },
    (facts) => storeFacts(request, facts),
  )
}
export { importFacts as import }

/** Puts rows that could be read through the room's own questions, and keeps the places of the others. */
async function judgeRead<W, N>(read: readonly (W | Problem)[], ask: (wanted: W[]) => Promise<(N | Problem)[]>): Promise<Row<N>[]> {
  const isProblem = (one: W | N | Problem): one is Problem => 'wakes' in (one as object)
  const answers = await ask(read.flatMap((one) => (isProblem(one) ? [] : [one])))
  let next = 0
  return read.map((one): Row<N> => {
    if (isProblem(one)) return { kind: 'refused', problem: one }
    const answer = answers[next++]
    if (answer === undefined) throw new Error('a row was lost')
    return isProblem(answer) ? { kind: 'refused', problem: answer } : { kind: 'new', row: answer }
  })
}

export const importCertificates: Handler<C['importCertificates']> = (request) =>
  importSheet(
    request,
    certificateColumns,
    (records) =>
      judgeRead(
        records.map(({ unit, name, issuer, document, from, to, level: cell }): CertificateWanted | Problem => {
          const level = readLevel(cell)
          if (name === '' || issuer === '') return problems.sheetWrongType({ wanted: 'text' })
          if (level === null) return problems.unknownLevel({ cell })
          if (!isDay(from) || (to !== '' && !isDay(to))) return problems.sheetNoDay()
          return { id: newId(request.clock, request.dice), unit, name, level, issuer, document, from, to: to === '' ? null : to }
        }),
        (wanted) => prepareCertificates(request, wanted),
      ),
    (rows) => storeCertificates(request, rows, 'certify'),
  )

export const importCases: Handler<C['importCases']> = (request) =>
  importSheet(
    request,
    caseColumns,
    (records) =>
      judgeRead(
        records.map(({ unit, type, on, against, decidedBy, basis, document }): CaseWanted | Problem => {
          if ([type, against, decidedBy, basis].includes('')) return problems.sheetWrongType({ wanted: 'text' })
          if (!isDay(on)) return problems.sheetNoDay()
          return { id: newId(request.clock, request.dice), unit, type: readCaseType(type), on, against, decidedBy, basis, document }
        }),
        (wanted) => prepareCases(request, wanted),
      ),
    (rows) => storeCases(request, rows, 'recordCase'),
  )
