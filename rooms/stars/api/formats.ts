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
import { formatContract } from '../contract-formats.ts'
import { quarterOf } from '../core/cycle.ts'
import { foreignField, lineOf } from '../core/report-format.ts'
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

const shown = ({ columns, ...row }: FormatRow, unitName: string): Shown => ({
  ...row,
  unitName,
  columns: columns.map((column) => ({ ...column, values: column.values.map((one) => ({ ...one })) })),
})

const formats: Handler<C['formats']> = async ({ db, query }) => {
  const rows = await formatsFor(db, query.for)
  const names = await namesOf(db, [...new Set(rows.map((row) => row.unit))])
  return ok({ rows: rows.map((row) => shown(row, names.get(row.unit) ?? row.unit)) })
}

/** Samples are read through the contract: a column says only what differs from the usual. */
const sampleFormats: Handler<C['sampleFormats']> = async () => {
  const shape = formatContract.sampleFormats.output.shape.rows.element
  const files = readdirSync(shelf).filter((name) => name.endsWith('.json'))
  const rows: Sample[] = files.sort().map((name) => shape.parse(JSON.parse(readFileSync(join(shelf, name), 'utf8'))))
  return ok({ rows })
}

const keepFormat: Handler<C['keepFormat']> = async (request) => {
  const { db, params, body, clock } = request
  const foreign = foreignField(body)
  if (foreign !== undefined) return refuse(problems.foreignField({ field: foreign }))
  const row: FormatRow = { ...body, ...params, version: body.version + 1 }
  if (!(await saveFormat(db, row, new Date(clock.now())))) return refuse(problems.formatChanged())
  const { version, ...content } = body
  await request.act({
    verb: 'keepFormat',
    unit: params.unit,
    subject: `report-format:${params.id}`,
    payload: { version: version + 1, list: body.list, columns: body.columns.length, digest: canonicalDigest(content) },
  })
  return ok(shown(row, (await namesOf(db, [params.unit])).get(params.unit) ?? params.unit))
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
  exportFormatted,
  previewFormatted,
} satisfies Handlers<C>
