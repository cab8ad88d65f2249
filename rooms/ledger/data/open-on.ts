// What was open on a past day. An entry that was closed out stays so (what comes back is another entry), so its own days
// say it; only of a withdrawn one the step tells when it went.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { openStates } from '../core/state.ts'

export interface OpenRow {
  readonly unit: Code
  readonly id: Id
  readonly subject: Code
  readonly problem: string
  readonly assignedOn: Day
  /** As it stands now. */
  readonly due: Day | null
  /** How many there are in all. */
  readonly all: number
}

/** Entries to be mended at or below a unit that were open at the end of a day; those due first, first. */
export async function openOn(db: Kysely<Database>, below: Code, day: Day, limit: number): Promise<OpenRow[]> {
  const districts = [...new Set([6, 4, 2].map((length) => below.slice(0, length)))]
  const { rows } = await sql<OpenRow>`select e.unit, e.id, e.subject, e.problem, e.assigned_on as "assignedOn", e.due,
      (count(*) over ())::int as "all"
    from ledger_entries e
    where e.district = any(${districts}) and e.subject >= ${below} and e.subject < ${`${below}:`} and e.assigned_on <= ${day}
      and (e.state = any(${[...openStates]}) or e.closed_on > ${day} or (e.state = 'withdrawn' and exists (
        select 1 from ledger_steps s where s.district = e.district and s.entry = e.id and s.seq = e.steps and s.on_day > ${day})))
    order by e.due nulls last, e.id limit ${limit}`.execute(db)
  return rows
}
