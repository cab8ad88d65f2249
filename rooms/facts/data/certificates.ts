// Certificates of units.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import type { Level } from '../core/fact-sheet.ts'
import type { Recorded, RecordFilter } from './stamp.ts'
import { below, districtsOf, recordedColumns, recordedValues } from './stamp.ts'

type Db = Kysely<Database>

export interface CertificateRow extends Recorded {
  readonly name: string
  readonly level: Level
  readonly issuer: string
  readonly document: string
  readonly from: Day
  readonly to: Day | null
  /** The first day on which it holds no more. */
  readonly withdrawnFrom: Day | null
}

const columns = [
  ...recordedColumns,
  'name',
  'level',
  'issuer',
  'document',
  'from_day as from',
  'to_day as to',
  'withdrawn_from as withdrawnFrom',
] as const

const typed = (row: Omit<CertificateRow, 'level'> & { readonly level: string }): CertificateRow => ({ ...row, level: row.level as Level })

/** Adds certificates. */
export async function addCertificates(db: Db, rows: readonly Omit<CertificateRow, 'supersededBy'>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    await db
      .insertInto('fact_certificates')
      .values(
        rows.slice(at, at + 1000).map((row) => ({
          ...recordedValues(row),
          name: row.name,
          level: row.level,
          issuer: row.issuer,
          document: row.document,
          from_day: row.from,
          to_day: row.to,
          withdrawn_from: row.withdrawnFrom,
        })),
      )
      .execute()
  }
}

/** One certificate as the acting post may see it. */
export async function findCertificate(db: Db, unit: Code, id: Id): Promise<CertificateRow | undefined> {
  const row = await db
    .selectFrom('fact_certificates')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
    .executeTakeFirst()
  return row === undefined ? undefined : typed(row)
}

/** Certificates below some units whose days touch a time, by unit and name. */
function narrowed(db: Db, filter: RecordFilter) {
  const { from, to } = filter
  let query = db.selectFrom('fact_certificates').select(columns).where(below(filter.below))
  if (filter.history !== true) query = query.where('superseded_by', 'is', null)
  if (to !== undefined) query = query.where('from_day', '<=', to)
  if (from !== undefined) query = query.where((by) => by.or([by('to_day', 'is', null), by('to_day', '>=', from)]))
  return query.orderBy('unit').orderBy('name').orderBy('from_day', 'desc').orderBy('at', 'desc')
}

export async function listCertificates(db: Db, filter: RecordFilter & { readonly limit: number }): Promise<CertificateRow[]> {
  return (await narrowed(db, filter).limit(filter.limit).execute()).map(typed)
}

/** All of them, for a file. */
export const certificateList = (db: Db, filter: RecordFilter): LongList<CertificateRow> => longList(db, narrowed(db, filter), typed)

/** Every living certificate of many units. */
export async function certificatesOf(db: Db, units: readonly Code[]): Promise<CertificateRow[]> {
  if (units.length === 0) return []
  const rows = await db
    .selectFrom('fact_certificates')
    .select(columns)
    .where('district', 'in', districtsOf(units))
    .where(sql<boolean>`unit in (select unnest(${[...units]}::text[]))`)
    .where('superseded_by', 'is', null)
    .orderBy('unit')
    .orderBy('from_day')
    .orderBy('id')
    .execute()
  return rows.map(typed)
}
