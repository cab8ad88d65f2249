// Sets of one spot, what a unit says of a time without evidence, and erasing an item.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { problems as house } from '#ground/http/problems.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { keeping } from '../contract-keeping.ts'
import { mayAddAt } from '../core/item.ts'
import { filmBytesOf } from '../core/media.ts'
import { spotSets } from '../core/spots.ts'
import { addNothing, eraseItem, findNothings } from '../data/keeping.ts'
import { findItem, listItems } from '../data/queries.ts'
import { problems } from '../problems.ts'
import { leavingOf } from './leaving.ts'
import { itemShown, rowsShown } from './shown.ts'

type C = typeof keeping

const mostPictures = 500

const onHand: Handler<C['onHand']> = async ({ db, actor, today, settings }) => {
  const { post, unit } = actor
  if (post === null || unit === null) return refuse(house.outsideScope({ unit: unit ?? '' }))
  return ok({ post, unit, unitName: (await namesOf(db, [unit])).get(unit) ?? unit, today, filmBytes: filmBytesOf(settings) })
}

const spots: Handler<C['spots']> = async (request) => {
  const { below, from = null, to = null } = request.query
  const rows = await listItems(request.db, { below, from, to, target: null, after: null, limit: mostPictures + 1, phased: true })
  const sets = spotSets(await rowsShown(request, rows.slice(0, mostPictures)))
  const unitNames = await namesOf(
    request.db,
    sets.map(({ unit }) => unit),
  )
  return ok({
    sets: sets.map(({ unit, spot, before, during, after }) => ({
      unit,
      unitName: unitNames.get(unit) ?? unit,
      spot,
      before: [...before],
      during: [...during],
      after: [...after],
    })),
    cut: rows.length > mostPictures,
  })
}

const stateNothing: Handler<C['stateNothing']> = async (request) => {
  const { body, db, actor, clock } = request
  const { id, unit, from, to } = body
  if (actor.id === null || !mayAddAt(actor, unit, unit)) return refuse(house.outsideScope({ unit }))
  request.permit()
  if (from > to) return refuse(problems.daysReversed({ from, to }))
  const there = await listItems(db, { below: unit, from, to, target: null, after: null, limit: 100 })
  if (there.some((row) => row.unit === unit)) return refuse(problems.somethingThere())
  const names = await namesOf(db, [unit])
  const known = (await findNothings(db, unit, from, to, 100)).find((one) => one.unit === unit && one.from === from && one.to === to)
  const said = known ?? { unit, id, from, to, statedAt: new Date(clock.now()) }
  if (known === undefined) {
    await addNothing(db, said, actor.id)
    await request.act({ verb: 'state-nothing', unit, subject: `evidence-nothing:${id}`, payload: { from, to } })
  }
  return ok({ unit, unitName: names.get(unit) ?? unit, from, to, statedAt: said.statedAt.toISOString() })
}

const erase: Handler<C['erase']> = async (request) => {
  const { params, body, db, clock } = request
  request.permit()
  const row = await findItem(db, params.unit, params.id)
  if (row === undefined) return refuse(problems.noSuchItem())
  if (row.erasedAt !== null) return refuse(problems.erased())
  const { unit, id } = row
  if (!request.covers(unit)) return refuse(house.outsideScope({ unit }))
  const had = await eraseItem(db, row, new Date(clock.now()))
  if (had === undefined) return refuse(problems.erased())
  await request.act({ verb: 'erase', unit, subject: `evidence:${id}`, payload: {}, reason: body.reason })
  // The house takes the bytes away once this has committed: they may be named elsewhere, where the actor does not see.
  await request.job('evidence.drop', leavingOf(had), { key: `evidence.drop:${id}` })
  const erased = await findItem(db, unit, id)
  return erased === undefined ? refuse(problems.noSuchItem()) : ok(await itemShown(request, erased))
}

export const keepingHandlers = { onHand, spots, stateNothing, erase } satisfies Handlers<C>
