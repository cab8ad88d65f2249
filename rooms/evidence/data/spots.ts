// Spots that have pictures of more than one phase, as of a day: which they are, latest first, and the pictures of those.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Phase } from '../core/item.ts'
import { districtsFor } from './queries.ts'

type Db = Kysely<Database>

export interface SpotOn {
  readonly subject: Code
  readonly spot: string
  /** How many spots there are in all. */
  readonly all: number
}

export interface SpotPicture {
  /** The unit that keeps it; who it is of is the subject. */
  readonly unit: Code
  readonly id: Id
  readonly subject: Code
  readonly spot: string
  readonly phase: Phase
  readonly effectiveOn: Day
  readonly shows: string
  /** The file of its view of 1600 pixels; never shown. */
  readonly large: string
}

/** Pictures that may be shown side by side: neither erased, nor covered by a masked copy, nor kept closed by a gathering. */
const paired = (day: Day) => sql<boolean>`effective_on <= ${day} and spot is not null and phase is not null and preview = 'made'
  and erased_at is null and masked_at is null and (gathering is null or opened_at is not null)`
const shown = (below: Code, day: Day) => sql<boolean>`district = any(${districtsFor(below)}) and (unit ^@ ${below} or subject ^@ ${below})
  and ${paired(day)}`

/** Spots at and below a unit with pictures of two phases or more by a day; those with the latest picture first. */
export async function spotsOn(db: Db, below: Code, day: Day, limit: number): Promise<SpotOn[]> {
  const { rows } = await sql<SpotOn>`select subject, spot, (count(*) over ())::int as "all" from evidence_items
    where ${shown(below, day)} and subject ^@ ${below}
    group by subject, spot having count(distinct phase) > 1
    order by max(effective_on) desc, subject, spot limit ${limit}`.execute(db)
  return rows
}

/** How many of the latest pictures are looked through for spots above the county: a province's are never added up. */
const latest = 2000

/** The same above a county, among the latest pictures alone: how many spots there are in all, nobody counts. */
export async function latestSpotsOn(db: Db, below: Code, day: Day, limit: number): Promise<Omit<SpotOn, 'all'>[]> {
  const { rows } = await sql<Omit<SpotOn, 'all'>>`with latest as (
      select subject, spot, effective_on from evidence_items
      where (district ^@ ${below} or district = any(${districtsFor(below)})) and subject ^@ ${below} and ${paired(day)}
      order by effective_on desc, id desc limit ${latest})
    select subject, spot from (select subject, spot, max(effective_on) as on_day from latest group by subject, spot) l
    where 1 < (select count(distinct phase) from evidence_items e
      where e.district in (left(l.subject, 6), left(l.subject, 4), left(l.subject, 2)) and e.subject = l.subject and e.spot = l.spot and ${paired(day)})
    order by on_day desc, subject, spot limit ${limit}`.execute(db)
  return rows
}

/** The pictures of spots by a day, oldest first. */
export async function picturesOf(db: Db, day: Day, spots: readonly Pick<SpotOn, 'subject' | 'spot'>[]): Promise<SpotPicture[]> {
  if (spots.length === 0) return []
  const districts = [...new Set(spots.flatMap(({ subject }) => districtsFor(subject)))]
  const { rows } =
    await sql<SpotPicture>`select unit, id, subject, spot, phase, effective_on as "effectiveOn", shows, large from evidence_items
    where district = any(${districts}) and ${paired(day)}
      and (subject, spot) in (select * from unnest(${spots.map((one) => one.subject)}::text[], ${spots.map((one) => one.spot)}::text[]))
    order by effective_on, id`.execute(db)
  return rows
}
