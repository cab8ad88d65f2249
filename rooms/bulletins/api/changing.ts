// One change of a bulletin: find it, ask the guard, hold it, ask again, save, record the act.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { refuses } from '../core/state.ts'
import type { Verb } from '../core/state.ts'
import type { BulletinRow } from '../data/queries.ts'
import { findBulletin, saveBulletin } from '../data/queries.ts'
import { problems } from '../problems.ts'
import type { BulletinRecord } from './show.ts'
import { recordShown } from './show.ts'

type Asking = Pick<RoomRequest, 'db' | 'actor' | 'today' | 'act'> & { readonly params: { readonly unit: string; readonly id: string } }
type Change = { readonly row: BulletinRow; readonly payload?: unknown; readonly reason?: string }

/** Why the asker may not do it now; null when nothing is in the way. */
export function whyNot(row: BulletinRow, verb: Verb, { actor }: Asking): Problem | null {
  const refusal = refuses(row, verb, actor.id, actor.grants)
  if (refusal === null) return null
  return refusal === 'same-person' ? problems.samePerson() : problems.wrongState({ verb, state: row.state })
}

/** Does one verb to the bulletin of the request. */
export async function change(
  request: Asking,
  verb: Verb,
  work: (row: BulletinRow) => Result<Change> | Promise<Result<Change>>,
): Promise<Result<BulletinRecord>> {
  const { db, params } = request
  const seen = await findBulletin(db, params.unit, params.id)
  if (seen === undefined) return refuse(problems.noSuchBulletin())
  // Row policies hold nothing that is published, so the guard is asked before the row is held, and again with it.
  const first = whyNot(seen, verb, request)
  if (first !== null) return refuse(first)
  const row = await findBulletin(db, params.unit, params.id, true)
  if (row === undefined) return refuse(problems.wrongState({ verb, state: seen.state }))
  const again = whyNot(row, verb, request)
  if (again !== null) return refuse(again)
  const changed = await work(row)
  if (!changed.ok) return changed
  const { row: next, payload = {}, reason } = changed.value
  await saveBulletin(db, next)
  await request.act({
    verb,
    unit: row.unit,
    subject: `bulletin:${row.id}`,
    payload: { state: next.state, digest: next.digest, ...(payload as object) },
    ...(reason === undefined ? {} : { reason }),
  })
  return ok(await recordShown(request, next))
}

/** What revising undoes. */
export const unsigned = { state: 'draft', signedOn: null, signedBy: null } as const

/** Everybody who wrote in it, with the one who does now. */
export const withEditor = ({ editors }: Pick<BulletinRow, 'editors'>, person: Id | null): readonly Id[] =>
  person === null || editors.includes(person) ? editors : [...editors, person]
