// How many of a star a unit may hold: allotted one by one or as a sheet, read by every post of the campaign.

import type { Handler, Handlers, RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { FieldError } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { readRecords } from '#ground/sheets/sheet-columns.ts'
import type { SheetColumns } from '#ground/sheets/sheet-columns.ts'
import { sheetFile } from '#ground/sheets/sheet-file.ts'
import { getUnits, namesOf } from '#rooms/units/offers.ts'
import type { cycleContract } from '../contract-cycles.ts'
import type { exportContract } from '../contract-exports.ts'
import { exportColumns } from '../core/export-words.ts'
import { readQuotas } from '../core/quota-sheet.ts'
import type { Quota, QuotaLine } from '../core/quota-sheet.ts'
import { starNamer } from '../core/star-name.ts'
import { addQuota, betweenQuotas, certifiedOf, quotasBelow, quotasOf, saveQuota } from '../data/cycles.ts'
import type { CycleRow, QuotaRow } from '../data/cycles.ts'
import { problems } from '../problems.ts'
import { cycleFor, cycleSeen } from './cycles.ts'
import { editionOf, starOf } from './edition.ts'

type C = typeof cycleContract & typeof exportContract

/** Writes quotas of a cycle over those that are there, which are held, and records the act. */
async function keep(
  request: Pick<RoomRequest, 'db' | 'act' | 'clock' | 'dice'>,
  cycle: CycleRow,
  quotas: readonly Quota[],
  there: readonly QuotaRow[],
): Promise<void> {
  const { db, clock, dice } = request
  for (const quota of quotas) {
    const old = there.find((one) => one.unit === quota.unit && one.star === quota.star)
    if (old === undefined) await addQuota(db, cycle.id, { ...quota, id: newId(clock, dice) })
    else await saveQuota(db, { ...old, most: quota.most, hard: quota.hard })
  }
  await request.act({ verb: 'allot', unit: cycle.unit, subject: `cycle:${cycle.id}`, payload: { quotas } })
}

/** What was given already, by `unit~star`: as the quota counts it, or as it was certified where there is none yet. */
async function givenOf(db: RoomRequest['db'], cycle: Id, units: readonly Code[], there: readonly QuotaRow[]): Promise<Map<string, number>> {
  const kept = there.map((one): [string, number] => [`${one.unit}~${one.star}`, one.given])
  return new Map([...(await certifiedOf(db, cycle, units)), ...kept])
}

const allot: Handler<C['allot']> = async (request) => {
  const { db, body } = request
  const found = await cycleFor(request, request.params, ['draft', 'open'])
  if (!found.ok) return found
  const edition = await editionOf(db, found.value.edition)
  const star = edition === undefined ? undefined : body.quotas.find((quota) => starOf(edition, quota.star) === undefined)
  if (star !== undefined) return refuse(problems.unknownStar({ star: star.star }))
  const units = await getUnits(db, [...new Set(body.quotas.map((quota) => quota.unit))])
  const outside = body.quotas.find(({ unit }) => !unit.startsWith(found.value.unit) || unit.length < 6 || !units.has(unit))
  if (outside !== undefined) return refuse(problems.unknownUnit({ unit: outside.unit }))
  await betweenQuotas(db, found.value.id, 'allotting')
  const there = await quotasOf(db, found.value.id, [...units.keys()], true)
  const counted = await givenOf(db, found.value.id, [...units.keys()], there)
  const below = body.quotas.flatMap((quota) => {
    const given = counted.get(`${quota.unit}~${quota.star}`) ?? 0
    return quota.hard && quota.most < given ? [given] : []
  })
  if (below[0] !== undefined) return refuse(problems.quotaBelowGiven({ given: below[0] }))
  await keep(request, found.value, body.quotas, there)
  return ok({ allotted: body.quotas.length })
}

const quotas: Handler<C['quotas']> = async (request) => {
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const rows = await quotasBelow(request.db, found.value.id, found.value.unit)
  const names = await namesOf(request.db, [...new Set(rows.map((row) => row.unit))])
  return ok({
    rows: rows.map(({ unit, star, most, hard, given }) => ({ unit, unitName: names.get(unit) ?? unit, star, most, hard, given })),
  })
}

const note = { zh: '', en: '' }
const columns: SheetColumns<Exclude<keyof QuotaLine, 'line'>> = {
  unit: { title: exportColumns.code, note, example: '990101001', required: true },
  star: { title: exportColumns.star, note, example: '宜业兴业星', required: true },
  most: { title: exportColumns.most, note, example: '12', required: true },
  hard: { title: exportColumns.hard, note, example: '是' },
}

const exportQuotas: Handler<C['exportQuotas']> = async (request) => {
  const { db, query, language, today } = request
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const stars = found.value.stars
  const rows = await quotasBelow(db, found.value.id, found.value.unit)
  const names = await namesOf(db, [...new Set(rows.map((row) => row.unit))])
  const nameOf = starNamer(stars, language)
  const { unit, given, quotaList, soft } = exportColumns
  const yes = exportColumns.hardYes[language]
  const header = [unit, columns.unit.title, columns.star.title, columns.most.title, columns.hard.title, given].map((one) => one[language])
  const cells = rows.map((row) => [
    names.get(row.unit) ?? '',
    row.unit,
    nameOf(row.star),
    row.most,
    row.hard ? yes : soft[language],
    row.given,
  ])
  const title = quotaList[language]
  return ok({ file: sheetFile(query.format, `${title} ${today}`, { sheet: title, header, rows: cells }) })
}

const limits = { maxRows: 5000, maxColumns: 40, maxExpandedBytes: 16 * 1_048_576 }

const importQuotas: Handler<C['importQuotas']> = async (request) => {
  const { db, upload, body, language } = request
  const found = await cycleFor(request, request.params, ['draft', 'open'])
  if (!found.ok) return found
  const sheet = await readRecords(upload?.bytes ?? new Uint8Array(), columns, limits)
  if (!sheet.ok) return sheet
  const lines = sheet.value.records
  const units = await getUnits(db, [...new Set(lines.map((line) => line.unit.trim()))])
  if (!body.dryRun) await betweenQuotas(db, found.value.id, 'allotting')
  const there = await quotasOf(db, found.value.id, [...units.keys()], !body.dryRun)
  const read = readQuotas(lines, {
    below: found.value.unit,
    units: new Set([...units.keys()].filter((code) => code.length >= 6)),
    stars: found.value.stars,
    given: await givenOf(db, found.value.id, [...units.keys()], there),
  })
  const isSame = (quota: Quota): boolean =>
    there.some((one) => one.unit === quota.unit && one.star === quota.star && one.most === quota.most && one.hard === quota.hard)
  const fresh = read.quotas.filter((quota) => !isSame(quota))
  const errors = read.errors.map(({ line, detail }) => ({ line, detail: detail[language] }))
  const answer = { allotted: fresh.length, unchanged: read.quotas.length - fresh.length, errors }
  if (body.dryRun) return ok(answer)
  if (read.errors.length > 0)
    return refuse(
      problems.badRows(
        undefined,
        read.errors.map(({ line, detail }): FieldError => ({ path: `line ${line}`, detail, more: { line } })),
      ),
    )
  if (fresh.length > 0) await keep(request, found.value, fresh, there)
  return ok(answer)
}

export const quotaHandlers = { allot, quotas, exportQuotas, importQuotas } satisfies Partial<Handlers<C>>
