// Publicities with their lines, as anybody reads them, and the objections to them.

import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { ancestorsOf, districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import { districtsBelow } from './cycles.ts'
import type { Db } from './cycles.ts'

export interface PublicityRow {
  readonly unit: Code
  readonly id: Id
  readonly cycle: Id
  readonly number: number
  readonly from: Day
  readonly until: Day
  readonly contact: string
}

const columns = ['unit', 'id', 'cycle', 'number', 'from_day as from', 'until_day as until', 'contact'] as const

/**
 * The number of the next publicity of a unit's cycle. A lock of their own keeps two from getting the same: a county cannot hold
 * the cycle of its prefecture.
 */
export async function nextNumber(db: Db, unit: Code, cycle: Id): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${cycle}/${unit}`}, 57))`.execute(db)
  const { rows } = await sql<{ number: number }>`select coalesce(max(number), 0)::int + 1 as number from star_publicities
    where district = ${districtOf(unit)} and cycle = ${cycle}`.execute(db)
  return rows[0]?.number ?? 1
}

export async function addPublicity(db: Db, row: PublicityRow): Promise<void> {
  await db
    .insertInto('star_publicities')
    .values({
      district: districtOf(row.unit),
      unit: row.unit,
      id: row.id,
      cycle: row.cycle,
      number: row.number,
      from_day: row.from,
      until_day: row.until,
      contact: row.contact,
    })
    .execute()
}

export async function findPublicity(db: Db, unit: Code, id: Id): Promise<PublicityRow | undefined> {
  return db.selectFrom('star_publicities').select(columns).where('district', '=', districtOf(unit)).where('id', '=', id).executeTakeFirst()
}

interface OfWhom {
  readonly unit?: Code | undefined
  readonly cycle?: Id | undefined
}

/** Publicities, the latest first; of one unit or one cycle when it is named. */
const publicised = (db: Db, { unit, cycle }: OfWhom) =>
  db
    .selectFrom('star_publicities')
    .select(columns)
    .$if(unit !== undefined, (q) => q.where('district', '=', districtOf(unit ?? '')).where('unit', '=', unit ?? ''))
    .$if(cycle !== undefined, (q) => q.where('cycle', '=', cycle ?? ''))
    .orderBy('from_day', 'desc')
    .orderBy('unit')
    .orderBy('id')

export const listPublicities = (db: Db, of: OfWhom): Promise<PublicityRow[]> => publicised(db, of).limit(50).execute()

/** All of them in a cycle, for a file. */
export const publicityList = (db: Db, cycle: Id): LongList<PublicityRow> => longList(db, publicised(db, { cycle }), (row) => row)

export interface NoticeRow {
  readonly unit: Code
  readonly id: Id
  readonly publicity: Id
  readonly candidacy: Id
  readonly cycle: Id
  readonly star: string
  readonly state: 'shown' | 'certified' | 'taken-off'
}

/** Lines of publicities. Units of a prefecture's list lie in several districts. */
export async function noticesOf(db: Db, publicities: readonly Id[]): Promise<NoticeRow[]> {
  if (publicities.length === 0) return []
  const rows = await db
    .selectFrom('star_notices')
    .select(['unit', 'id', 'publicity', 'candidacy', 'cycle', 'star', 'state'])
    .where('publicity', 'in', [...publicities])
    .orderBy('unit')
    .orderBy('star')
    .execute()
  return rows as NoticeRow[]
}

/** Whether the publicities of a cycle have more lines than so many. */
export async function moreNoticesThan(db: Db, cycle: Id, most: number): Promise<boolean> {
  const { rows } = await sql`select 1 from star_notices where cycle = ${cycle} offset ${most} limit 1`.execute(db)
  return rows.length > 0
}

/** The line of a candidacy in a publicity. */
export async function findNotice(db: Db, unit: Code, publicity: Id, candidacy: Id): Promise<NoticeRow | undefined> {
  const row = await db
    .selectFrom('star_notices')
    .select(['unit', 'id', 'publicity', 'candidacy', 'cycle', 'star', 'state'])
    .where('district', '=', districtOf(unit))
    .where('publicity', '=', publicity)
    .where('candidacy', '=', candidacy)
    .executeTakeFirst()
  return row as NoticeRow | undefined
}

/** Says of a line that is shown that it is taken off. */
export async function settleNotice(db: Db, unit: Code, publicity: Id, candidacy: Id, state: 'certified' | 'taken-off'): Promise<void> {
  await db
    .updateTable('star_notices')
    .set({ state })
    .where('district', '=', districtOf(unit))
    .where('publicity', '=', publicity)
    .where('candidacy', '=', candidacy)
    .where('state', '=', 'shown')
    .execute()
}

export interface ObjectionRow {
  readonly unit: Code
  readonly id: Id
  readonly subject: Code
  readonly code: string
  readonly publicity: Id
  readonly candidacy: Id
  readonly star: string
  readonly state: 'open' | 'upheld' | 'dismissed'
  /** Sealed. */
  readonly text: string
  /** Sealed. */
  readonly contact: string | null
  readonly filedOn: Day
  readonly answer: string | null
  readonly answeredOn: Day | null
}

const objectionColumns = [
  'unit',
  'id',
  'subject',
  'code',
  'publicity',
  'candidacy',
  'star',
  'state',
  'text',
  'contact',
  'filed_on as filedOn',
  'answer',
  'answered_on as answeredOn',
] as const

/** Opens the one record of a tracking code, by its blind index, for this transaction. */
export async function enterCode(db: Db, index: string): Promise<void> {
  await sql`select stars_enter(${index})`.execute(db)
}

export async function findByCode(db: Db, index: string): Promise<ObjectionRow | undefined> {
  return (await db.selectFrom('star_objections').select(objectionColumns).where('code', '=', index).executeTakeFirst()) as
    | ObjectionRow
    | undefined
}

export async function findObjection(db: Db, unit: Code, id: Id, hold = false): Promise<ObjectionRow | undefined> {
  const query = db
    .selectFrom('star_objections')
    .select(objectionColumns)
    .where('district', '=', districtOf(unit))
    .where('unit', '=', unit)
    .where('id', '=', id)
  return (await (hold ? query.forUpdate() : query).executeTakeFirst()) as ObjectionRow | undefined
}

/** Publicities by their ids, of these units or of those above them. */
export async function publicitiesWith(db: Db, units: readonly Code[], ids: readonly Id[]): Promise<PublicityRow[]> {
  if (ids.length === 0) return []
  const districts = new Set(units.flatMap((unit) => [unit, ...ancestorsOf(unit)]).map(districtOf))
  const query = db
    .selectFrom('star_publicities')
    .select(columns)
    .where('district', 'in', [...districts])
  return query.where('id', 'in', [...ids]).execute()
}

/** Which level decides about an objection's star; while none is determined, the one that asks. */
const decidedAt = (
  level: 'county' | 'prefecture',
) => sql<boolean>`exists (select 1 from star_candidacies w join star_cycles c on c.id = w.cycle
  where w.district = star_objections.district and w.id = star_objections.candidacy
    and coalesce(c.parameters ->> 'decidedBy', ${level}) = ${level})`

/** Objections in a unit's own books, and those below it about stars that its level certifies; open ones first. */
const objected = (db: Db, unit: Code) =>
  db
    .selectFrom('star_objections')
    .select(objectionColumns)
    .where(sql<boolean>`${districtsBelow(unit)} and unit ^@ ${unit}`)
    .where((by) => by.or([by('unit', '=', unit), decidedAt(unit.length < 6 ? 'prefecture' : 'county')]))
    .orderBy(sql`state <> 'open'`)
    .orderBy('filed_on')
    .orderBy('id')

export async function listObjections(db: Db, unit: Code, limit: number): Promise<ObjectionRow[]> {
  return (await objected(db, unit).limit(limit).execute()) as ObjectionRow[]
}

/** All of them, for a file. */
export const objectionList = (db: Db, unit: Code): LongList<ObjectionRow> => longList(db, objected(db, unit), (row) => row as ObjectionRow)

export async function openObjections(db: Db, unit: Code, candidacy: Id): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from star_objections
    where district = ${districtOf(unit)} and candidacy = ${candidacy} and state = 'open'`.execute(db)
  return rows[0]?.count ?? 0
}

/** Objections at or below a unit that its level has to answer. */
export async function openObjectionsAt(db: Db, unit: Code): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from star_objections
    where ${districtsBelow(unit)} and unit ^@ ${unit} and state = 'open'
      and ${decidedAt(unit.length < 6 ? 'prefecture' : 'county')}`.execute(db)
  return rows[0]?.count ?? 0
}

export async function addObjection(db: Db, row: ObjectionRow): Promise<void> {
  await db
    .insertInto('star_objections')
    .values({
      district: districtOf(row.unit),
      unit: row.unit,
      id: row.id,
      subject: row.subject,
      code: row.code,
      publicity: row.publicity,
      candidacy: row.candidacy,
      star: row.star,
      state: row.state,
      text: row.text,
      contact: row.contact,
      filed_on: row.filedOn,
    })
    .execute()
}

export async function answerObjection(db: Db, row: ObjectionRow, by: Id): Promise<void> {
  await db
    .updateTable('star_objections')
    .set({ state: row.state, answer: row.answer, answered_on: row.answeredOn, answered_by: by })
    .where('district', '=', districtOf(row.unit))
    .where('id', '=', row.id)
    .execute()
}
