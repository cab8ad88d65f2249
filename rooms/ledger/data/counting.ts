// Counts over entries, for the figures of a unit and for what waits in the queue.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Counts } from '../core/counts.ts'
import type { State } from '../core/state.ts'
import { closedStates, openStates } from '../core/state.ts'
import { within } from './narrowing.ts'

type Db = Kysely<Database>

const counts = (from: Day, to: Day, today: Day) => {
  const due = sql`state <> 'withdrawn' and due between ${from} and ${to}`
  const open = sql`state = any(${[...openStates]})`
  return [
    sql<number>`(count(*) filter (where ${due}))::int`.as('due'),
    sql<number>`(count(*) filter (where ${due} and state = any(${[...closedStates]})))::int`.as('closed'),
    sql<number>`(count(*) filter (where ${due} and ${open} and due < ${today}))::int`.as('overdue'),
    sql<number>`(count(*) filter (where ${open}))::int`.as('open'),
  ] as const
}

/** How the units at and below stand, by what they have to mend. */
export async function countBelow(db: Db, below: readonly Code[], from: Day, to: Day, today: Day): Promise<Counts> {
  return db
    .selectFrom('ledger_entries')
    .select(counts(from, to, today))
    .where(within('subject', below))
    .executeTakeFirstOrThrow()
}

/** The same for single units, each by itself; units without entries are missing. */
export async function countEach(db: Db, units: readonly Code[], from: Day, to: Day, today: Day): Promise<Map<Code, Counts>> {
  const rows = await db
    .selectFrom('ledger_entries')
    .select('subject')
    .select(counts(from, to, today))
    .where('district', 'in', [...new Set(units.map(districtOf))])
    .where('subject', 'in', [...units])
    .groupBy('subject')
    .execute()
  return new Map(rows.map(({ subject, ...rest }) => [subject, rest]))
}

/** The same for every unit at and below one that had something due then or has something open now; summed where the entries lie. */
export async function countEachBelow(db: Db, below: Code, from: Day, to: Day, today: Day): Promise<Map<Code, Counts>> {
  const rows = await db
    .selectFrom('ledger_entries')
    .select('subject')
    .select(counts(from, to, today))
    .where(within('subject', [below]))
    .where(sql<boolean>`((state <> 'withdrawn' and due between ${from} and ${to}) or state = any(${[...openStates]}))`)
    .groupBy('subject')
    .orderBy('subject')
    .execute()
  return new Map(rows.map(({ subject, ...rest }) => [subject, rest]))
}

/** What waits in a state, by unit of one side. */
export async function waiting(
  db: Db,
  side: 'unit' | 'subject',
  below: readonly Code[],
  state: State,
): Promise<readonly { readonly code: Code; readonly count: number }[]> {
  return db
    .selectFrom('ledger_entries')
    .select([`${side} as code`, sql<number>`count(*)::int`.as('count')])
    .where(within(side, below))
    .where('state', '=', state)
    .groupBy(side)
    .execute()
}

/** Extensions asked for and not decided, for the unit that owns. */
export async function countAsked(db: Db, below: readonly Code[]): Promise<number> {
  const row = await db
    .selectFrom('ledger_entries')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(within('unit', below))
    .where('state', 'in', ['assigned', 'rectifying'])
    .where('extension_until', 'is not', null)
    .executeTakeFirstOrThrow()
  return row.count
}

/** What the units below have to mend and is late today, by unit. */
export async function lateByUnit(db: Db, below: readonly Code[], today: Day): Promise<{ readonly code: Code; readonly count: number }[]> {
  return db
    .selectFrom('ledger_entries')
    .select(['subject as code', sql<number>`count(*)::int`.as('count')])
    .where(within('subject', below))
    .where('state', 'in', ['assigned', 'rectifying'])
    .where('due', '<', today)
    .groupBy('subject')
    .execute()
}

/** Closed-out entries whose day of looking back has come, for the unit that owns them. */
export async function countLookBacks(db: Db, below: readonly Code[], today: Day): Promise<number> {
  const row = await db
    .selectFrom('ledger_entries')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(within('unit', below))
    .where('state', 'in', closedStates)
    .where('look_back_on', '<=', today)
    .executeTakeFirstOrThrow()
  return row.count
}
