// Reading: the list, one bulletin, the list as a file; and drafting by hand.

import type { Handler } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { writeCsv } from '#ground/sheets/csv-write.ts'
import { fitsSheet, rowsInBatches } from '#ground/sheets/list-file.ts'
import { streamXlsx } from '#ground/sheets/xlsx-write.ts'
import type { contract } from '../contract.ts'
import { stateNames } from '../core/state.ts'
import { bulletinList, findBulletin, listBulletins } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { draftFrom } from './drafting.ts'
import { recordShown, rowsShown } from './show.ts'

type C = typeof contract

const mostRows = 500

/** The part of the post's scopes at and below a unit; the whole scope when the unit lies above it. */
function scopesBelow(scopes: readonly Code[], below: Code | undefined): readonly Code[] {
  if (below === undefined) return scopes
  return scopes.flatMap((scope) => (below.startsWith(scope) ? [below] : scope.startsWith(below) ? [scope] : []))
}

export const list: Handler<C['list']> = async ({ db, query, actor }) => {
  const rows = await listBulletins(db, scopesBelow(actor.scopes, query.below), mostRows + 1)
  return ok({ rows: await rowsShown({ db }, rows.slice(0, mostRows)), more: rows.length > mostRows })
}

export const get: Handler<C['get']> = async (request) => {
  const row = await findBulletin(request.db, request.params.unit, request.params.id)
  if (row === undefined) return refuse(problems.noSuchBulletin())
  request.permit()
  return ok(await recordShown(request, row))
}

const words = {
  zh: { sheet: '通报', header: ['文号', '标题', '单位', '状态', '起草日期', '签发日期', '印发日期'] },
  en: { sheet: 'Bulletins', header: ['Number', 'Title', 'Unit', 'State', 'Drafted on', 'Signed off on', 'Published on'] },
} as const

export const exportList: Handler<C['export']> = async ({ db, query, actor, today, language }) => {
  const { sheet, header } = words[language]
  const all = bulletinList(db, scopesBelow(actor.scopes, query.below))
  const fits = await fitsSheet(query.format, all)
  if (!fits.ok) return fits
  const rows = rowsInBatches(all.rows(), async (found) =>
    (await rowsShown({ db }, found)).map((row) => [
      row.number ?? '',
      row.title.replace(/\s+/g, ' '),
      row.owner.name,
      stateNames[row.state][language],
      row.draftedOn,
      row.signedOn ?? '',
      row.publishedOn ?? '',
    ]),
  )
  const name = `bulletins-${today}.${query.format}`
  if (query.format === 'csv') return ok({ file: { name, type: 'text/csv; charset=utf-8', body: writeCsv(rows, { header }) } })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return ok({ file: { name, type, body: streamXlsx({ sheet, header, rows, widths: [22, 50, 18, 10, 12, 12, 12] }) } })
}

export const draft: Handler<C['draft']> = async (request) => {
  const drafted = await draftFrom(request, { ...request.body, figures: [] })
  return drafted.ok ? ok(await recordShown(request, drafted.value)) : drafted
}
