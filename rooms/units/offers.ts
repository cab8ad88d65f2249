// What other rooms may ask of the units: what a post reaches, and which units exist. All of it works as the app role
// (inside a request) and as the gate role (while somebody signs in).

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { codeLengths, covers, districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { minimalPrefixes, predecessorsOf } from './core/reach.ts'
import { organisationNames } from './data/organisations.ts'
import { listParts } from './data/parts.ts'
import type { PartRow } from './data/parts.ts'
import { countByTownship, countVillages, findRoots, findUnits, lastNames, listChildren, successionsInto } from './data/queries.ts'
import type { UnitRow } from './data/queries.ts'

export type { PartRow } from './data/parts.ts'
export type { UnitRow } from './data/queries.ts'

type Db = Kysely<Database>

export interface Reach {
  /** Prefixes whose records may be read and decided upon: the unit's own and those of its predecessors. */
  readonly scopes: Code[]
  /** Prefixes below which new records may be made: the unit itself while it lives. */
  readonly writes: Code[]
}

const villageLength = codeLengths[4]

/** What a post at `code` reaches on a day. A grid lives as long as its village. */
export async function reachOf(db: Db, code: Code, today: Day): Promise<Reach> {
  const found: Code[] = [code]
  for (let index = 0; index < found.length; index += 1) {
    const prefix = found[index] ?? code
    const successions = await successionsInto(db, prefix, today)
    for (const before of predecessorsOf(prefix, successions)) if (!covers(found, before)) found.push(before)
  }
  const lives = await unitExists(db, code.slice(0, villageLength), today)
  return { scopes: minimalPrefixes(found), writes: lives ? [code] : [] }
}

/** The unit as of a day, or (without a day) as it stands for good; undefined when there is none. */
export async function findUnit(db: Db, code: Code, day?: Day): Promise<UnitRow | undefined> {
  return (await findUnits(db, [code], day))[0]
}

/** Several units by code; those that do not exist (on the day, or for good) are missing. */
export async function getUnits(db: Db, codes: readonly Code[], day?: Day): Promise<Map<Code, UnitRow>> {
  return new Map((await findUnits(db, codes, day)).map((unit) => [unit.code, unit]))
}

/** The last name each code bore, ended units included: for showing records of any year. */
export const namesOf = lastNames

/** The units one level below a code on a day, in the order of codes; none below a village. */
export const childrenOf = listChildren

/** How many villages and communities lie at and below a prefix, of one kind or both; for what a form costs them together. */
export const villagesBelow = countVillages

/** How many villages and communities each township below a unit has. */
export const villagesByTownship = countByTownship

/** Units of one level (3 counties, 4 townships, 5 villages) below a code on a day, each with its villages and communities. */
export const partsBelow = (db: Db, below: Code, level: 3 | 4 | 5, day: Day): Promise<PartRow[]> =>
  listParts(db, below, level, codeLengths[level - 1] ?? below.length, day)

/** Whether a unit exists (on the day, or for good). */
export async function unitExists(db: Db, code: Code, day?: Day): Promise<boolean> {
  return (await findUnits(db, [code], day)).length > 0
}

/** Codes of the uppermost units, provinces, in the order of codes. */
export async function rootUnits(db: Db, day?: Day): Promise<Code[]> {
  return (await findRoots(db, day)).map((unit) => unit.code)
}

/** Codes for which a person is responsible (包联) on a day, inside one district when it is given; for recusal. */
export async function linkedOf(db: Db, person: Id, day: Day, district?: Code): Promise<Code[]> {
  const inside = district === undefined ? sql`true` : sql`l.district = ${districtOf(district)}`
  const result = await sql<{ unit: Code }>`select distinct l.unit from linked_officers l
    where ${inside} and l.person = ${person} and l.valid_from <= ${day} and (l.valid_to is null or l.valid_to >= ${day})
    order by l.unit`.execute(db)
  return result.rows.map((row) => row.unit)
}

/** The name of a department or Party organisation on a day; null when there is none then, or the actor may not see it. */
export async function organisationName(db: Db, id: Id, day: Day): Promise<string | null> {
  return (await organisationNames(db, [id], day)).get(id) ?? null
}
