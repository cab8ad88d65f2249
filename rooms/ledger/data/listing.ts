// Lists and counts over entries. Both sides are asked for by their own index: what the post's units own, and what they have
// to mend; a post that reaches a whole county finds each entry once.

import { bigrams, foldText } from '#ground/kernel/bigrams.ts'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Counts } from '../core/counts.ts'
import type { SourceKind } from '../core/lists.ts'
import type { State } from '../core/state.ts'
import { closedStates, openStates } from '../core/state.ts'
import type { EntryRow } from './queries.ts'
import { entryColumns, typedEntry } from './queries.ts'

type Db = Kysely<Database>

export interface EntryFilter {
  /** Prefixes: entries owned below one of them or to be mended below one of them. */
  readonly below: readonly Code[]
  readonly states?: readonly State[]
  readonly kind?: string
  readonly sourceKind?: SourceKind
  readonly source?: string
  readonly star?: string
  /** Open ones always; others when assigned or closed in this time. */
  readonly from?: Day
  readonly to?: Day
  /** Only open ones whose day has passed. */
  readonly lateOn?: Day
  /** Words that the problem or its particulars hold. */
  readonly text?: string
  /** Only those that a level above was told of. */
  readonly told?: boolean
  /** Only closed ones whose day of looking back has come by then. */
  readonly lookBackBy?: Day
  readonly limit: number
}

export function within(column: 'unit' | 'subject', below: readonly Code[]) {
  const wide = below.filter((code) => code.length < 6)
  const districts = [...new Set(below.filter((code) => code.length >= 6).map(districtOf))]
  return sql<boolean>`((district = any(${districts}) or district ^@ any(${wide})) and ${sql.ref(column)} ^@ any(${[...below]}))`
}

/** Below these units, seen from either side. */
const touching = (below: readonly Code[]) => sql<boolean>`(${within('subject', below)} or ${within('unit', below)})`

/** All words stand in the problem or its particulars: their pairs by the index, then the text itself. */
function holds(text: string) {
  const words = text.split(/\s+/).filter(Boolean)
  const parts = words.map((word) => {
    const pairs = bigrams(word).filter((pair) => [...pair].length === 2)
    const inText = sql<boolean>`strpos(lower(problem || ' ' || particulars::text), ${foldText(word)}) > 0`
    return pairs.length === 0 ? inText : sql<boolean>`(pairs @> ${pairs} and ${inText})`
  })
  return sql<boolean>`(${parts.length === 0 ? sql`true` : sql.join(parts, sql` and `)})`
}

/** Open ones first, the earliest day first. */
export async function listEntries(db: Db, filter: EntryFilter): Promise<EntryRow[]> {
  let query = db.selectFrom('ledger_entries').select(entryColumns).where(touching(filter.below))
  if (filter.states !== undefined) query = query.where('state', 'in', filter.states)
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind)
  if (filter.sourceKind !== undefined) query = query.where('source_kind', '=', filter.sourceKind)
  if (filter.source !== undefined) query = query.where('source', '=', filter.source)
  if (filter.star !== undefined) query = query.where('star', '=', filter.star)
  if (filter.lateOn !== undefined) query = query.where('state', 'in', openStates).where('due', '<', filter.lateOn)
  if (filter.told === true) query = query.where('told', 'is not', null).where('state', 'in', openStates)
  if (filter.lookBackBy !== undefined) query = query.where('state', 'in', closedStates).where('look_back_on', '<=', filter.lookBackBy)
  if (filter.text !== undefined) query = query.where(holds(filter.text))
  const { from, to } = filter
  if (from !== undefined && to !== undefined) {
    query = query.where((by) =>
      by.or([
        by('state', 'in', openStates),
        by.and([by('assigned_on', '>=', from), by('assigned_on', '<=', to)]),
        by.and([by('closed_on', '>=', from), by('closed_on', '<=', to)]),
        by('look_back_on', '<=', to),
      ]),
    )
  }
  const rows = await query
    .orderBy((by) => by('state', 'in', openStates), 'desc')
    .orderBy(sql`due asc nulls last`)
    .orderBy('id')
    .limit(filter.limit)
    .execute()
  return rows.map(typedEntry)
}

/** Entries that came from one record, oldest first. */
export async function entriesFrom(db: Db, district: Code, source: string): Promise<EntryRow[]> {
  const rows = await db
    .selectFrom('ledger_entries')
    .select(entryColumns)
    .where('district', '=', districtOf(district))
    .where('source', '=', source)
    .orderBy('id')
    .execute()
  return rows.map(typedEntry)
}

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
