// Stars that are held, with the codes of their plaques, and what happened to them since.

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import type { HonourState } from '../core/honour.ts'
import { districtsBelow } from './cycles.ts'
import type { Db } from './cycles.ts'

export interface HonourRow {
  readonly unit: Code
  readonly id: Id
  readonly cycle: Id
  readonly candidacy: Id
  readonly year: number
  readonly star: string
  readonly plaque: string
  readonly state: HonourState
  readonly due: Day | null
  readonly from: Day
  readonly to: Day | null
  readonly steps: number
}

export const honourColumns = [
  'unit',
  'id',
  'cycle',
  'candidacy',
  'year',
  'star',
  'plaque',
  'state',
  'due',
  'from_day as from',
  'to_day as to',
  'steps',
] as const

/** Whether the level of a unit decides about a star that is held; while none is determined, whichever asks. */
export function honourDecidedAt(district: RawBuilder<unknown>, honour: RawBuilder<unknown>, unit: Code) {
  const level = unit.length < 6 ? 'prefecture' : 'county'
  return sql<boolean>`exists (select 1 from star_honours decided join star_cycles c on c.id = decided.cycle
    where decided.district = ${district} and decided.id = ${honour} and coalesce(c.parameters ->> 'decidedBy', ${level}) = ${level})`
}

export async function findHonour(db: Db, unit: Code, id: Id, hold = false): Promise<HonourRow | undefined> {
  const query = db
    .selectFrom('star_honours')
    .select(honourColumns)
    .where('district', '=', districtOf(unit))
    .where('unit', '=', unit)
    .where('id', '=', id)
  return (await (hold ? query.forUpdate() : query).executeTakeFirst()) as HonourRow | undefined
}

/** Stars that records speak of. */
export async function honoursWith(db: Db, at: readonly { readonly unit: Code; readonly honour: Id }[]): Promise<HonourRow[]> {
  if (at.length === 0) return []
  const query = db
    .selectFrom('star_honours')
    .select(honourColumns)
    .where('district', 'in', [...new Set(at.map(({ unit }) => districtOf(unit)))])
  return (await query.where(sql<boolean>`id = any(${[...new Set(at.map(({ honour }) => honour))]}::uuid[])`).execute()) as HonourRow[]
}

/** The star whose plaque bears the code, wherever it hangs. */
export async function findPlaque(db: Db, plaque: string): Promise<HonourRow | undefined> {
  return (await db.selectFrom('star_honours').select(honourColumns).where('plaque', '=', plaque).executeTakeFirst()) as
    | HonourRow
    | undefined
}

/** Stars held below a unit, the latest year first. */
function heldBelow(db: Db, below: Code, year: number | null) {
  return db
    .selectFrom('star_honours')
    .select(honourColumns)
    .where(sql<boolean>`${districtsBelow(below)} and unit ^@ ${below}`)
    .$if(year !== null, (q) => q.where('year', '=', year ?? 0))
    .orderBy('year', 'desc')
    .orderBy('unit')
    .orderBy('star')
}

export async function honoursBelow(db: Db, below: Code, year: number | null, limit: number): Promise<HonourRow[]> {
  return (await heldBelow(db, below, year).limit(limit).execute()) as HonourRow[]
}

/** All of them, for a file; of one cycle when it is named. */
export const honourList = (db: Db, below: Code, year: number | null, cycle: Id | null = null): LongList<HonourRow> =>
  longList(
    db,
    heldBelow(db, below, year).$if(cycle !== null, (q) => q.where('cycle', '=', cycle ?? '')),
    (row) => row as HonourRow,
  )

/** Stars of years before that some unit below holds still, or that an appeal may yet restore; of one unit and star when named. */
export async function formerHonours(
  db: Db,
  below: Code,
  year: number,
  states: readonly HonourState[],
  star?: string,
): Promise<HonourRow[]> {
  return (await db
    .selectFrom('star_honours')
    .select(honourColumns)
    .where(sql<boolean>`${districtsBelow(below)} and unit ^@ ${below}`)
    .where('year', '<', year)
    .where('state', 'in', [...states])
    .$if(star !== undefined, (q) => q.where('star', '=', star ?? ''))
    .orderBy('unit')
    .orderBy('star')
    .orderBy('year')
    .orderBy('id')
    .forUpdate()
    .execute()) as HonourRow[]
}
