// Commitments below a place, added up by how they stand in a quarter; by unit and place, never by person.

import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { codeLengths, districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Db } from './rounds.ts'

export interface Promises {
  /** Units that made any. */
  readonly units: number
  readonly all: number
  readonly kept: number
  readonly partly: number
  readonly underWay: number
  readonly broken: number
}

/** One district for a county and below; a range of them above. */
const districtsBelow = (below: Code) =>
  below.length < (codeLengths[2] ?? 0)
    ? sql<boolean>`c.district >= ${below} and c.district < ${`${below}:`}`
    : sql<boolean>`c.district = ${districtOf(below)}`

/** Made by the day, or spoken of for that quarter. Confirmed goes before stated; what was not said anything of is only part of `all`. */
export async function promisesBelow(db: Db, below: Code, quarter: string, day: Day): Promise<Promises> {
  const { rows } = await sql<Promises>`select count(distinct p.subject)::int as units, count(*)::int as "all",
      (count(*) filter (where p.stands = 'kept'))::int as kept, (count(*) filter (where p.stands = 'partly'))::int as partly,
      (count(*) filter (where p.stands = 'under-way'))::int as "underWay", (count(*) filter (where p.stands = 'broken'))::int as broken
    from (select c.subject, coalesce(s.confirmed, s.stated) as stands from round_commitments c
      left join round_commitment_states s on s.district = c.district and s.commitment = c.id and s.quarter = ${quarter}
      where ${districtsBelow(below)} and c.subject ^@ ${below} and c.year = ${Number(quarter.slice(0, 4))} and not c.withdrawn
        and (s.id is not null or c.at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')) p`.execute(db)
  return rows[0] ?? { units: 0, all: 0, kept: 0, partly: 0, underWay: 0, broken: 0 }
}
