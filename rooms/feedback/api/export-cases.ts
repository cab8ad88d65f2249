// The list as a sheet: what was said and what became of it, never a contact.

import type { Handler } from '#ground/http/handler.ts'
import { ok } from '#ground/kernel/result.ts'
import type { Cell } from '#ground/sheets/csv-write.ts'
import { fitsSheet, rowsInBatches } from '#ground/sheets/list-file.ts'
import { sheetFile } from '#ground/sheets/sheet-file.ts'
import type { contract } from '../contract.ts'
import { stateNames } from '../core/state.ts'
import { caseList } from '../data/queries.ts'
import { askedFor } from './asked.ts'
import { rowsShown } from './show.ts'

const words = {
  zh: {
    sheet: '投诉建议',
    header: ['提交日期', '状态', '类别', '单位代码', '单位', '内容', '答复期限'],
    complaint: '投诉',
    suggestion: '建议',
    correction: '内容纠错',
  },
  en: {
    sheet: 'Feedback',
    header: ['Sent on', 'State', 'Kind', 'Unit code', 'Unit', 'Text', 'Answer by'],
    complaint: 'Complaint',
    suggestion: 'Suggestion',
    correction: 'Correction',
  },
} as const

export const exportCases: Handler<(typeof contract)['export']> = async ({ db, query, actor, today, language }) => {
  const say = words[language]
  const all = caseList(db, askedFor(query, actor.scopes))
  const fits = await fitsSheet(query.format, all)
  if (!fits.ok) return fits
  const rows = rowsInBatches(all.rows(), async (cases) => {
    const texts = new Map(cases.map((row) => [row.id, row.text]))
    return (await rowsShown({ db, today }, cases)).map((row): readonly Cell[] => [
      row.filedOn,
      stateNames[row.state][language],
      say[row.kind],
      row.subject?.code ?? '',
      row.subject?.name ?? '',
      texts.get(row.id) ?? '',
      row.deadline?.due ?? '',
    ])
  })
  const content = { sheet: say.sheet, header: say.header, rows, widths: [12, 18, 10, 16, 16, 60, 12] }
  return ok({ file: sheetFile(query.format, `feedback-${today}`, content) })
}
