// Notices as they are kept: added, found for a post, found by their sender, withdrawn, forgotten.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ancestorsOf, districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Addressed, Reach, Weight } from '../core/reach.ts'

type Db = Kysely<Database>

export interface NoticeRow extends Addressed {
  readonly id: Id
  readonly sender: Code
  /** The room it came from; `notices` for an announcement that a person wrote. */
  readonly room: string
  readonly weight: Weight
  readonly title: string
  readonly titleEn: string
  readonly body: string
  /** Where on the desk it leads; may be empty. */
  readonly path: string
  readonly at: Date
  readonly until: Day | null
  readonly withdrawnAt: Date | null
  readonly withdrawnFor: string | null
}

const columns = [
  'unit',
  'id',
  'sender',
  'reach',
  'roles',
  'room',
  'weight',
  'title',
  'title_en as titleEn',
  'body',
  'path',
  'at',
  'until',
  'withdrawn_at as withdrawnAt',
  'withdrawn_for as withdrawnFor',
] as const

type Stored = Omit<NoticeRow, 'reach' | 'weight'> & { readonly reach: string; readonly weight: string }

const typed = (row: Stored): NoticeRow => ({ ...row, reach: row.reach as Reach, weight: row.weight as Weight })

/** Adds a notice. */
export async function addNotice(db: Db, row: NoticeRow): Promise<void> {
  const { titleEn, withdrawnAt: _at, withdrawnFor: _for, roles, ...rest } = row
  await db
    .insertInto('notices')
    .values({ ...rest, roles: [...roles], district: districtOf(row.unit), title_en: titleEn })
    .execute()
}

/** Adds many that differ in where they go, what they are called and where they lead. */
export async function addNotices(
  db: Db,
  {
    sender,
    reach,
    roles,
    room,
    weight,
    body,
    at,
    until,
  }: Omit<NoticeRow, 'unit' | 'id' | 'title' | 'titleEn' | 'path' | 'withdrawnAt' | 'withdrawnFor'>,
  rows: readonly Pick<NoticeRow, 'unit' | 'id' | 'title' | 'titleEn' | 'path'>[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into notices (district, unit, id, sender, reach, roles, room, weight, title, title_en, body, path, at, until)
    select left(unit, 6), unit, id, ${sender}::text, ${reach}::text, ${[...roles]}::text[], ${room}::text, ${weight}::text, title, "titleEn",
      ${body}::text, path, ${at}::timestamptz, ${until}::date
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as each (unit text, id uuid, title text, "titleEn" text, path text)`.execute(db)
}

export interface Inbox {
  readonly unit: Code
  readonly role: string
}

export interface Window {
  readonly after?: Date | undefined
  readonly before?: Date | undefined
  readonly urgent?: boolean | undefined
  readonly limit: number
}

/** What a post finds, the latest first. The unit and the roles are compared here; policies know no roles. */
export async function inboxOf(db: Db, { unit, role }: Inbox, { after, before, urgent = false, limit }: Window): Promise<NoticeRow[]> {
  const above = ancestorsOf(unit)
  const districts = [...new Set([unit, ...above].map(districtOf))]
  let query = db
    .selectFrom('notices')
    .select(columns)
    .where(sql<boolean>`district = any(${districts})`)
    .where(sql<boolean>`(unit = ${unit} or (reach = 'below' and unit = any(${above})))`)
    .where(sql<boolean>`(cardinality(roles) = 0 or ${role} = any(roles))`)
  if (after !== undefined) query = query.where('at', '>', after)
  if (before !== undefined) query = query.where('at', '<', before)
  if (urgent) query = query.where('weight', '=', 'urgent')
  return (await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(typed)
}

/** How many came after the mark and still stand; counted up to 200. */
export async function countNew(db: Db, inbox: Inbox, after: Date | undefined): Promise<number> {
  return (await inboxOf(db, inbox, { after, limit: 200 })).filter((row) => row.withdrawnAt === null).length
}

/** What was sent from the scopes, the latest first. */
export async function sentFrom(db: Db, scopes: readonly Code[], before: Date | undefined, limit: number): Promise<NoticeRow[]> {
  let query = db
    .selectFrom('notices')
    .select(columns)
    .where(sql<boolean>`sender ^@ any(${[...scopes]})`)
  if (before !== undefined) query = query.where('at', '<', before)
  return (await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(typed)
}

/** One notice that the actor sees. */
export async function findNotice(db: Db, unit: Code, id: Id): Promise<NoticeRow | undefined> {
  const row = await db
    .selectFrom('notices')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : typed(row)
}

/** Takes it back; false when it was already, or is none of the actor's. */
export async function withdrawNotice(db: Db, row: Pick<NoticeRow, 'unit' | 'id'>, at: Date, reason: string): Promise<boolean> {
  const result = await db
    .updateTable('notices')
    .set({ withdrawn_at: at, withdrawn_for: reason })
    .where('district', '=', districtOf(row.unit))
    .where('id', '=', row.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Deletes notices from before a moment; answers how many. For the house. */
export async function forgetNotices(db: Db, before: Date): Promise<number> {
  const result = await db.deleteFrom('notices').where('at', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}
