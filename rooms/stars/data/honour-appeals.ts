// Appeals against steps of stars that are held, what a unit says that it has mended, and those steps as they are read.

import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import type { Appealable } from '../core/honour-appeal.ts'
import type { HonourVerb } from '../core/honour.ts'
import { districtsBelow } from './cycles.ts'
import type { Db } from './cycles.ts'
import { honourDecidedAt } from './honours.ts'

export interface HonourStepRow {
  readonly seq: number
  readonly on: Day
  readonly verb: HonourVerb
  readonly by: Id
  readonly byUnit: Code
  readonly basis: string
  readonly document: string | null
  readonly due: Day | null
}

/** What happened to a star since it was certified, oldest first. */
export async function honourStepsOf(db: Db, unit: Code, honour: Id): Promise<HonourStepRow[]> {
  const rows = await db
    .selectFrom('star_honour_steps')
    .select(['seq', 'on_day as on', 'verb', 'by', 'by_unit as byUnit', 'basis', 'document', 'due'])
    .where('district', '=', districtOf(unit))
    .where('honour', '=', honour)
    .orderBy('seq')
    .execute()
  return rows as HonourStepRow[]
}

export interface HonourAppealRow {
  readonly unit: Code
  readonly id: Id
  readonly honour: Id
  /** The number of the step. */
  readonly against: number
  readonly verb: Appealable
  readonly reason: string
  readonly filedOn: Day
  readonly filedBy: Id
  /** Null while nobody has answered. */
  readonly upheld: boolean | null
  readonly answer: string | null
  readonly answeredOn: Day | null
  readonly answeredAt: Code | null
  readonly withdrawnOn: Day | null
}

const columns = [
  'unit',
  'id',
  'honour',
  'against',
  'verb',
  'reason',
  'filed_on as filedOn',
  'filed_by as filedBy',
  'upheld',
  'answer',
  'answered_on as answeredOn',
  'answered_at as answeredAt',
  'withdrawn_on as withdrawnOn',
] as const

/** Appeals about one star, oldest first. */
export async function honourAppealsOf(db: Db, unit: Code, honour: Id): Promise<HonourAppealRow[]> {
  const query = db.selectFrom('star_honour_appeals').select(columns).where('district', '=', districtOf(unit)).where('honour', '=', honour)
  return (await query.orderBy('against').execute()) as HonourAppealRow[]
}

/** One that is to be answered or taken back, held. */
export async function holdHonourAppeal(db: Db, unit: Code, id: Id): Promise<HonourAppealRow | undefined> {
  const query = db.selectFrom('star_honour_appeals').select(columns).where('district', '=', districtOf(unit)).where('unit', '=', unit)
  const open = query.where('id', '=', id).where('upheld', 'is', null).where('withdrawn_on', 'is', null)
  return (await open.forUpdate().executeTakeFirst()) as HonourAppealRow | undefined
}

/** Appeals below a unit, open ones first. */
const appealed = (db: Db, below: Code) =>
  db
    .selectFrom('star_honour_appeals')
    .select(columns)
    .where(sql<boolean>`${districtsBelow(below)} and unit ^@ ${below}`)
    .orderBy(sql`upheld is not null or withdrawn_on is not null`)
    .orderBy('filed_on')
    .orderBy('id')

export async function honourAppealsBelow(db: Db, below: Code, limit: number): Promise<HonourAppealRow[]> {
  return (await appealed(db, below).limit(limit).execute()) as HonourAppealRow[]
}

/** All of them, for a file. */
export const honourAppealList = (db: Db, below: Code): LongList<HonourAppealRow> =>
  longList(db, appealed(db, below), (row) => row as HonourAppealRow)

/** Those below a unit that nobody has answered and that its level has to answer. */
export async function openHonourAppeals(db: Db, below: Code): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from star_honour_appeals
    where ${districtsBelow(below)} and unit ^@ ${below} and upheld is null and withdrawn_on is null
      and ${honourDecidedAt(sql`star_honour_appeals.district`, sql`star_honour_appeals.honour`, below)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Of these stars, the ones with an appeal that nobody has answered. */
export async function appealedOf(db: Db, honours: readonly { readonly unit: Code; readonly id: Id }[]): Promise<Set<Id>> {
  if (honours.length === 0) return new Set()
  const rows = await db
    .selectFrom('star_honour_appeals')
    .select('honour')
    .where('district', 'in', [...new Set(honours.map(({ unit }) => districtOf(unit)))])
    .where(sql<boolean>`honour = any(${honours.map(({ id }) => id)}::uuid[])`)
    .where('upheld', 'is', null)
    .where('withdrawn_on', 'is', null)
    .execute()
  return new Set(rows.map(({ honour }) => honour))
}

export async function addHonourAppeal(db: Db, row: HonourAppealRow): Promise<void> {
  await db
    .insertInto('star_honour_appeals')
    .values({
      district: districtOf(row.unit),
      unit: row.unit,
      id: row.id,
      honour: row.honour,
      against: row.against,
      verb: row.verb,
      reason: row.reason,
      filed_on: row.filedOn,
      filed_by: row.filedBy,
    })
    .execute()
}

export async function answerHonourAppeal(
  db: Db,
  row: HonourAppealRow,
  given: { readonly upheld: boolean; readonly answer: string; readonly on: Day; readonly by: Id; readonly at: Code },
): Promise<void> {
  await db
    .updateTable('star_honour_appeals')
    .set({ upheld: given.upheld, answer: given.answer, answered_on: given.on, answered_by: given.by, answered_at: given.at })
    .where('district', '=', districtOf(row.unit))
    .where('id', '=', row.id)
    .execute()
}

/** Marks an appeal as taken back. */
export async function withdrawHonourAppeal(db: Db, row: HonourAppealRow, on: Day): Promise<void> {
  await db
    .updateTable('star_honour_appeals')
    .set({ withdrawn_on: on })
    .where('district', '=', districtOf(row.unit))
    .where('id', '=', row.id)
    .execute()
}
