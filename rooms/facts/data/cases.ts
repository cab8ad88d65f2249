// Upheld complaints and cases. There is no column for who complained.

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

export interface CaseRow extends Recorded {
  readonly type: string
  readonly on: Day
  readonly against: string
  readonly decidedBy: string
  readonly decidedUnit: Code
  readonly upheld: boolean
  readonly basis: string
  readonly document: string
}

const columns = [
  ...recordedColumns,
  'type',
  'on_day as on',
  'against',
  'decided_by as decidedBy',
  'decided_unit as decidedUnit',
  'upheld',
  'basis',
  'document',
] as const

/** Adds cases. */
export async function addCases(db: Db, rows: readonly Omit<CaseRow, 'supersededBy'>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    await db
      .insertInto('fact_cases')
      .values(
        rows.slice(at, at + 1000).map((row) => ({
          ...recordedValues(row),
          type: row.type,
          on_day: row.on,
          against: row.against,
          decided_by: row.decidedBy,
          decided_unit: row.decidedUnit,
          upheld: row.upheld,
          basis: row.basis,
          document: row.document,
        })),
      )
      .execute()
  }
}

/** One case as the acting post may see it. */
export async function findCase(db: Db, unit: Code, id: Id): Promise<CaseRow | undefined> {
  return db
    .selectFrom('fact_cases')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
    .executeTakeFirst()
}

/** Cases below some units in a time, the latest first. */
function narrowed(db: Db, filter: RecordFilter) {
  let query = db.selectFrom('fact_cases').select(columns).where(below(filter.below))
  if (filter.history !== true) query = query.where('superseded_by', 'is', null)
  if (filter.from !== undefined) query = query.where('on_day', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('on_day', '<=', filter.to)
  return query.orderBy('on_day', 'desc').orderBy('unit').orderBy('at', 'desc').orderBy('id')
}

export async function listCases(db: Db, filter: RecordFilter & { readonly limit: number }): Promise<CaseRow[]> {
  return narrowed(db, filter).limit(filter.limit).execute()
}

/** All of them, for a file. */
export const caseList = (db: Db, filter: RecordFilter): LongList<CaseRow> => longList(db, narrowed(db, filter), (row) => row)

/** Every living case of many units. */
export async function casesOf(db: Db, units: readonly Code[]): Promise<CaseRow[]> {
  if (units.length === 0) return []
  return db
    .selectFrom('fact_cases')
    .select(columns)
    .where('district', 'in', districtsOf(units))
    .where(sql<boolean>`unit in (select unnest(${[...units]}::text[]))`)
    .where('superseded_by', 'is', null)
    .orderBy('unit')
    .orderBy('on_day')
    .orderBy('id')
    .execute()
}
