// Awards from a sheet: a dry run tells every bad row and why; nothing is written while one is bad, unless the user leaves those
// out. What was exported comes in again without a change.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { FieldError } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { readRecords, templateColumns } from '#ground/sheets/sheet-columns.ts'
import type { SheetColumns } from '#ground/sheets/sheet-columns.ts'
import { templateFile } from '#ground/sheets/sheet-file.ts'
import { getUnits } from '#rooms/units/offers.ts'
import type { awardSheetContract } from '../contract-award-sheets.ts'
import { awardKinds, awardNames } from '../core/award.ts'
import { awardKey, readAwards } from '../core/award-sheet.ts'
import type { AwardLine } from '../core/award-sheet.ts'
import { exportColumns as words } from '../core/export-words.ts'
import { addAward, awardsBelow } from '../data/after.ts'
import { problems } from '../problems.ts'

type C = typeof awardSheetContract
type Column = Exclude<keyof AwardLine, 'line' | 'withdrawnOn'>

const note = { zh: '', en: '' }
const columns: SheetColumns<Column> = {
  subject: { title: words.code, note: { zh: '受表彰单位的代码', en: 'Code of the unit' }, example: '990101001001', required: true },
  title: { title: words.awardTitle, note, example: '第三季度流动红旗', required: true },
  kind: { title: words.kind, note, example: '流动红旗', required: true },
  basis: {
    title: words.basis,
    note: { zh: '哪次评选、哪次会议、哪份文件', en: 'Which round, meeting or document' },
    example: '第三季度亮赛比先进',
    required: true,
  },
  document: { title: words.document, note, example: '晨街办〔2026〕9号' },
  on: {
    title: words.on,
    note: { zh: '作出决定的日期，如 2026-10-08', en: 'Day of the decision, like 2026-10-08' },
    example: '2026-10-08',
    required: true,
  },
}
const whole: SheetColumns<Exclude<keyof AwardLine, 'line'>> = {
  ...columns,
  withdrawnOn: { title: words.withdrawnOn, note, example: '' },
}
const mostRows = 2000
const limits = { maxRows: mostRows, maxColumns: 40, maxExpandedBytes: 16 * 1_048_576 }

const awardTemplate: Handler<C['awardTemplate']> = async ({ query, language }) => {
  const kinds = awardKinds.map((kind) => awardNames[kind][language])
  return ok({
    file: await templateFile(query.format, words.awards[language], templateColumns(columns, language, { kind: kinds }), language),
  })
}

const importAwards: Handler<C['importAwards']> = async (request) => {
  const { db, params, upload, body, today, language, clock, dice } = request
  const sheet = await readRecords(upload?.bytes ?? new Uint8Array(), whole, limits)
  if (!sheet.ok) return sheet
  const lines = sheet.value.records
  const units = await getUnits(db, [...new Set(lines.map((line) => line.subject))])
  const standing = (await awardsBelow(db, params.unit, null, 50_000)).filter((award) => award.withdrawnOn === null)
  const read = readAwards(lines, { below: params.unit, units: new Set(units.keys()), today, there: new Set(standing.map(awardKey)) })
  if (!body.dryRun && !body.skipBad && read.errors.length > 0)
    return refuse(
      problems.badRows(
        undefined,
        read.errors.map(({ line, detail }): FieldError => ({ path: `line ${line}`, detail, more: { line } })),
      ),
    )
  if (!body.dryRun)
    for (const { line: _line, ...given } of read.awards) {
      const award = { ...given, cycle: null }
      const id = newId(clock, dice)
      await addAward(db, { ...award, id, unit: params.unit, withdrawnOn: null })
      await request.act({ verb: 'award', unit: params.unit, subject: `award:${id}`, payload: award })
    }
  return ok({
    added: read.awards.length,
    unchanged: read.unchanged,
    errors: read.errors.map(({ line, detail }) => ({ line, detail: detail[language] })),
  })
}

export const awardSheetHandlers = { awardTemplate, importAwards } satisfies Handlers<C>
