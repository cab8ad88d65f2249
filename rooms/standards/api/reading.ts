// Reading: the list, the shelf, one edition, its workbook, and two editions side by side.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { writeWorkbook } from '#ground/sheets/xlsx-book.ts'
import type { contract } from '../contract.ts'
import { carryOver } from '../core/carry-over.ts'
import { writeForm } from '../core/form-writing.ts'
import { countsOf } from '../core/pack-shapes.ts'
import { packDocument } from '../core/read-pack.ts'
import { findEdition, listEditions } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { compiledOf } from './known-packs.ts'
import { packFromShelf, shelfIds } from './shelf.ts'
import { recordShown, rowsShown } from './show.ts'

type C = typeof contract

export const list: Handler<C['list']> = async (request) => ok({ rows: await rowsShown(request, await listEditions(request.db)) })

export const shelf: Handler<C['shelf']> = async ({ db }) => {
  const installed = new Set((await listEditions(db)).map(({ id }) => id))
  const ids = (await shelfIds()).filter((id) => !installed.has(id))
  const packs = await Promise.all(ids.map(packFromShelf))
  return ok({
    packs: packs.flatMap((pack) =>
      pack === undefined ? [] : [{ id: pack.id, title: pack.title, notice: pack.notice, counts: countsOf(pack) }],
    ),
  })
}

export const get: Handler<C['get']> = async (request) => {
  const row = await findEdition(request.db, request.query.id)
  return row === undefined ? refuse(problems.noSuchEdition()) : ok(await recordShown(request, row))
}

export const exportEdition: Handler<C['export']> = async ({ db, query, language }) => {
  const row = await findEdition(db, query.id)
  if (row === undefined) return refuse(problems.noSuchEdition())
  const { pack } = compiledOf(row.digest, row.content)
  const name = query.id.replaceAll('/', '-')
  if (query.format === 'json') {
    const body = new TextEncoder().encode(`${JSON.stringify(packDocument(pack), null, 1)}\n`)
    return ok({ file: { name: `${name}.json`, type: 'application/json', body } })
  }
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return ok({ file: { name: `${name}.xlsx`, type, body: await writeWorkbook(writeForm(pack, language)) } })
}

/** What the screen and its file show. */
export async function compared({
  db,
  query,
  language,
}: Pick<RoomRequest, 'db' | 'language'> & { readonly query: { readonly before: string; readonly after: string } }): Promise<
  Result<AnswerOf<C['compare']>>
> {
  if (query.before === query.after) return refuse(problems.sameEdition())
  const [before, after] = [await findEdition(db, query.before), await findEdition(db, query.after)]
  if (before === undefined || after === undefined) return refuse(problems.noSuchEdition())
  const [old, next] = [compiledOf(before.digest, before.content).pack, compiledOf(after.digest, after.content).pack]
  const rows = carryOver(old, next, language).map((row) => ({ ...row, differs: [...row.differs] }))
  return ok({ mapped: next.replaces?.edition === old.id, rows })
}

export const compare: Handler<C['compare']> = (request) => compared(request)
