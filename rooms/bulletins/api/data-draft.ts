// Drafts from data: what a room says of one of its records, taken over with its figures.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import type { Excerpt } from '#ground/kernel/excerpt.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { problems } from '../problems.ts'
import type { Drafter } from './drafting.ts'
import { draftFrom } from './drafting.ts'
import type { BulletinRecord } from './show.ts'
import { recordShown } from './show.ts'
import { inWordsOf } from './wordings.ts'

type C = typeof contract

/** What the record says today, in the words that the unit keeps. */
export async function excerptOf(
  request: Pick<RoomRequest, 'excerpt' | 'db' | 'wordings'>,
  kind: string,
  of: { readonly unit: string; readonly id: string },
): Promise<Result<Excerpt>> {
  const found = await request.excerpt(kind, of)
  if (found === 'too-much') return refuse(problems.tooMuchData())
  if (found === null || found === 'nothing') return refuse(problems.noData())
  return ok(await inWordsOf(request, of.unit, kind, found))
}

type Asking = Drafter & Pick<RoomRequest, 'excerpt' | 'db' | 'actor'>

async function draftOf(request: Asking, kind: string, of: { unit: string; id: string }, id: Id): Promise<Result<BulletinRecord>> {
  const excerpt = await excerptOf(request, kind, of)
  if (!excerpt.ok) return excerpt
  const drafted = await draftFrom(request, { ...excerpt.value, attachments: [], id, unit: of.unit })
  return drafted.ok ? ok(await recordShown(request, drafted.value)) : drafted
}

export const draftLedger: Handler<C['draftLedger']> = (request) => {
  const { id, unit, quarter } = request.body
  return draftOf(request, 'ledger', { unit, id: `${unit}-${quarter}` }, id)
}

export const draftStars: Handler<C['draftStars']> = (request) => {
  const { id, unit, year } = request.body
  return draftOf(request, 'stars', { unit, id: `${unit}-${year}` }, id)
}
