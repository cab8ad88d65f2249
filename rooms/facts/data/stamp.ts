// What every record of this room carries: when it was entered and by which office, never by which person.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { sql } from 'kysely'

export interface Stamp {
  readonly statedOn: Day
  readonly at: Date
  readonly byUnit: Code | null
  readonly byRole: string | null
}

/** A record that later rows may stand in place of. */
export interface Recorded extends Stamp {
  readonly id: Id
  readonly unit: Code
  /** Empty unless it corrects another. */
  readonly reason: string
  readonly corrects: Id | null
  readonly supersededBy: Id | null
}

/** Columns of a `Recorded` under the names of the room. */
export const recordedColumns = [
  'id',
  'unit',
  'reason',
  'corrects',
  'superseded_by as supersededBy',
  'stated_on as statedOn',
  'at',
  'by_unit as byUnit',
  'by_role as byRole',
] as const

/** The values of those columns for a new row. */
export function recordedValues(row: Omit<Recorded, 'supersededBy'>) {
  return {
    district: districtOf(row.unit),
    unit: row.unit,
    id: row.id,
    reason: row.reason,
    corrects: row.corrects,
    stated_on: row.statedOn,
    at: row.at,
    by_unit: row.byUnit,
    by_role: row.byRole,
  }
}

/** Below one of these prefixes: districts first, so that an index and few shards answer, and one prefix as a range of the index. */
export function below(prefixes: readonly Code[], column = 'unit') {
  const at = sql.ref(column)
  const wide = prefixes.filter((code) => code.length < 6)
  const districts = [...new Set(prefixes.filter((code) => code.length >= 6).map(districtOf))]
  const [one, ...more] = prefixes
  const inside =
    one !== undefined && more.length === 0 ? sql`${at} >= ${one} and ${at} < ${`${one}:`}` : sql`${at} ^@ any(${[...prefixes]})`
  const [district, ...others] = districts
  const near = district !== undefined && others.length === 0 ? sql`district = ${district}` : sql`district = any(${districts})`
  const where = wide.length === 0 ? near : sql`(${near} or district ^@ any(${wide}))`
  return sql<boolean>`(${where} and ${inside})`
}

/** Which districts these units lie in. */
export const districtsOf = (units: readonly Code[]): Code[] => [...new Set(units.map(districtOf))]

/** Which records of a kind a list shows. */
export interface RecordFilter {
  readonly below: readonly Code[]
  readonly from?: Day
  readonly to?: Day
  /** Also what was corrected since. */
  readonly history?: boolean
}
