// Filings of certified stars, and awards.

import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import type { AwardKind } from '../core/award.ts'
import { districtsBelow } from './cycles.ts'
import type { Db } from './cycles.ts'

export interface FilingRow {
  readonly unit: Code
  readonly id: Id
  readonly cycle: Id
  readonly number: number
  readonly filedOn: Day
  readonly document: string
  readonly honours: readonly Id[]
}

/** Filings of a cycle, in their order; of one unit when it is named. */
export async function filingsOf(db: Db, cycle: Id, unit?: Code): Promise<FilingRow[]> {
  const query = db
    .selectFrom('star_filings')
    .select(['unit', 'id', 'cycle', 'number', 'filed_on as filedOn', 'document', 'honours'])
    .where('cycle', '=', cycle)
    .orderBy('unit')
    .orderBy('number')
  return (unit === undefined ? query : query.where('district', '=', districtOf(unit)).where('unit', '=', unit)).execute()
}

export interface FiledRow {
  readonly honour: Id
  readonly number: number
  readonly filedOn: Day
  readonly document: string
}

/** By which list each of some stars was filed; the last one where there are several. */
export async function filingsAbout(
  db: Db,
  honours: readonly { readonly unit: Code; readonly id: Id; readonly cycle: Id }[],
): Promise<ReadonlyMap<Id, FiledRow>> {
  if (honours.length === 0) return new Map()
  // Whoever files stands above the units of the stars.
  const above = [...new Set(honours.flatMap(({ unit }) => [2, 4, 6, 9, 12].map((length) => unit.slice(0, length))))]
  const { rows } = await sql<FiledRow>`
    select star.id as honour, f.number, f.filed_on as "filedOn", f.document
    from star_filings f cross join lateral unnest(f.honours) as star(id)
    where f.district = any(${[...new Set(above.map(districtOf))]}) and f.unit = any(${above})
      and f.cycle = any(${[...new Set(honours.map((one) => one.cycle))]}::uuid[]) and star.id = any(${honours.map((one) => one.id)}::uuid[])
    order by f.unit, f.number`.execute(db)
  return new Map(rows.map((row) => [row.honour, row]))
}

/** Holds the filings of a unit's cycle, so that two lists are numbered one after the other. */
export async function holdFilings(db: Db, unit: Code, cycle: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${cycle}/${unit}`}, 58))`.execute(db)
}

export async function addFiling(db: Db, row: FilingRow): Promise<void> {
  await db
    .insertInto('star_filings')
    .values({
      district: districtOf(row.unit),
      unit: row.unit,
      id: row.id,
      cycle: row.cycle,
      number: row.number,
      filed_on: row.filedOn,
      document: row.document,
      honours: [...row.honours],
    })
    .execute()
}

export interface AwardRow {
  readonly unit: Code
  readonly id: Id
  readonly subject: Code
  readonly cycle: Id | null
  readonly kind: AwardKind
  readonly title: string
  readonly basis: string
  readonly document: string
  readonly on: Day
  readonly withdrawnOn: Day | null
}

const columns = [
  'unit',
  'id',
  'subject',
  'cycle',
  'kind',
  'title',
  'basis',
  'document',
  'on_day as on',
  'withdrawn_on as withdrawnOn',
] as const

export async function findAward(db: Db, unit: Code, id: Id): Promise<AwardRow | undefined> {
  const query = db
    .selectFrom('star_awards')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('unit', '=', unit)
    .where('id', '=', id)
  return (await query.executeTakeFirst()) as AwardRow | undefined
}

/** Awards of units below a prefix, the latest first; withdrawn ones stand there as such. */
const awarded = (db: Db, below: Code, year: string | null) =>
  db
    .selectFrom('star_awards')
    .select(columns)
    .where(sql<boolean>`${districtsBelow(below)} and subject ^@ ${below}`)
    .$if(year !== null, (q) => q.where('on_day', '>=', `${year}-01-01`).where('on_day', '<=', `${year}-12-31`))
    .orderBy('on_day', 'desc')
    .orderBy('subject')
    .orderBy('id')

export async function awardsBelow(db: Db, below: Code, year: string | null, limit: number): Promise<AwardRow[]> {
  return (await awarded(db, below, year).limit(limit).execute()) as AwardRow[]
}

/** All of them, for a file. */
export const awardList = (db: Db, below: Code, year: string | null): LongList<AwardRow> =>
  longList(db, awarded(db, below, year), (row) => row as AwardRow)

export async function addAward(db: Db, row: AwardRow): Promise<void> {
  await db
    .insertInto('star_awards')
    .values({
      district: districtOf(row.unit),
      unit: row.unit,
      id: row.id,
      subject: row.subject,
      cycle: row.cycle,
      kind: row.kind,
      title: row.title,
      basis: row.basis,
      document: row.document,
      on_day: row.on,
    })
    .execute()
}

/** Marks an award as withdrawn; false when it was before, or is not there. */
export async function withdrawAward(db: Db, unit: Code, id: Id, on: Day): Promise<boolean> {
  const done = await db
    .updateTable('star_awards')
    .set({ withdrawn_on: on })
    .where('district', '=', districtOf(unit))
    .where('unit', '=', unit)
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
