// The register of form demands.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ancestorsOf, districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import type { Frequency, Reach } from '../core/demand.ts'
import type { OtherDemand } from '../core/duplicates.ts'
import type { UnitKind } from '../core/fact-sheet.ts'

type Db = Kysely<Database>

export interface DemandRow extends OtherDemand {
  /** Who registered it. */
  readonly unit: Code
  readonly form: string
  readonly basis: string
  readonly frequency: Frequency
  /** For one filling. */
  readonly minutes: number
  /** As counted when it was registered. */
  readonly units: number
  readonly times: number
  readonly at: Date
  readonly byRole: string | null
  readonly withdrawnReason: string
  readonly spared: readonly Code[]
}

const columns = [
  'unit',
  'id',
  'form',
  'title',
  'issuer',
  'basis',
  'frequency',
  'from_day as from',
  'sunset',
  'minutes',
  'definitions',
  'texts',
  'below',
  'kind',
  'units',
  'times',
  'registered_on as registeredOn',
  'at',
  'by_role as byRole',
  'withdrawn_on as withdrawnOn',
  'withdrawn_reason as withdrawnReason',
  'spared',
] as const

const typed = (row: Omit<DemandRow, 'frequency' | 'kind'> & { readonly frequency: string; readonly kind: string | null }): DemandRow => ({
  ...row,
  frequency: row.frequency as Frequency,
  kind: row.kind as UnitKind | null,
})

/** Asks units at or below the prefix, or units among which it lies. */
function touching(code: Code) {
  const above = [...ancestorsOf(code), code]
  const districts = [...new Set(above.map(districtOf))]
  const wide = code.length < 6 ? sql<boolean>`district ^@ ${code}` : sql<boolean>`false`
  return sql<boolean>`((district = any(${districts}) or ${wide}) and (below = any(${above}) or below ^@ ${code}))`
}

/** Demands that ask units at, below or around a code, those that end soonest first. */
const asking = (db: Db, code: Code) => db.selectFrom('form_demands').select(columns).where(touching(code)).orderBy('sunset').orderBy('id')

export async function listDemands(db: Db, code: Code, limit: number): Promise<DemandRow[]> {
  return (await asking(db, code).limit(limit).execute()).map(typed)
}

/** All of them, for a file. */
export const demandList = (db: Db, code: Code): LongList<DemandRow> => longList(db, asking(db, code), typed)

/** Those of them that may ask the same units in the same time; core/duplicates.ts decides. */
export async function demandsBeside(db: Db, reach: Reach): Promise<DemandRow[]> {
  const rows = await db
    .selectFrom('form_demands')
    .select(columns)
    .where(touching(reach.below))
    .where('withdrawn_on', 'is', null)
    .where('from_day', '<=', reach.sunset)
    .where('sunset', '>=', reach.from)
    .orderBy('registered_on')
    .orderBy('id')
    .execute()
  return rows.map(typed)
}

/** Demands for one form that ask this unit; those that spare it do not. */
export async function demandsFor(db: Db, unit: Code, form: string): Promise<DemandRow[]> {
  const above = [...ancestorsOf(unit), unit]
  const rows = await db
    .selectFrom('form_demands')
    .select(columns)
    .where('district', 'in', [...new Set(above.map(districtOf))])
    .where('below', 'in', above)
    .where('form', '=', form)
    .where(sql<boolean>`${unit} <> all(spared)`)
    .orderBy('registered_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(typed)
}

/** One demand as the acting post may see it. */
export async function findDemand(db: Db, unit: Code, id: Id): Promise<DemandRow | undefined> {
  const row = await db
    .selectFrom('form_demands')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
    .executeTakeFirst()
  return row === undefined ? undefined : typed(row)
}

/** Puts a demand into the register. */
export async function addDemand(db: Db, row: DemandRow): Promise<void> {
  await db
    .insertInto('form_demands')
    .values({
      district: districtOf(row.unit),
      unit: row.unit,
      id: row.id,
      form: row.form,
      title: row.title,
      issuer: row.issuer,
      basis: row.basis,
      frequency: row.frequency,
      from_day: row.from,
      sunset: row.sunset,
      minutes: row.minutes,
      definitions: [...row.definitions],
      texts: [...row.texts],
      below: row.below,
      kind: row.kind,
      units: row.units,
      times: row.times,
      registered_on: row.registeredOn,
      at: row.at,
      by_role: row.byRole,
      withdrawn_reason: '',
      spared: [...row.spared],
    })
    .execute()
}

/** Withdraws it; false when it was withdrawn already or is not the post's to withdraw. */
export async function withdrawDemand(db: Db, unit: Code, id: Id, day: Day, reason: string): Promise<boolean> {
  const result = await db
    .updateTable('form_demands')
    .set({ withdrawn_on: day, withdrawn_reason: reason })
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
