// The parts of a unit with their stars. A province's 52,000 villages come back as a line a county: the database adds up.

import type { Handler } from '#ground/http/handler.ts'
import { ancestorsOf, covers } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ok } from '#ground/kernel/result.ts'
import { standingOn } from '#rooms/stars/offers.ts'
import type { StarStanding } from '#rooms/stars/offers.ts'
import { getUnits, partsBelow } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { lengthOf, partLevel } from '../core/levels.ts'
import { askedOf } from './asked.ts'
import { byCounty, countiesOf } from './standing.ts'

const sumOf = (stars: readonly StarStanding[] | undefined, figure: 'certified' | 'aimed'): number =>
  (stars ?? []).reduce((sum, star) => sum + star[figure], 0)

export const layer: Handler<(typeof contract)['layer']> = async (request) => {
  const { db, actor, query } = request
  const asked = await askedOf(request)
  if (!asked.ok) return asked
  const { treeDay, ...head } = asked.value
  const above = ancestorsOf(query.unit).filter((code) => covers(actor.scopes, code))
  const level = partLevel(query.unit)
  const wide = level === 3
  const nothing = new Map<Code, StarStanding[]>()
  const below = level === null ? null : { below: query.unit, length: lengthOf(level) }
  // Said in one turn, they travel in one message.
  const [named, parts, stars] = await Promise.all([
    getUnits(db, above, treeDay),
    level === null ? [] : wide ? countiesOf(request, asked.value) : partsBelow(db, query.unit, level, treeDay),
    below === null
      ? nothing
      : wide
        ? byCounty(request, asked.value, 'held')
        : standingOn(db, below, { day: head.asOf, quarter: head.quarter }),
  ])
  const path = above.flatMap((code) => (named.has(code) ? [{ code, name: named.get(code)?.name ?? code }] : []))
  return ok({
    ...head,
    path,
    parts: parts.map(({ code, name, villages }) => ({
      code,
      name,
      villages,
      certified: sumOf(stars.get(code), 'certified'),
      aimed: sumOf(stars.get(code), 'aimed'),
    })),
  })
}
