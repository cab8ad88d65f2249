// Samples: what was sealed, entered and drawn; and the candidacies that they are drawn from.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import { districtsBelow } from './cycles.ts'
import type { Db } from './cycles.ts'

export interface SampleRow {
  readonly unit: Code
  readonly id: Id
  readonly cycle: Id
  readonly pool: readonly string[]
  readonly digest: string
  readonly sources: readonly string[]
  readonly take: number
  readonly state: 'sealed' | 'half' | 'drawn' | 'void'
  readonly entered: readonly string[] | null
  readonly enteredBy: Id | null
  readonly entropy: string | null
  readonly selected: readonly number[] | null
  /** Why it gave way to another seal; empty unless it is void. */
  readonly voidReason: string
}

const columns = [
  'unit',
  'id',
  'cycle',
  'pool',
  'digest',
  'sources',
  'take',
  'state',
  'entered',
  'entered_by as enteredBy',
  'entropy',
  'selected',
  'void_reason as voidReason',
] as const

export async function findSample(db: Db, unit: Code, id: Id, hold = false): Promise<SampleRow | undefined> {
  const query = db
    .selectFrom('star_samples')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('unit', '=', unit)
    .where('id', '=', id)
  return (await (hold ? query.forUpdate() : query).executeTakeFirst()) as SampleRow | undefined
}

/** Samples of a cycle, whoever drew them. */
export async function samplesOf(db: Db, cycle: Id): Promise<SampleRow[]> {
  return (await db
    .selectFrom('star_samples')
    .select(columns)
    .where('cycle', '=', cycle)
    .orderBy('sealed_at')
    .limit(200)
    .execute()) as SampleRow[]
}

/** All of them, for a file; one at a time, because each brings its pool of up to 65,535 lines. */
export const sampleList = (db: Db, cycle: Id): LongList<SampleRow> => {
  const query = db.selectFrom('star_samples').select(columns).where('cycle', '=', cycle).orderBy('sealed_at').orderBy('id')
  return longList(db, query, (row) => row as SampleRow, 1)
}

/** How many lines the pools of a cycle have together. */
export async function poolLines(db: Db, cycle: Id): Promise<number> {
  const { rows } = await sql<{ lines: number }>`select coalesce(sum(cardinality(pool)), 0)::int as lines from star_samples
    where cycle = ${cycle}`.execute(db)
  return rows[0]?.lines ?? 0
}

/** Seals of a cycle that wait for their draw. A lock of their own: two who seal at once see each other's. */
export async function openSamples(db: Db, cycle: Id): Promise<SampleRow[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`samples of ${cycle}`}, 59))`.execute(db)
  const query = db.selectFrom('star_samples').select(columns).where('cycle', '=', cycle).where('state', 'in', ['sealed', 'half'])
  return (await query.orderBy('sealed_at').forUpdate().execute()) as SampleRow[]
}

export async function addSample(db: Db, row: SampleRow, at: Date): Promise<void> {
  await db
    .insertInto('star_samples')
    .values({
      district: districtOf(row.unit),
      unit: row.unit,
      id: row.id,
      cycle: row.cycle,
      pool: [...row.pool],
      digest: row.digest,
      sources: [...row.sources],
      take: row.take,
      state: row.state,
      sealed_at: at,
    })
    .execute()
}

/** Saves one that is held; a list that was drawn or voided meanwhile is no longer anybody's to change. */
export async function saveSample(db: Db, row: SampleRow, drawn: Date | null): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('star_samples')
    .set({
      state: row.state,
      entered: row.entered === null ? null : [...row.entered],
      entered_by: row.enteredBy,
      entropy: row.entropy,
      selected: row.selected === null ? null : [...row.selected],
      void_reason: row.voidReason,
      drawn_at: drawn,
    })
    .where('district', '=', districtOf(row.unit))
    .where('id', '=', row.id)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error(`sample ${row.id} was not held`)
}

export interface Agreed {
  readonly unit: Code
  readonly id: Id
  readonly star: string
  readonly drawn: boolean
}

/** Stars of a cycle below a unit that were agreed and wait to be publicised, in the order of codes. */
export async function agreedBelow(db: Db, cycle: Id, below: Code): Promise<Agreed[]> {
  const { rows } = await sql<Agreed>`select unit, id, star, drawn from star_candidacies
    where ${districtsBelow(below)} and cycle = ${cycle} and unit ^@ ${below} and state = 'agreed'
    order by unit, star`.execute(db)
  return rows
}

/** How many stars of a cycle below a unit got as far as joint review agreed, and how many of them were drawn. */
export async function sampledBelow(db: Db, cycle: Id, below: Code): Promise<{ agreed: number; drawn: number }> {
  const { rows } = await sql<{ agreed: number; drawn: number }>`
    select count(*)::int as agreed, count(*) filter (where drawn)::int as drawn from star_candidacies
    where ${districtsBelow(below)} and cycle = ${cycle} and unit ^@ ${below} and state in ('agreed', 'publicised', 'certified')`.execute(db)
  return rows[0] ?? { agreed: 0, drawn: 0 }
}
