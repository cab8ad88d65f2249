// Values: stating, correcting, listing, and which of them hold on a day.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import type { Stater } from '../core/held-definition.ts'
import type { Stated } from '../core/value.ts'
import type { Recorded } from './stamp.ts'
import { below, districtsOf, recordedColumns, recordedValues } from './stamp.ts'

type Db = Kysely<Database>

export interface FactRow extends Recorded {
  readonly definition: string
  readonly from: Day
  readonly to: Day | null
  readonly stated: Stated
  readonly statedBy: Stater
  readonly source: string
  readonly voucher: string
}

const columns = [
  ...recordedColumns,
  'definition',
  'from_day as from',
  'to_day as to',
  'state',
  'number',
  'yes_no as yesNo',
  'choice',
  'stated_by as statedBy',
  'source',
  'voucher',
] as const

interface Selected extends Omit<FactRow, 'stated' | 'statedBy'> {
  readonly state: string
  readonly statedBy: string
  readonly number: string | null
  readonly yesNo: boolean | null
  readonly choice: string | null
}

function typed({ state, number, yesNo, choice, statedBy, ...row }: Selected): FactRow {
  const value = number ?? yesNo ?? choice
  const stated: Stated = state === 'value' && value !== null ? { state: 'value', value } : { state: state as 'nothing' | 'withdrawn' }
  return { ...row, stated, statedBy: statedBy as Stater }
}

/** A new fact with the type that says in which column its value goes. */
export type NewFact = Omit<FactRow, 'supersededBy'> & { readonly type: 'number' | 'yes-no' | 'choice' }

/** Adds facts, all of living units. */
export async function addFacts(db: Db, facts: readonly NewFact[]): Promise<void> {
  for (let at = 0; at < facts.length; at += 1000) {
    await db
      .insertInto('facts')
      .values(
        facts.slice(at, at + 1000).map((fact) => {
          const value = fact.stated.state === 'value' ? fact.stated.value : null
          return {
            ...recordedValues(fact),
            definition: fact.definition,
            from_day: fact.from,
            to_day: fact.to,
            state: fact.stated.state,
            number: fact.type === 'number' ? (value as string | null) : null,
            yes_no: fact.type === 'yes-no' ? (value as boolean | null) : null,
            choice: fact.type === 'choice' ? (value as string | null) : null,
            stated_by: fact.statedBy,
            source: fact.source,
            voucher: fact.voucher,
          }
        }),
      )
      .execute()
  }
}

/** One fact as the acting post may see it. */
export async function findFact(db: Db, unit: Code, id: Id): Promise<FactRow | undefined> {
  const row = await db
    .selectFrom('facts')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
    .executeTakeFirst()
  return row === undefined ? undefined : typed(row)
}

export interface FactFilter {
  readonly below: readonly Code[]
  readonly definition?: string
  /** Periods that touch these days, and the last one before them where none came after it: that value still holds. */
  readonly from?: Day
  readonly to?: Day
  /** Also what was corrected since. */
  readonly history?: boolean
}

/** By unit, then datum, the latest period first. */
function narrowed(db: Db, filter: FactFilter) {
  const { definition, from, to } = filter
  let query = db.selectFrom('facts').select(columns).where(below(filter.below))
  if (filter.history !== true) query = query.where('superseded_by', 'is', null)
  if (definition !== undefined) query = query.where('definition', '=', definition)
  if (to !== undefined) query = query.where('from_day', '<=', to)
  if (from !== undefined) {
    const later = sql<boolean>`exists (select 1 from facts later where later.district = facts.district and later.unit = facts.unit
      and later.definition = facts.definition and later.superseded_by is null and later.state <> 'withdrawn'
      and later.from_day > facts.from_day and later.from_day <= ${to ?? from})`
    query = query.where((by) => by.or([by('to_day', '>=', from), by.not(later)]))
  }
  query = query.orderBy('district').orderBy('unit').orderBy('definition').orderBy('from_day', 'desc')
  // Of what stands there is one a period, so the order of the index is the whole order.
  return filter.history === true ? query.orderBy('at', 'desc') : query
}

export async function listFacts(db: Db, filter: FactFilter & { readonly limit: number }): Promise<FactRow[]> {
  return (await narrowed(db, filter).limit(filter.limit).execute()).map(typed)
}

/** All of them, for a file. */
export const factList = (db: Db, filter: FactFilter): LongList<FactRow> => longList(db, narrowed(db, filter), typed)

/** Who below a prefix has stated which of these data for a time that touches these days. */
export async function statedBelow(
  db: Db,
  prefix: Code,
  definitions: readonly string[],
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<{ unit: Code; definition: string; since: Day; until: Day | null }[]> {
  if (definitions.length === 0) return []
  const rows = await db
    .selectFrom('facts')
    .select(['unit', 'definition'])
    .select((by) => [
      by.fn.min('stated_on').as('since'),
      // A value that holds until it changes has no last day, and outlasts every other.
      sql<Day | null>`case when bool_or(to_day is null) then null else max(to_day) end`.as('until'),
    ])
    .where(below([prefix]))
    .where(sql<boolean>`definition = any(${[...definitions]}::text[])`)
    .where('superseded_by', 'is', null)
    .where('state', '<>', 'withdrawn')
    .where('from_day', '<=', to)
    .where((by) => by.or([by('to_day', 'is', null), by('to_day', '>=', from)]))
    .groupBy(['unit', 'definition'])
    .execute()
  return rows
}

/** What stands at these places, of any state. */
export async function livingAt(db: Db, units: readonly Code[], definitions: readonly string[]): Promise<FactRow[]> {
  if (units.length === 0 || definitions.length === 0) return []
  const rows = await db
    .selectFrom('facts')
    .select(columns)
    .where('district', 'in', districtsOf(units))
    .where(sql<boolean>`unit = any(${[...new Set(units)]}::text[])`)
    .where(sql<boolean>`definition = any(${[...new Set(definitions)]}::text[])`)
    .where('superseded_by', 'is', null)
    .execute()
  return rows.map(typed)
}

/**
 * The value of each of these data that holds on the day, of many units in one question; the rule is `valueOn` of core/as-of.ts.
 * One step of the index a unit and datum: older periods are not even read, so a long history costs nothing.
 */
export async function holdingOn(db: Db, units: readonly Code[], definitions: readonly string[], asOf: Day): Promise<FactRow[]> {
  if (units.length === 0 || definitions.length === 0) return []
  const { rows } = await sql<Selected>`select held.*
    from unnest(${[...units]}::text[]) as asked(code), unnest(${[...definitions]}::text[]) as wanted(id), lateral (
      select f.id, f.unit, f.reason, f.corrects, f.superseded_by as "supersededBy", f.stated_on as "statedOn", f.at, f.by_unit as "byUnit",
        f.by_role as "byRole", f.definition, f.from_day as "from", f.to_day as "to", f.state, f.number, f.yes_no as "yesNo", f.choice,
        f.stated_by as "statedBy", f.source, f.voucher
      from facts f
      where f.district = any(${districtsOf(units)}) and f.district = left(asked.code, 6) and f.unit = asked.code
        and f.definition = wanted.id and f.superseded_by is null and f.state <> 'withdrawn' and f.from_day <= ${asOf}
      order by f.from_day desc limit 1
    ) held`.execute(db)
  return rows.map(typed)
}
