// Report formats: kept as data by whoever convenes, used by every post below.

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import { houseRoot } from '#ground/http/house.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { fitsSheet, rowsInBatches } from '#ground/sheets/list-file.ts'
import { sheetFile } from '#ground/sheets/sheet-file.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { formatContract } from '../contract-formats.ts'
import { quarterOf } from '../core/cycle.ts'
import { formatDocument, readFormatText } from '../core/format-file.ts'
import { foreignField, lineOf } from '../core/report-format.ts'
import type { ReportFormat } from '../core/report-format.ts'
import { dropFormat as drop, findFormat, formatsFor, saveFormat } from '../data/report-formats.ts'
import type { FormatRow } from '../data/report-formats.ts'
import { problems } from '../problems.ts'
import { cycleSeen } from './cycles.ts'
import { firstRecords, recordsOf } from './format-records.ts'
import type { Wanted } from './format-records.ts'

type C = typeof formatContract
type Shown = AnswerOf<C['keepFormat']>
type Sample = AnswerOf<C['sampleFormats']>['rows'][number]

const shelf = join(houseRoot, 'packs', 'sample', 'reports')
const previewed = 8

/** A format as an answer: the same, with lists that may be written to. */
const written = <F extends ReportFormat>({ columns, ...rest }: F) => ({
  ...rest,
  columns: columns.map((column) => ({ ...column, values: column.values.map((one) => ({ ...one })) })),
})

const shown = (row: FormatRow, unitName: string): Shown => ({ ...written(row), unitName })

const formats: Handler<C['formats']> = async ({ db, query }) => {
  const rows = await formatsFor(db, query.for)
  const names = await namesOf(db, [...new Set(rows.map((row) => row.unit))])
  return ok({ rows: rows.map((row) => shown(row, names.get(row.unit) ?? row.unit)) })
}

/** Samples are files as counties hand them to each other; a test reads every one, so a faulty one is a bug. */
const sampleFormats: Handler<C['sampleFormats']> = async () => {
  const files = readdirSync(shelf).filter((name) => name.endsWith('.json'))
  const rows = files.sort().map((name): Sample => {
    const read = readFormatText(readFileSync(join(shelf, name), 'utf8'))
    if (!read.ok) throw new Error(`${name} is no format: ${read.problem.detail.en}`)
    return { id: name.replace(/\.json$/, ''), ...written(read.value) }
  })
  return ok({ rows })
}

type Keeping = Pick<RoomRequest, 'db' | 'act' | 'clock'>

/** Writes a format over the version it was read in. */
async function kept({ db, act, clock }: Keeping, row: FormatRow, how: object = {}): Promise<Result<undefined>> {
  if (!(await saveFormat(db, row, new Date(clock.now())))) return refuse(problems.formatChanged())
  const { unit, id, version, ...content } = row
  await act({
    verb: 'keepFormat',
    unit,
    subject: `report-format:${id}`,
    payload: { version, list: row.list, columns: row.columns.length, digest: canonicalDigest(content), ...how },
  })
  return ok()
}

const keepFormat: Handler<C['keepFormat']> = async (request) => {
  const { db, params, body } = request
  const foreign = foreignField(body)
  if (foreign !== undefined) return refuse(problems.foreignField({ field: foreign }))
  const row: FormatRow = { ...body, ...params, version: body.version + 1 }
  const done = await kept(request, row)
  return done.ok ? ok(shown(row, (await namesOf(db, [params.unit])).get(params.unit) ?? params.unit)) : done
}

const exportFormat: Handler<C['exportFormat']> = async (request) => {
  const { db, params } = request
  const format = await findFormat(db, params.unit, params.id)
  if (format === undefined) return refuse(problems.noSuchFormat())
  request.permit()
  const body = new TextEncoder().encode(`${JSON.stringify(formatDocument(format), null, 2)}\n`)
  return ok({ file: { name: `${format.name}.json`, type: 'application/json', body } })
}

/** A file always makes a format of its own; what is set here already stays as it is. */
const importFormat: Handler<C['importFormat']> = async (request) => {
  const { params, body, upload } = request
  const read = readFormatText(new TextDecoder().decode(upload?.bytes ?? new Uint8Array()))
  if (!read.ok) return read
  const { name, list, columns } = read.value
  const answer = { name, list, columns: columns.length }
  if (body.dryRun) return ok({ ...answer, written: false })
  const done = await kept(request, { ...read.value, ...params, version: 1 }, { imported: true })
  return done.ok ? ok({ ...answer, written: true }) : done
}

const dropFormat: Handler<C['dropFormat']> = async (request) => {
  const { db, params, body, today } = request
  if (!(await drop(db, params.unit, params.id, today))) return refuse(problems.noSuchFormat())
  await request.act({ verb: 'dropFormat', unit: params.unit, subject: `report-format:${params.id}`, payload: {}, reason: body.reason })
  return ok({ unit: params.unit, id: params.id })
}

type Asking = Pick<RoomRequest, 'db' | 'actor' | 'today' | 'permit' | 'covers'> & {
  readonly params: { readonly unit: string; readonly id: string }
  readonly query: { readonly formatUnit: string; readonly format: string; readonly below: string; readonly quarter?: string | undefined }
}

/** The format and the cycle that a request names. */
async function asked(request: Asking): Promise<Result<{ format: FormatRow; wanted: Wanted }>> {
  const { db, params, query, today } = request
  const cycle = await cycleSeen(request, params)
  if (!cycle.ok) return cycle
  const format = await findFormat(db, query.formatUnit, query.format)
  if (format === undefined) return refuse(problems.noSuchFormat())
  return ok({ format, wanted: { cycle: cycle.value, below: query.below, quarter: query.quarter ?? quarterOf(today) } })
}

const exportFormatted: Handler<C['exportFormatted']> = async (request) => {
  const found = await asked(request)
  if (!found.ok) return found
  const { format, wanted } = found.value
  const records = recordsOf(request, format.list, wanted)
  const fits = await fitsSheet(format.file, records)
  if (!fits.ok) return fits
  const header = format.columns.map((column) => column.header)
  const rows = rowsInBatches(records.rows(), async (batch) => batch.map((record) => lineOf(format, record)))
  return ok({ file: sheetFile(format.file, `${format.name} ${request.today}`, { sheet: format.sheet, header, rows }) })
}

const previewFormatted: Handler<C['previewFormatted']> = async (request) => {
  const found = await asked(request)
  if (!found.ok) return found
  const { format, wanted } = found.value
  const records = await firstRecords(request, format.list, wanted, previewed)
  return ok({
    header: format.columns.map((column) => column.header),
    rows: records.map((record) => lineOf(format, record).map(String)),
  })
}

export const formatHandlers = {
  formats,
  sampleFormats,
  keepFormat,
  dropFormat,
  exportFormat,
  importFormat,
  exportFormatted,
  previewFormatted,
} satisfies Handlers<C>
