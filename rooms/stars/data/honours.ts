// Stars that are held, with the codes of their plaques, and what happened to them since.

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import type { HonourState, HonourStep } from '../core/honour.ts'
import { districtsBelow } from './cycles.ts'
import type { Db } from './cycles.ts'

export interface HonourRow {
  readonly unit: Code
  readonly id: Id
  readonly cycle: Id
  readonly candidacy: Id
  readonly year: number
  readonly star: string
  readonly plaque: string
  readonly state: HonourState
  readonly due: Day | null
  readonly from: Day
  readonly to: Day | null
  readonly steps: number
}

const columns = [
  'unit',
  'id',
  'cycle',
  'candidacy',
  'year',
  'star',
  'plaque',
  'state',
  'due',
  'from_day as from',
  'to_day as to',
  'steps',
] as const

/** Whether the level of a unit decides about a star that is held; while none is determined, whichever asks. */
export function honourDecidedAt(district: RawBuilder<unknown>, honour: RawBuilder<unknown>, unit: Code) {
  const level = unit.length < 6 ? 'prefecture' : 'county'
  return sql<boolean>`exists (select 1 from star_honours decided join star_cycles c on c.id = decided.cycle
    where decided.district = ${district} and decided.id = ${honour} and coalesce(c.parameters ->> 'decidedBy', ${level}) = ${level})`
}

export async function addHonour(db: Db, row: HonourRow, at: Date): Promise<void> {
  await db
    .insertInto('star_honours')
    .values({
      district: districtOf(row.unit),
      unit: row.unit,
      id: row.id,
      cycle: row.cycle,
      candidacy: row.candidacy,
      year: row.year,
      star: row.star,
      plaque: row.plaque,
      state: row.state,
      due: row.due,
      from_day: row.from,
      to_day: row.to,
      steps: row.steps,
      changed_at: at,
    })
    .execute()
}

export async function findHonour(db: Db, unit: Code, id: Id, hold = false): Promise<HonourRow | undefined> {
  const query = db
    .selectFrom('star_honours')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('unit', '=', unit)
    .where('id', '=', id)
  return (await (hold ? query.forUpdate() : query).executeTakeFirst()) as HonourRow | undefined
}

/** Stars that records speak of. */
export async function honoursWith(db: Db, at: readonly { readonly unit: Code; readonly honour: Id }[]): Promise<HonourRow[]> {
  if (at.length === 0) return []
  const query = db
    .selectFrom('star_honours')
    .select(columns)
    .where('district', 'in', [...new Set(at.map(({ unit }) => districtOf(unit)))])
  return (await query.where('id', 'in', [...new Set(at.map(({ honour }) => honour))]).execute()) as HonourRow[]
}

/** The star of a candidacy, when it was certified. */
export async function honourOf(db: Db, unit: Code, candidacy: Id): Promise<HonourRow | undefined> {
  return (await db
    .selectFrom('star_honours')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('candidacy', '=', candidacy)
    .executeTakeFirst()) as HonourRow | undefined
}

/** The star whose plaque bears the code, wherever it hangs. */
export async function findPlaque(db: Db, plaque: string): Promise<HonourRow | undefined> {
  return (await db.selectFrom('star_honours').select(columns).where('plaque', '=', plaque).executeTakeFirst()) as HonourRow | undefined
}

/** Stars held below a unit, the latest year first. */
function heldBelow(db: Db, below: Code, year: number | null) {
  return db
    .selectFrom('star_honours')
    .select(columns)
    .where(sql<boolean>`${districtsBelow(below)} and unit ^@ ${below}`)
    .$if(year !== null, (q) => q.where('year', '=', year ?? 0))
    .orderBy('year', 'desc')
    .orderBy('unit')
    .orderBy('star')
}

export async function honoursBelow(db: Db, below: Code, year: number | null, limit: number): Promise<HonourRow[]> {
  return (await heldBelow(db, below, year).limit(limit).execute()) as HonourRow[]
}

/** All of them, for a file; of one cycle when it is named. */
export const honourList = (db: Db, below: Code, year: number | null, cycle: Id | null = null): LongList<HonourRow> =>
  longList(
    db,
    heldBelow(db, below, year).$if(cycle !== null, (q) => q.where('cycle', '=', cycle ?? '')),
    (row) => row as HonourRow,
  )

/** Stars of years before that some unit below holds still, or that an appeal may yet restore; of one unit and star when named. */
export async function formerHonours(
  db: Db,
  below: Code,
  year: number,
  states: readonly HonourState[],
  star?: string,
): Promise<HonourRow[]> {
  return (await db
    .selectFrom('star_honours')
    .select(columns)
    .where(sql<boolean>`${districtsBelow(below)} and unit ^@ ${below}`)
    .where('year', '<', year)
    .where('state', 'in', [...states])
    .$if(star !== undefined, (q) => q.where('star', '=', star ?? ''))
    .orderBy('unit')
    .orderBy('star')
    .orderBy('year')
    .orderBy('id')
    .forUpdate()
    .execute()) as HonourRow[]
}

export async function saveHonour(db: Db, row: HonourRow, at: Date): Promise<void> {
  await db
    .updateTable('star_honours')
    .set({ state: row.state, due: row.due, to_day: row.to, steps: row.steps, changed_at: at })
    .where('district', '=', districtOf(row.unit))
    .where('id', '=', row.id)
    .execute()
}

export async function addHonourStep(
  db: Db,
  row: HonourRow,
  step: HonourStep & { readonly id: Id; readonly by: Id; readonly byUnit: Code },
): Promise<void> {
  await db
    .insertInto('star_honour_steps')
    .values({
      district: districtOf(row.unit),
      unit: row.unit,
      id: step.id,
      honour: row.id,
      seq: row.steps,
      on_day: step.on,
      verb: step.verb,
      by: step.by,
      by_unit: step.byUnit,
      basis: step.basis,
      document: step.document,
      due: step.due,
    })
    .execute()
}
