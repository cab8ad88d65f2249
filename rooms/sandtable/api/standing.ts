// Stars of a prefecture or province by county, added up once for everybody who asks within a minute (as boards above the county
// are, decision 0015): targets and stars are for anybody to read, and nobody asks beyond their posts. A past quarter does not
// change any more and is kept longer.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { standingOn } from '#rooms/stars/offers.ts'
import type { StarStanding } from '#rooms/stars/offers.ts'
import { isWithinCounty, lengthOf } from '../core/levels.ts'
import type { Asked } from './asked.ts'

type Asking = Pick<RoomRequest, 'db' | 'clock' | 'today' | 'may'>
type Standing = Map<Code, StarStanding[]>

interface Kept {
  readonly until: number
  readonly standing: Promise<Standing>
}

const minuteMs = 60_000
const pastMs = 60 * minuteMs
const most = 200
/** By the clock, of which an instance has one: a test's instances share nothing. */
const kept = new WeakMap<object, Map<string, Kept>>()

function shelfOf(clock: object): Map<string, Kept> {
  const shelf = kept.get(clock) ?? new Map<string, Kept>()
  kept.set(clock, shelf)
  return shelf
}

/** Stars of a unit's counties. */
export async function byCounty({ db, clock, today, may }: Asking, { unit, asOf, quarter }: Asked): Promise<Standing> {
  const shelf = shelfOf(clock)
  // Whoever may not read the steps of a star takes a suspended one for held: that answer is for the likes of them alone.
  const key = `${unit} ${asOf} ${quarter} ${may('stars.read')}`
  const now = clock.now()
  const found = shelf.get(key)
  if (found !== undefined && found.until > now) return found.standing
  const standing = standingOn(db, { below: unit, length: lengthOf(3) }, { day: asOf, quarter })
  if (shelf.size >= most) shelf.clear()
  shelf.set(key, { until: now + (asOf < today ? pastMs : minuteMs), standing })
  standing.catch(() => shelf.delete(key))
  return standing
}

/** Stars of a unit as a whole. */
export async function ofUnit(asking: Asking, asked: Asked): Promise<StarStanding[]> {
  const { unit, asOf, quarter } = asked
  if (isWithinCounty(unit))
    return (await standingOn(asking.db, { below: unit, length: unit.length }, { day: asOf, quarter })).get(unit) ?? []
  const sums = new Map<string, StarStanding>()
  for (const stars of (await byCounty(asking, asked)).values())
    for (const { code, certified, aimed } of stars) {
      const sum = sums.get(code)
      sums.set(code, { code, certified: certified + (sum?.certified ?? 0), aimed: aimed + (sum?.aimed ?? 0) })
    }
  return [...sums.values()]
}
