// What a phone takes along, and pictures that come after their step. A post that only mends takes what its units have to mend; one
// that also checks takes what its own unit has to mend, not its villages', and what waits for its check.

import type { Actor, Handler } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { cite } from '#rooms/evidence/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { arbiterOf, couldTake, mayShow, userVerbs } from '../core/guards.ts'
import { checkingBelow, openAt, openBelow } from '../data/on-hand.ts'
import type { EntryRow } from '../data/queries.ts'
import { findEntry } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { targetOf } from './exhibits.ts'
import { recordShown, rowsShown, whoOf } from './show.ts'

type C = typeof contract
type Db = Parameters<Handler<C['onHand']>>[0]['db']

/** A phone need not carry more of either. */
const most = 100

async function toMend(db: Db, actor: Actor): Promise<EntryRow[]> {
  if (!actor.grants.includes('ledger.answer')) return []
  if (!actor.grants.includes('ledger.check')) return openBelow(db, actor.subjects, most + 1)
  return actor.unit === null ? [] : openAt(db, actor.unit, most + 1)
}

export const onHand: Handler<C['onHand']> = async ({ db, actor, today }) => {
  const checks = actor.grants.includes('ledger.check')
  const [mend, check] = [await toMend(db, actor), checks ? await checkingBelow(db, actor.scopes, most + 1) : []]
  const taken = [...mend.slice(0, most), ...check.slice(0, most)]
  const rows = taken.filter((row, at) => taken.findIndex(({ id }) => id === row.id) === at)
  const shown = new Map((await rowsShown({ db, today }, rows)).map((line) => [line.id, line]))
  const codes = [...rows.map(({ unit }) => arbiterOf(unit)), ...(actor.unit === null ? [] : [actor.unit])]
  const names = await namesOf(db, [...new Set(codes)])
  const named = (code: string) => ({ code, name: names.get(code) ?? code })
  const who = whoOf(actor)
  return ok({
    post: actor.post,
    unit: actor.unit === null ? null : named(actor.unit),
    today,
    answers: actor.grants.includes('ledger.answer'),
    checks,
    rows: rows.flatMap((row) => {
      const line = shown.get(row.id)
      const takes = userVerbs.filter((verb) => couldTake(row, row, verb, who, today))
      return line === undefined ? [] : [{ ...line, steps: row.steps, arbiter: named(arbiterOf(row.unit)), takes }]
    }),
    more: mend.length > most || check.length > most,
  })
}

/** Also after the close-out: pictures are slower than words. */
export const addPicture: Handler<C['addPicture']> = async (request) => {
  const { db, params, body, actor } = request
  const row = await findEntry(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchEntry())
  request.permit()
  if (!mayShow(row, whoOf(actor))) return refuse(problems.notYours({ verb: 'rectify' }))
  const cited = await cite(request, body.item, { id: body.id, target: targetOf(row.id) })
  return cited.ok ? ok(await recordShown(request, row)) : cited
}
