// The only SQL of the room. Handlers name the district, so that one shard and one index answer; those who hold a tracking
// code enter it first and then see that one record, wherever it stands.

import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import type { Desk } from '../core/desk.ts'
import type { Case, State } from '../core/state.ts'

type Db = Kysely<Database>

export type Kind = 'complaint' | 'suggestion' | 'correction'

export interface CaseRow extends Case {
  readonly unit: Code
  readonly id: Id
  /** Blind index of the tracking code. */
  readonly code: string
  /** How many steps there are, over all counties that had it. */
  readonly steps: number
  readonly kind: Kind
  readonly subject: Code | null
  readonly desk: Desk
  readonly text: string
  /** Sealed. */
  readonly contact: string | null
  /** Whether it is sealed to this record (api/contacts.ts). */
  readonly contactBound: boolean
  readonly filedAt: Date
}

const columns = [
  'unit',
  'id',
  'code',
  'kind',
  'subject',
  'desk',
  'state',
  'rated',
  'steps',
  'text',
  'contact',
  'contact_bound as contactBound',
  'filed_at as filedAt',
  'clock_from as clockFrom',
  'answered_on as answeredOn',
  'closed_on as closedOn',
] as const

type Selected = Omit<CaseRow, 'kind' | 'desk' | 'state'> & { kind: string; desk: string; state: string }

const typed = (row: Selected): CaseRow => row as CaseRow

/** Opens the record of a tracking code for this transaction. */
export async function enterCode(db: Db, code: string): Promise<void> {
  await sql`select feedback_enter(${code})`.execute(db)
}

/** Makes whoever sends the same at the same moment wait until this transaction has ended, so that sent twice stays once. */
export async function holdCode(db: Db, code: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${code}, 0))`.execute(db)
}

/** The living record of the code that was entered; undefined when there is none. */
export async function findByCode(db: Db, code: string): Promise<CaseRow | undefined> {
  const row = await db
    .selectFrom('feedback_cases')
    .select(columns)
    .where('code', '=', code)
    .where('state', '!=', 'transferred')
    .executeTakeFirst()
  return row === undefined ? undefined : typed(row)
}

/** A record as the acting post may see it, held until the transaction ends when it is to be changed. */
export async function findCase(db: Db, unit: Code, id: Id, hold = false): Promise<CaseRow | undefined> {
  const query = db
    .selectFrom('feedback_cases')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? undefined : typed(row)
}

export interface CaseFilter {
  readonly scopes: readonly Code[]
  /** Only what speaks of units at and below this one. */
  readonly subject: Code | null
  readonly states: readonly State[] | null
  readonly kind: Kind | null
  /** Sent at or after the one and before the other; what is owed an answer is listed whenever it was sent. */
  readonly filed: { readonly from: Date | null; readonly before: Date | null }
  readonly q: string | null
}

/** Where a page of the list ended. */
export interface Place {
  readonly owed: boolean
  readonly clockFrom: Day
  readonly id: Id
}

/** Below the scopes, by district. For counties this is plain equality, which indexes and shards serve. */
function within(scopes: readonly Code[]): RawBuilder<boolean> {
  const whole = scopes.filter((scope) => scope.length < 6)
  const districts = [...new Set(scopes.filter((scope) => scope.length >= 6).map(districtOf))]
  if (whole.length === 0) return sql<boolean>`(district = any(${districts}))`
  return sql<boolean>`(district = any(${districts}) or district ^@ any(${whole}))`
}

const owed = sql<boolean>`(state in ('received', 'handling', 'reopened'))`
const like = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

function matching(filter: CaseFilter): RawBuilder<boolean> {
  const { scopes, subject, states, kind, filed, q } = filter
  const parts: RawBuilder<unknown>[] = [within(scopes), sql`unit ^@ any(${scopes})`]
  if (subject !== null) parts.push(sql`subject >= ${subject} and subject < ${`${subject}:`}`)
  if (states !== null) parts.push(sql`state = any(${states})`)
  if (kind !== null) parts.push(sql`kind = ${kind}`)
  const days = [
    ...(filed.from === null ? [] : [sql`filed_at >= ${filed.from}`]),
    ...(filed.before === null ? [] : [sql`filed_at < ${filed.before}`]),
  ]
  if (days.length > 0) parts.push(sql`(${owed} or (${sql.join(days, sql` and `)}))`)
  if (q !== null) parts.push(sql`text like ${like(q)}`)
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

/** Records by the filter: first those that wait for an answer, the longest waiting before the others. */
const inOrder = (db: Db, filter: CaseFilter) =>
  db
    .selectFrom('feedback_cases')
    .select(columns)
    .where(matching(filter))
    .orderBy(sql`not ${owed}`)
    .orderBy('clock_from')
    .orderBy('id')

export async function listCases(db: Db, filter: CaseFilter, take: number, after: Place | null = null): Promise<CaseRow[]> {
  let query = inOrder(db, filter)
  if (after !== null)
    query = query.where(
      sql<boolean>`(not ${owed}, clock_from, id) > (${!after.owed}::boolean, ${after.clockFrom}::date, ${after.id}::uuid)`,
    )
  return (await query.limit(take).execute()).map(typed)
}

/** All of them, for a file. */
export const caseList = (db: Db, filter: CaseFilter): LongList<CaseRow> => longList(db, inOrder(db, filter), typed)

/** How many records the filter finds in all. */
export async function countCases(db: Db, filter: CaseFilter): Promise<number> {
  const count = sql<number>`count(*)::int`.as('count')
  return (await db.selectFrom('feedback_cases').select(count).where(matching(filter)).executeTakeFirstOrThrow()).count
}

/** How many records below the scopes wait in these states. */
export async function countOpen(db: Db, scopes: readonly Code[], states: readonly State[]): Promise<number> {
  const row = await db
    .selectFrom('feedback_cases')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(within(scopes))
    .where('state', 'in', states)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Adds a record. */
export async function addCase(db: Db, row: CaseRow): Promise<void> {
  await db
    .insertInto('feedback_cases')
    .values({
      district: districtOf(row.unit),
      unit: row.unit,
      id: row.id,
      code: row.code,
      kind: row.kind,
      subject: row.subject,
      desk: row.desk,
      state: row.state,
      rated: row.rated,
      steps: row.steps,
      text: row.text,
      contact: row.contact,
      contact_bound: row.contactBound,
      filed_at: row.filedAt,
      clock_from: row.clockFrom,
      answered_on: row.answeredOn,
      closed_on: row.closedOn,
    })
    .execute()
}

/** Writes what a step changed. */
export async function saveCase(db: Db, row: CaseRow): Promise<void> {
  const result = await db
    .updateTable('feedback_cases')
    .set({
      subject: row.subject,
      desk: row.desk,
      state: row.state,
      rated: row.rated,
      steps: row.steps,
      contact: row.contact,
      contact_bound: row.contactBound,
      clock_from: row.clockFrom,
      answered_on: row.answeredOn,
      closed_on: row.closedOn,
    })
    .where('district', '=', districtOf(row.unit))
    .where('id', '=', row.id)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`feedback case ${row.id} was not saved`)
}

/** Records below the scopes whose contact is sealed to the column only. */
export async function unboundContacts(db: Db, scopes: readonly Code[], limit: number): Promise<CaseRow[]> {
  const query = db
    .selectFrom('feedback_cases')
    .select(columns)
    .where(within(scopes))
    .where('contact', 'is not', null)
    .where('contact_bound', '=', false)
  return (await query.limit(limit).execute()).map(typed)
}

/** Writes the contact sealed anew, unless it was dropped or sealed meanwhile. */
export async function saveContact(db: Db, row: CaseRow): Promise<void> {
  await db
    .updateTable('feedback_cases')
    .set({ contact: row.contact, contact_bound: row.contactBound })
    .where('district', '=', districtOf(row.unit))
    .where('id', '=', row.id)
    .where('contact', 'is not', null)
    .where('contact_bound', '=', false)
    .execute()
}

/** What a rating changes; the policy for holders of the code allows nothing else. */
export async function saveRating(db: Db, row: CaseRow): Promise<void> {
  const result = await db
    .updateTable('feedback_cases')
    .set({ state: row.state, rated: row.rated, steps: row.steps, clock_from: row.clockFrom, answered_on: row.answeredOn })
    .where('district', '=', districtOf(row.unit))
    .where('id', '=', row.id)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`feedback case ${row.id} was not rated`)
}

/** Drops contacts closed before the one day and records closed before the other; returns how many of each. */
export async function forget(
  db: Db,
  scopes: readonly Code[],
  before: { readonly contact: string; readonly record: string },
): Promise<{ contacts: number; records: number }> {
  const contacts = await db
    .updateTable('feedback_cases')
    .set({ contact: null })
    .where(within(scopes))
    .where('contact', 'is not', null)
    .where('closed_on', '<', before.contact)
    .executeTakeFirst()
  const records = await db.deleteFrom('feedback_cases').where(within(scopes)).where('closed_on', '<', before.record).executeTakeFirst()
  return { contacts: Number(contacts.numUpdatedRows), records: Number(records.numDeletedRows) }
}
