// Lists and counts over entries. Both sides are asked for by their own index: what the post's units own, and what they have
// to mend; a post that reaches a whole county finds each entry once.

import { foldText } from '#ground/kernel/bigrams.ts'
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

/** Districts of prefixes: their county's and, because a prefecture or a province may own an entry, those above it. */
function districtsOf(below: readonly Code[]): Code[] {
  return [...new Set(below.flatMap((code) => [6, 4, 2].map((length) => code.slice(0, length))))]
}

export function within(column: 'unit' | 'subject', below: readonly Code[]) {
  const wide = below.filter((code) => code.length < 6)
  const inDistrict = sql<boolean>`district = any(${districtsOf(below)})`
  const whole = wide.length === 0 ? inDistrict : sql<boolean>`(${inDistrict} or district ^@ any(${wide}))`
  return sql<boolean>`(${whole} and ${sql.ref(column)} ^@ any(${[...below]}))`
}

/** Text as it is looked for: folding is left out where nothing can be folded, because it costs more than the search. */
function contains(word: string) {
  const folded = foldText(word)
  const has = (text: ReturnType<typeof sql<string>>) =>
    /\p{Cased}/u.test(folded) ? sql<boolean>`strpos(lower(${text}), ${folded}) > 0` : sql<boolean>`strpos(${text}, ${folded}) > 0`
  return sql<boolean>`(${has(sql<string>`problem`)} or (kind <> 'problem' and ${has(sql<string>`particulars::text`)}))`
}

/** All words stand in the problem or its particulars. Row security lets no index of words be used, so this is for one county. */
function holds(text: string) {
  const words = text.split(/\s+/).filter(Boolean)
  return words.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(words.map(contains), sql` and `)})`
}

const isOpen = sql<boolean>`state in ('assigned', 'refused', 'rectifying', 'checking')`
const isPast = sql<boolean>`state in ('closed', 'held', 'relapsed', 'withdrawn')`
const pastStates: readonly State[] = ['closed', 'held', 'relapsed', 'withdrawn']

/** One index to go along: a district, or everything; and within it the units below one prefix, or all. */
interface Place {
  readonly district: Code | null
  readonly prefix: Code | null
}

/** Behind every digit. */
const afterDigits = ':'
const townshipLength = 9

const isNarrow = (below: readonly Code[]): boolean => below.every((code) => code.length >= townshipLength)

function placesOf(below: readonly Code[]): readonly Place[] {
  if (below.some((code) => code.length < 6)) return [{ district: null, prefix: null }]
  if (!isNarrow(below)) return districtsOf(below).map((district) => ({ district, prefix: null }))
  return below.flatMap((prefix) => districtsOf([prefix]).map((district) => ({ district, prefix })))
}

/** What a unit owns lies at or below it, so the unit that mends tells what lies below the prefixes. */
function filtered(db: Db, filter: EntryFilter, { district, prefix }: Place) {
  const { below } = filter
  let query = db.selectFrom('ledger_entries').select(entryColumns).where(sql<boolean>`subject ^@ any(${[...below]})`)
  if (district !== null) query = query.where('district', '=', district)
  if (prefix !== null) query = query.where('subject', '>=', prefix).where('subject', '<', `${prefix}${afterDigits}`)
  if (filter.states !== undefined) query = query.where('state', 'in', filter.states)
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind)
  if (filter.sourceKind !== undefined) query = query.where('source_kind', '=', filter.sourceKind)
  if (filter.source !== undefined) query = query.where('source', '=', filter.source)
  if (filter.star !== undefined) query = query.where('star', '=', filter.star)
  if (filter.lateOn !== undefined) query = query.where('due', '<', filter.lateOn)
  if (filter.told === true) query = query.where('told', 'is not', null)
  if (filter.text !== undefined) query = query.where(holds(filter.text))
  return query
}

function past(db: Db, filter: EntryFilter, place: Place) {
  const { from, to, lookBackBy } = filter
  let query = filtered(db, filter, place).where(isPast)
  if (lookBackBy !== undefined) query = query.where('state', 'in', closedStates).where('look_back_on', '<=', lookBackBy)
  if (from !== undefined && to !== undefined) {
    query = query.where((by) =>
      by.or([
        by.and([by('assigned_on', '>=', from), by('assigned_on', '<=', to)]),
        by.and([by('closed_on', '>=', from), by('closed_on', '<=', to)]),
        by('look_back_on', '<=', to),
      ]),
    )
  }
  return query
}

const byDay = (a: EntryRow, b: EntryRow): number => {
  const [x, y] = [a.due ?? '9999', b.due ?? '9999']
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1
}

const asksFor = (filter: EntryFilter, states: readonly State[]): boolean =>
  filter.states === undefined || filter.states.some((state) => states.includes(state))

const planner = (given: 'on' | 'off') =>
  sql`select set_config('enable_sort', ${given}, true), set_config('enable_bitmapscan', ${given}, true), set_config('enable_seqscan', ${given}, true)`

/**
 * Open ones first, the earliest day first; then the others, the latest day first. Each part goes along its own index until it
 * has enough: a township's and a village's own units; a county along that of its county and of the levels above that may own an
 * entry about it; others along that of everything. The planner is told so above the township: it takes prefix tests of row
 * security for far rarer than they are, and would rather read and sort everything.
 */
export async function listEntries(db: Db, filter: EntryFilter): Promise<EntryRow[]> {
  const { below, limit } = filter
  const places = placesOf(below)
  const along = !isNarrow(below)
  const wantsOpen = asksFor(filter, openStates) && filter.lookBackBy === undefined
  const wantsPast = filter.lateOn === undefined && filter.told !== true && asksFor(filter, pastStates)
  if (along) await planner('off').execute(db)
  const open: EntryRow[] = []
  for (const place of wantsOpen ? places : []) {
    const rows = await filtered(db, filter, place).where(isOpen).orderBy('due').orderBy('id').limit(limit).execute()
    open.push(...rows.map(typedEntry))
  }
  const left = limit - open.length
  const rest: EntryRow[] = []
  for (const place of wantsPast && left > 0 ? places : []) {
    const rows = await past(db, filter, place).orderBy('due', 'desc').orderBy('id').limit(left).execute()
    rest.push(...rows.map(typedEntry))
  }
  if (along) await planner('on').execute(db)
  const latest = (a: EntryRow, b: EntryRow): number => -byDay({ ...a, id: b.id }, { ...b, id: a.id })
  return [...open.toSorted(byDay), ...rest.toSorted(latest)].slice(0, limit)
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
