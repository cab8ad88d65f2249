// What other rooms may ask of the stars: how many were held and aimed for at the end of a day, by the parts of a place.

import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Language } from '#ground/kernel/problem.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { keepingVerbs } from './core/as-of.ts'
import { counts, honourStates } from './core/honour.ts'
import { aimedIn, heldNow, heldOn, starNames } from './data/as-of.ts'
import type { PartsAsked, StarCount } from './data/as-of.ts'

export type { StarCount } from './data/as-of.ts'

type Db = Kysely<Database>

/** Of one star: how many units of a part held it on the day, and how many aimed for it in the quarter. */
export interface StarStanding {
  readonly code: string
  readonly certified: number
  readonly aimed: number
}

function byPart(held: readonly StarCount[], aimed: readonly StarCount[]): Map<Code, StarStanding[]> {
  const found = new Map<Code, Map<string, { certified: number; aimed: number }>>()
  const add = (part: Code, star: string, figure: 'certified' | 'aimed', units: number): void => {
    const stars = found.get(part) ?? new Map<string, { certified: number; aimed: number }>()
    const one = stars.get(star) ?? { certified: 0, aimed: 0 }
    one[figure] += units
    stars.set(star, one)
    found.set(part, stars)
  }
  for (const { part, star, units } of held) add(part, star, 'certified', units)
  for (const { part, star, units } of aimed) add(part, star, 'aimed', units)
  return new Map([...found].map(([part, stars]) => [part, [...stars].map(([code, figures]) => ({ code, ...figures }))]))
}

/**
 * Units by part and star that held the star on a day. For posts that reach the unit: whoever reads no steps would see a star that
 * was suspended since as held.
 */
export const heldBy = (db: Db, parts: PartsAsked, day: Day): Promise<StarCount[]> => heldOn(db, parts, day, keepingVerbs)

/** Units by part and star that aim for the star in a quarter (`2026Q3`). */
export const aimedBy = aimedIn

/** Both together; parts without any are missing. */
export const standingOf = byPart

/** Stars by part, for a day and the quarter it lies in. */
export async function standingOn(
  db: Db,
  parts: PartsAsked,
  { day, quarter }: { readonly day: Day; readonly quarter: string },
): Promise<Map<Code, StarStanding[]>> {
  const [held, aimed] = await Promise.all([heldBy(db, parts, day), aimedBy(db, parts, quarter)])
  return byPart(held, aimed)
}

/** The stars of one unit as they stand now, for whoever asks; they are public. */
export async function standingNow(db: Db, unit: Code, quarter: string): Promise<StarStanding[]> {
  const parts = { below: unit, length: unit.length }
  return byPart(await heldNow(db, parts, honourStates.filter(counts)), await aimedIn(db, parts, quarter)).get(unit) ?? []
}

/** What the stars of a unit's cycles are called, in their order. */
export const starsNamed = (db: Db, at: Code, language: Language): Promise<{ code: string; name: string }[]> => starNames(db, at, language)
