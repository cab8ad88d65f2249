// Reviews of criteria, as the room that reviews hands them over.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import type { Recorded, RecordFilter } from './stamp.ts'
import { below, districtsOf, recordedColumns, recordedValues } from './stamp.ts'

type Db = Kysely<Database>

export interface ReviewRow extends Recorded {
  readonly criterion: string
  readonly result: 'met' | 'not-met'
  readonly by: string
  readonly on: Day
  /** `cycle:ID`. */
  readonly source: string
}

const columns = [...recordedColumns, 'criterion', 'result', 'by_office as by', 'on_day as on', 'source'] as const
const typed = (row: Omit<ReviewRow, 'result'> & { readonly result: string }): ReviewRow => ({
  ...row,
  result: row.result as ReviewRow['result'],
})

/** Adds reviews. */
export async function addReviews(db: Db, rows: readonly Omit<ReviewRow, 'supersededBy'>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    await db
      .insertInto('fact_reviews')
      .values(
        rows.slice(at, at + 1000).map((row) => ({
          ...recordedValues(row),
          criterion: row.criterion,
          result: row.result,
          by_office: row.by,
          on_day: row.on,
          source: row.source,
        })),
      )
      .execute()
  }
}

/** Reviews below some units in a time, the latest first. */
function narrowed(db: Db, filter: RecordFilter) {
  let query = db.selectFrom('fact_reviews').select(columns).where(below(filter.below))
  if (filter.history !== true) query = query.where('superseded_by', 'is', null)
  if (filter.from !== undefined) query = query.where('on_day', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('on_day', '<=', filter.to)
  return query.orderBy('on_day', 'desc').orderBy('unit').orderBy('criterion').orderBy('id')
}

export async function listReviews(db: Db, filter: RecordFilter & { readonly limit: number }): Promise<ReviewRow[]> {
  return (await narrowed(db, filter).limit(filter.limit).execute()).map(typed)
}

/** All of them, for a file. */
export const reviewList = (db: Db, filter: RecordFilter): LongList<ReviewRow> => longList(db, narrowed(db, filter), typed)

/** One review as the acting post may see it. */
export async function findReview(db: Db, unit: Code, id: Id): Promise<ReviewRow | undefined> {
  const row = await db
    .selectFrom('fact_reviews')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
    .executeTakeFirst()
  return row === undefined ? undefined : typed(row)
}

/** Living reviews of many units, the oldest first; with `history` also those that another stands for. */
export async function reviewsOf(db: Db, units: readonly Code[], history = false): Promise<ReviewRow[]> {
  if (units.length === 0) return []
  let query = db
    .selectFrom('fact_reviews')
    .select(columns)
    .where('district', 'in', districtsOf(units))
    .where(sql<boolean>`unit in (select unnest(${[...units]}::text[]))`)
  if (!history) query = query.where('superseded_by', 'is', null)
  return (await query.orderBy('unit').orderBy('on_day').orderBy('at').orderBy('id').execute()).map(typed)
}
