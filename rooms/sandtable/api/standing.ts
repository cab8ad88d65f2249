// Counties of a prefecture or province and their stars, added up once for everybody who asks within a minute (as boards above the county
// are, decision 0015): targets and stars are for anybody to read, and nobody asks beyond their posts. A past quarter does not
// change any more and is kept longer.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { aimedBy, heldBy, standingOf, standingOn } from '#rooms/stars/offers.ts'
import type { StarCount, StarStanding } from '#rooms/stars/offers.ts'
import { partsBelow, villagesBelow } from '#rooms/units/offers.ts'
import type { PartRow } from '#rooms/units/offers.ts'
import { isWithinCounty, lengthOf } from '../core/levels.ts'
import type { Asked } from './asked.ts'
import { hourMs, keptFor, minuteMs } from './kept.ts'

type Asking = Pick<RoomRequest, 'db' | 'clock' | 'today' | 'may'>
type Standing = Map<Code, StarStanding[]>

/** A unit's counties, each with its villages and communities; the tree is for everybody to read. */
export function countiesOf(asking: Pick<Asking, 'db' | 'clock' | 'today'>, { unit, treeDay }: Asked): Promise<PartRow[]> {
  const { db, today } = asking
  return keptFor(asking, `counties ${unit} ${treeDay}`, treeDay < today ? hourMs : minuteMs, () => partsBelow(db, unit, 3, treeDay))
}

/** How many villages and communities lie at and below a unit; of a province counted as seldom as its counties. */
export function villagesOf(asking: Pick<Asking, 'db' | 'clock' | 'today'>, { unit, treeDay }: Asked): Promise<number> {
  const { db, today } = asking
  const count = () => villagesBelow(db, unit, null, treeDay)
  return isWithinCounty(unit) ? count() : keptFor(asking, `villages ${unit} ${treeDay}`, treeDay < today ? hourMs : minuteMs, count)
}

/**
 * Stars of a unit's counties. A page asks for layer and card at once, each on a connection of its own: the layer begins with
 * what is held, the card with what is aimed for, and each waits for the other's half.
 */
export function byCounty(asking: Asking, { unit, asOf, quarter }: Asked, begin: 'held' | 'aimed'): Promise<Standing> {
  const { db, today, may } = asking
  const parts = { below: unit, length: lengthOf(3) }
  const long = asOf < today ? hourMs : minuteMs
  // Whoever may not read the steps of a star takes a suspended one for held: that answer is for the likes of them alone.
  const held = () => keptFor(asking, `held ${unit} ${asOf} ${may('stars.read')}`, long, () => heldBy(db, parts, asOf))
  const aimed = () => keptFor(asking, `aimed ${unit} ${asOf} ${quarter}`, long, () => aimedBy(db, parts, quarter))
  return both(begin, held, aimed)
}

/** One after the other, so that the second may be made elsewhere meanwhile. */
async function both(begin: 'held' | 'aimed', held: () => Promise<StarCount[]>, aimed: () => Promise<StarCount[]>): Promise<Standing> {
  if (begin === 'held') {
    const first = await held()
    return standingOf(first, await aimed())
  }
  const first = await aimed()
  return standingOf(await held(), first)
}

/** Stars of a unit as a whole. */
export async function ofUnit(asking: Asking, asked: Asked): Promise<StarStanding[]> {
  const { unit, asOf, quarter } = asked
  if (isWithinCounty(unit))
    return (await standingOn(asking.db, { below: unit, length: unit.length }, { day: asOf, quarter })).get(unit) ?? []
  const sums = new Map<string, StarStanding>()
  for (const stars of (await byCounty(asking, asked, 'aimed')).values())
    for (const { code, certified, aimed } of stars) {
      const sum = sums.get(code)
      sums.set(code, { code, certified: certified + (sum?.certified ?? 0), aimed: aimed + (sum?.aimed ?? 0) })
    }
  return [...sums.values()]
}
