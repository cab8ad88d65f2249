// Requests of units for the correction of a record about themselves.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import { below } from './stamp.ts'

type Db = Kysely<Database>

export type RecordKind = 'fact' | 'certificate' | 'case' | 'review'

export interface DoubtRow {
  readonly unit: Code
  readonly id: Id
  readonly kind: RecordKind
  readonly record: Id
  readonly reason: string
  readonly askedOn: Day
  readonly at: Date
  readonly byRole: string | null
  readonly state: 'waiting' | 'declined' | 'corrected'
  readonly answer: string
  readonly answeredOn: Day | null
  readonly answeredBy: Code | null
}

const columns = [
  'unit',
  'id',
  'kind',
  'record',
  'reason',
  'asked_on as askedOn',
  'at',
  'by_role as byRole',
  'state',
  'answer',
  'answered_on as answeredOn',
  'answered_by as answeredBy',
] as const

const typed = (row: Omit<DoubtRow, 'kind' | 'state'> & { readonly kind: string; readonly state: string }): DoubtRow => ({
  ...row,
  kind: row.kind as RecordKind,
  state: row.state as DoubtRow['state'],
})

/** Adds a request. */
export async function addDoubt(db: Db, row: DoubtRow): Promise<void> {
  const { unit, id, kind, record, reason, askedOn, at, byRole } = row
  await db
    .insertInto('fact_doubts')
    .values({
      district: districtOf(unit),
      unit,
      id,
      kind,
      record,
      reason,
      asked_on: askedOn,
      at,
      by_role: byRole,
      state: 'waiting',
      answer: '',
    })
    .execute()
}

/** Requests below some units, those that wait first. */
const narrowed = (db: Db, filter: { readonly below: readonly Code[]; readonly waiting?: boolean }) =>
  db
    .selectFrom('fact_doubts')
    .select(columns)
    .where(below(filter.below))
    .$if(filter.waiting === true, (query) => query.where('state', '=', 'waiting'))
    .orderBy((by) => by('state', '=', 'waiting'), 'desc')
    .orderBy('at', 'desc')
    .orderBy('id')

export async function listDoubts(
  db: Db,
  filter: { readonly below: readonly Code[]; readonly waiting?: boolean; readonly limit: number },
): Promise<DoubtRow[]> {
  return (await narrowed(db, filter).limit(filter.limit).execute()).map(typed)
}

/** All of them, for a file. */
export const doubtList = (db: Db, units: readonly Code[]): LongList<DoubtRow> => longList(db, narrowed(db, { below: units }), typed)

/** One request as the acting post may see it. */
export async function findDoubt(db: Db, unit: Code, id: Id): Promise<DoubtRow | undefined> {
  const row = await db
    .selectFrom('fact_doubts')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
    .executeTakeFirst()
  return row === undefined ? undefined : typed(row)
}

export interface Answer {
  readonly state: 'declined' | 'corrected'
  readonly answer: string
  readonly on: Day
  readonly by: Code | null
}

/** Answers whatever waits about one record, or one request; how many were answered. */
export async function answerDoubts(
  db: Db,
  of: { readonly unit: Code } & ({ readonly id: Id } | { readonly kind: RecordKind; readonly record: Id }),
  { state, answer, on, by }: Answer,
): Promise<number> {
  let query = db
    .updateTable('fact_doubts')
    .set({ state, answer, answered_on: on, answered_by: by })
    .where('district', '=', districtOf(of.unit))
    .where('unit', '=', of.unit)
    .where('state', '=', 'waiting')
  query = 'id' in of ? query.where('id', '=', of.id) : query.where('kind', '=', of.kind).where('record', '=', of.record)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

/** How many wait below some units. */
export async function countWaiting(db: Db, prefixes: readonly Code[]): Promise<number> {
  const row = await db
    .selectFrom('fact_doubts')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(below(prefixes))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return row.count
}
