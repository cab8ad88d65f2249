// What belongs to the person alone: up to when notices were put away, and whether mail is wanted.

import type { Kysely } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Language } from '#ground/kernel/problem.ts'
import type { Database } from '#ground/postgres/database.gen.ts'

type Db = Kysely<Database>

export interface OwnPost {
  readonly unit: Code
  readonly post: Id
  readonly person: Id
}

/** Up to when notices of the post were put away; undefined when never. */
export async function markOf(db: Db, { unit, post }: Pick<OwnPost, 'unit' | 'post'>): Promise<Date | undefined> {
  const row = await db
    .selectFrom('notice_marks')
    .select('seen_until')
    .where('district', '=', districtOf(unit))
    .where('id', '=', post)
    .executeTakeFirst()
  return row?.seen_until
}

/** Moves the mark, forwards only. */
export async function moveMark(db: Db, { unit, post, person }: OwnPost, until: Date): Promise<void> {
  await db
    .insertInto('notice_marks')
    .values({ district: districtOf(unit), unit, id: post, person, seen_until: until })
    .onConflict((conflict) =>
      conflict.columns(['district', 'id']).doUpdateSet({ seen_until: until }).where('notice_marks.seen_until', '<', until),
    )
    .execute()
}

export interface MailRow extends OwnPost {
  readonly role: string
  readonly language: Language
  /** Sealed. */
  readonly address: string
  readonly dailyUntil: Date
  readonly urgentUntil: Date
}

const columns = [
  'unit',
  'id as post',
  'person',
  'role',
  'language',
  'address',
  'daily_until as dailyUntil',
  'urgent_until as urgentUntil',
] as const

type Stored = Omit<MailRow, 'language'> & { readonly language: string }
const typed = (row: Stored): MailRow => ({ ...row, language: row.language === 'en' ? 'en' : 'zh' })

/** The own wish for mail. */
export async function findMail(db: Db, { unit, post }: Pick<OwnPost, 'unit' | 'post'>): Promise<MailRow | undefined> {
  const row = await db
    .selectFrom('notice_mails')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', post)
    .executeTakeFirst()
  return row === undefined ? undefined : typed(row)
}

/** Every wish for mail, for the house's task. */
export async function listMails(db: Db): Promise<MailRow[]> {
  return (await db.selectFrom('notice_mails').select(columns).orderBy('district').orderBy('id').execute()).map(typed)
}

/** Keeps the wish, new or changed. */
export async function keepMail(db: Db, row: MailRow): Promise<void> {
  const { unit, post, person, role, language, address, dailyUntil, urgentUntil } = row
  const said = { role, language, address, daily_until: dailyUntil, urgent_until: urgentUntil }
  await db
    .insertInto('notice_mails')
    .values({ district: districtOf(unit), unit, id: post, person, ...said })
    .onConflict((conflict) => conflict.columns(['district', 'id']).doUpdateSet(said))
    .execute()
}

/** Notes up to when a mail told. */
export async function mailedUntil(
  db: Db,
  { unit, post }: Pick<OwnPost, 'unit' | 'post'>,
  kind: 'daily' | 'urgent',
  until: Date,
): Promise<void> {
  await db
    .updateTable('notice_mails')
    .set(kind === 'daily' ? { daily_until: until } : { urgent_until: until })
    .where('district', '=', districtOf(unit))
    .where('id', '=', post)
    .execute()
}

/** No more mail. */
export async function dropMail(db: Db, { unit, post }: Pick<OwnPost, 'unit' | 'post'>): Promise<void> {
  await db.deleteFrom('notice_mails').where('district', '=', districtOf(unit)).where('id', '=', post).execute()
}
