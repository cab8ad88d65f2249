// Evidence of a record, beside its voucher: cited by whoever may state or correct the record, read by whoever reads it.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import { newId } from '#ground/kernel/ids.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Result } from '#ground/kernel/result.ts'
import { citable as citableItems, cite, citedBy, withdrawCited } from '#rooms/evidence/offers.ts'
import type { CitedItem, ItemAt } from '#rooms/evidence/offers.ts'
import type { contract } from '../contract.ts'
import { recordTarget } from '../core/record-target.ts'
import type { CitingKind } from '../core/record-target.ts'
import { findCase } from '../data/cases.ts'
import { findCertificate } from '../data/certificates.ts'
import { findFact } from '../data/facts.ts'
import { findReview } from '../data/reviews.ts'
import type { Recorded } from '../data/stamp.ts'
import { problems } from '../problems.ts'
import { mayState, officeOf } from './stating.ts'

type C = typeof contract
type Db = RoomRequest['db']
type At = { readonly kind: CitingKind; readonly unit: string; readonly id: string }

const find = { fact: findFact, certificate: findCertificate, case: findCase, review: findReview } as const satisfies Record<
  CitingKind,
  (db: Db, unit: string, id: string) => Promise<Recorded | undefined>
>

/** The first record of the line in which one stands. */
async function firstOf(db: Db, kind: CitingKind, record: Recorded): Promise<string> {
  let first = record
  while (first.corrects !== null) {
    const before = await find[kind](db, first.unit, first.corrects)
    if (before === undefined) break
    first = before
  }
  return first.id
}

/** Whoever may enter a record of its kind; a review of a township's own is the township's too. */
async function mayCite(request: RoomRequest, { kind, unit, id }: At): Promise<boolean> {
  if (kind === 'certificate') return request.may('facts.state')
  if (kind === 'case') return request.may('facts.recordCases')
  if (kind === 'review') {
    const own = (await findReview(request.db, unit, id))?.byUnit === request.actor.unit
    return request.may('facts.recordReviews') || (own && request.may('facts.review'))
  }
  const fact = await findFact(request.db, unit, id)
  return fact !== undefined && mayState(request, fact, await officeOf(request))
}

const shown = (items: readonly CitedItem[]) =>
  items.map(({ unit, id, shows, effectiveOn, media, preview }) => ({ unit, id, shows, effectiveOn, media, preview }))

async function answer(request: RoomRequest, at: At, target: string) {
  return ok({ items: shown(await citedBy(request.db, at.unit, target)), mayCite: await mayCite(request, at) })
}

export const cited: Handler<C['cited']> = async (request) => {
  const { db, params } = request
  const record = await find[params.kind](db, params.unit, params.id)
  if (record === undefined) return refuse(problems.noSuchRecord())
  const target = recordTarget(params.kind, await firstOf(db, params.kind, record))
  return answer(request, params, target)
}

export const citable: Handler<C['citable']> = async ({ db, params }) => ok({ items: shown(await citableItems(db, params.unit)) })

/** The target of a living record of which the acting post decides. */
async function openTarget(request: RoomRequest, at: At): Promise<Result<string>> {
  const record = await find[at.kind](request.db, at.unit, at.id)
  if (record === undefined) return refuse(problems.noSuchRecord())
  if (record.supersededBy !== null) return refuse(problems.corrected())
  if (!(await mayCite(request, at))) return refuse(problems.notYoursToCite())
  return ok(recordTarget(at.kind, await firstOf(request.db, at.kind, record)))
}

/** Evidence of the unit or about it; another unit's photo shows nothing of this one. */
async function isOfUnit(db: Db, unit: string, item: ItemAt): Promise<boolean> {
  return item.unit.startsWith(unit) || (await citableItems(db, unit)).some(({ id }) => id === item.id)
}

export const citeEvidence: Handler<C['citeEvidence']> = async (request) => {
  const { db, params, body, clock, dice } = request
  const target = await openTarget(request, params)
  if (!target.ok) return target
  if (!(await isOfUnit(db, params.unit, body.item))) return refuse(problems.evidenceElsewhere())
  const done = await cite(request, body.item, { id: newId(clock, dice), target: target.value })
  return done.ok ? answer(request, params, target.value) : done
}

export const withdrawEvidence: Handler<C['withdrawEvidence']> = async (request) => {
  const target = await openTarget(request, request.params)
  if (!target.ok) return target
  const done = await withdrawCited(request, request.body.item, target.value)
  return done.ok ? answer(request, request.params, target.value) : done
}
