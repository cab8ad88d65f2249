// What was open on a past day. An entry that was closed out stays so (what comes back is another entry), so its own days
// say it; only of a withdrawn one the step tells when it went.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { openStates } from '../core/state.ts'
import { lateAt } from './board.ts'
import { districtsOf, isOpen, isPast } from './narrowing.ts'

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

const toMend = (below: Code) => sql<boolean>`e.subject >= ${below} and e.subject < ${`${below}:`}`
const openAt = (day: Day) => sql<boolean>`(e.assigned_on <= ${day}
  and (e.state = any(${[...openStates]}) or e.closed_on > ${day} or (e.state = 'withdrawn' and exists (
    select 1 from ledger_steps s where s.district = e.district and s.entry = e.id and s.seq = e.steps and s.on_day > ${day}))))`

/** Entries to be mended at or below a unit that were open at the end of a day; those due first, first. */
export async function openOn(db: Kysely<Database>, below: Code, day: Day, limit: number): Promise<OpenRow[]> {
  const { rows } = await sql<OpenRow>`select e.unit, e.id, e.subject, e.problem, e.assigned_on as "assignedOn", e.due,
      (count(*) over ())::int as "all"
    from ledger_entries e
    where e.district = any(${districtsOf([below])}) and ${toMend(below)} and ${openAt(day)}
    order by e.due nulls last, e.id limit ${limit}`.execute(db)
  return rows
}

/** What is to be mended below a unit, as sums. */
export interface EntrySums {
  /** Open at the end of the day. */
  readonly open: number
  /** Of these, late, as the board counts it; null for a past day, when another deadline may have stood. */
  readonly late: number | null
  /** Closed out from the first day to the last. */
  readonly closed: number
}

/** Sums of a time that ends with `to`, at and below a unit, a province as well. */
export async function sumsOn(
  db: Kysely<Database>,
  below: Code,
  { from, to, today }: { readonly from: Day; readonly to: Day; readonly today: Day },
): Promise<EntrySums> {
  const wide =
    below.length < 6
      ? sql`(e.district = any(${districtsOf([below])}) or e.district ^@ ${below})`
      : sql`e.district = any(${districtsOf([below])})`
  const here = sql`${wide} and ${toMend(below)}`
  // Each part by itself, so that it goes along an index of its own and looks at no entry that was done with long before.
  const { rows } = await sql<{ open: number; late: number; since: number; closed: number }>`select open.*, gone.*
    from (select (count(*) filter (where e.assigned_on <= ${to}))::int as open, (count(*) filter (where ${lateAt(today)}))::int as late
        from ledger_entries e where ${here} and ${isOpen}) open,
      (select (count(*) filter (where e.assigned_on <= ${to} and ${openAt(to)}))::int as since,
          (count(*) filter (where e.closed_on between ${from} and ${to}))::int as closed
        from ledger_entries e where ${here} and ${isPast} and (e.closed_on >= ${from} or e.closed_on is null)) gone`.execute(db)
  const { open, late, since, closed } = rows[0] ?? { open: 0, late: 0, since: 0, closed: 0 }
  return { open: open + since, late: to < today ? null : late, closed }
}
