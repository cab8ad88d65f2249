// Citing an item from a record of any room, and taking that back. The file stays either way.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { contract } from '../contract.ts'
import { findItem } from '../data/queries.ts'
import { addCitation, citationsOf, withdrawCitation } from '../data/citations.ts'
import type { ItemRow } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { byOf } from './by.ts'
import { itemShown } from './shown.ts'

type C = typeof contract

/** Cites an item that the actor sees; citing it again for the same target changes nothing. */
export async function citeItem(
  request: Pick<RoomRequest, 'db' | 'actor' | 'clock' | 'act'>,
  where: { readonly unit: Code; readonly id: Id },
  given: { readonly id: Id; readonly target: string },
): Promise<Result<ItemRow>> {
  const { db, actor, clock } = request
  const row = await findItem(db, where.unit, where.id)
  if (row === undefined) return refuse(problems.noSuchItem())
  if (row.erasedAt !== null) return refuse(problems.erased())
  if (row.maskedAt !== null) return refuse(problems.maskedOriginal())
  const added = await addCitation(db, row, { ...byOf(actor), ...given, citedAt: new Date(clock.now()) })
  if (added)
    await request.act({
      verb: 'cite',
      unit: row.unit,
      subject: `evidence:${row.id}`,
      payload: { citation: given.id, target: given.target },
    })
  return ok(row)
}

/** Withdraws the citations of an item by a record, as the actor may; which ones, the acts say. */
export async function withdrawFrom(
  request: Pick<RoomRequest, 'db' | 'actor' | 'clock' | 'act'>,
  where: { readonly unit: Code; readonly id: Id },
  target: string,
): Promise<Result<undefined>> {
  const { db, actor, clock } = request
  const row = await findItem(db, where.unit, where.id)
  if (row === undefined) return refuse(problems.noSuchItem())
  for (const { id } of (await citationsOf(db, row)).filter((one) => one.target === target && one.withdrawnAt === null)) {
    if (!(await withdrawCitation(db, row, id, byOf(actor), new Date(clock.now())))) return refuse(problems.noSuchCitation())
    await request.act({ verb: 'withdraw', unit: row.unit, subject: `evidence:${row.id}`, payload: { citation: id } })
  }
  return ok()
}

export const cite: Handler<C['cite']> = async (request) => {
  request.permit()
  const cited = await citeItem(request, request.params, request.body)
  return cited.ok ? ok(await itemShown(request, cited.value)) : cited
}

export const withdraw: Handler<C['withdraw']> = async (request) => {
  const { params, body, db, actor, clock } = request
  request.permit()
  const row = await findItem(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchItem())
  if (!(await withdrawCitation(db, row, body.citation, byOf(actor), new Date(clock.now())))) return refuse(problems.noSuchCitation())
  await request.act({
    verb: 'withdraw',
    unit: row.unit,
    subject: `evidence:${row.id}`,
    payload: { citation: body.citation },
    ...(body.reason === undefined || body.reason === '' ? {} : { reason: body.reason }),
  })
  return ok(await itemShown(request, row))
}
