// What a list of entries is narrowed by, as conditions that an index can serve: by the unit that mends, because what a unit
// owns lies at or below it, so that a post that reaches both sides finds each entry once.

import { foldText } from '#ground/kernel/bigrams.ts'
import type { ExpressionBuilder, Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { SourceKind } from '../core/lists.ts'
import type { State } from '../core/state.ts'
import { closedStates, openStates } from '../core/state.ts'
import { entryColumns } from './queries.ts'

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
  /** Only those for which an extension is asked. */
  readonly asked?: boolean
  /** Only closed ones whose day of looking back has come by then. */
  readonly lookBackBy?: Day
}

/** The first so many of what a filter leaves. */
export interface FirstOf extends EntryFilter {
  readonly limit: number
}

/** Districts of prefixes: their county's and, because a prefecture or a province may own an entry, those above it. */
export function districtsOf(below: readonly Code[]): Code[] {
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

/** Words that are looked for, each by itself. */
export const wordsIn = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean)

/** All words stand in the problem or its particulars. */
export function holds(text: string) {
  const words = wordsIn(text)
  return words.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(words.map(contains), sql` and `)})`
}

/** Written out, as the partial indexes say it. */
export const isOpen = sql<boolean>`state in ('assigned', 'refused', 'rectifying', 'checking')`
export const isPast = sql<boolean>`state in ('closed', 'held', 'relapsed', 'withdrawn')`

/** One index to go along: a district, or everything; and within it the units below one prefix, or all. */
export interface Place {
  readonly district: Code | null
  readonly prefix: Code | null
}

/** No place in particular. */
export const everywhere: Place = { district: null, prefix: null }

/** Behind every digit. */
const afterDigits = ':'
const [countyLength, townshipLength] = [6, 9]

/** Above the county, somewhere. */
export const isWide = (below: readonly Code[]): boolean => below.some((code) => code.length < countyLength)

/** Townships and villages only. */
export const isNarrow = (below: readonly Code[]): boolean => below.every((code) => code.length >= townshipLength)

/** Without those that another one covers. */
export const outermost = (below: readonly Code[]): Code[] =>
  [...new Set(below)].filter((code) => !below.some((other) => other !== code && code.startsWith(other)))

export function placesOf(below: readonly Code[]): readonly Place[] {
  if (isWide(below)) return outermost(below).map((prefix) => ({ district: null, prefix }))
  if (!isNarrow(below)) return districtsOf(below).map((district) => ({ district, prefix: null }))
  return outermost(below).flatMap((prefix) => districtsOf([prefix]).map((district) => ({ district, prefix })))
}

/** Prefix tests are not what an index or the planner goes by, so the bounds are said as well; they cost nothing in an index. */
export function filtered(db: Db, filter: EntryFilter, { district, prefix }: Place) {
  const { below, states } = filter
  let query = db
    .selectFrom('ledger_entries')
    .select(entryColumns)
    .where(sql<boolean>`subject ^@ any(${[...below]})`)
  if (district !== null) query = query.where('district', '=', district)
  if (prefix !== null) query = query.where('subject', '>=', prefix).where('subject', '<', `${prefix}${afterDigits}`)
  const [only, ...others] = states ?? []
  if (only !== undefined && others.length === 0) query = query.where('state', '=', only)
  else if (states !== undefined) query = query.where('state', 'in', states)
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind)
  if (filter.sourceKind !== undefined) query = query.where('source_kind', '=', filter.sourceKind)
  if (filter.source !== undefined) query = query.where('source', '=', filter.source)
  if (filter.star !== undefined) query = query.where('star', '=', filter.star)
  if (filter.lateOn !== undefined) query = query.where('due', '<', filter.lateOn)
  if (filter.told === true) query = query.where('told', 'is not', null)
  if (filter.asked === true) query = query.where('extension_until', 'is not', null)
  return query
}

const pastStates: readonly State[] = ['closed', 'held', 'relapsed', 'withdrawn']

const asksFor = (filter: EntryFilter, states: readonly State[]): boolean =>
  filter.states === undefined || filter.states.some((state) => states.includes(state))

/** Whether a filter leaves any open entries, or any others. */
export const wantsOpen = (filter: EntryFilter): boolean => asksFor(filter, openStates) && filter.lookBackBy === undefined
export const wantsPast = (filter: EntryFilter): boolean =>
  filter.lateOn === undefined && filter.told !== true && filter.asked !== true && asksFor(filter, pastStates)

/** Open ones. */
export const open = (db: Db, filter: EntryFilter, place: Place) => filtered(db, filter, place).where(isOpen)

/** Of the past ones those of the time asked for. */
function inTime({ from, to, lookBackBy }: EntryFilter) {
  return (by: ExpressionBuilder<Database, 'ledger_entries'>) => {
    const back = lookBackBy === undefined ? [] : [by('state', 'in', closedStates), by('look_back_on', '<=', lookBackBy)]
    if (from === undefined || to === undefined) return by.and([isPast, ...back])
    const time = by.or([
      by.and([by('assigned_on', '>=', from), by('assigned_on', '<=', to)]),
      by.and([by('closed_on', '>=', from), by('closed_on', '<=', to)]),
      by('look_back_on', '<=', to),
    ])
    return by.and([isPast, ...back, time])
  }
}

/** The others, of the time asked for. */
export const past = (db: Db, filter: EntryFilter, place: Place) => filtered(db, filter, place).where(inTime(filter))

/** All that a filter leaves, in the order of the list, to be read to the end: open ones first. */
export function all(db: Db, filter: EntryFilter) {
  const query = filtered(db, filter, everywhere)
    .where(within('subject', filter.below))
    .where((by) => by.or([...(wantsOpen(filter) ? [isOpen] : []), ...(wantsPast(filter) ? [inTime(filter)(by)] : [])]))
    .orderBy(isOpen, 'desc')
    .orderBy(sql`case when ${isOpen} then due end`)
    .orderBy('due', 'desc')
    .orderBy('id')
  return filter.text === undefined ? query : query.where(holds(filter.text))
}

/**
 * Says to the planner that a list goes along its index until it has enough: it takes prefix tests of row security for far rarer
 * than they are, and would rather read and sort everything, or set workers on it that cost more than they gain.
 */
export const walking = (db: Db) =>
  sql`select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true),
    set_config('max_parallel_workers_per_gather', '0', true)`.execute(db)

/** And that what follows is planned as ever. */
export const sortingAgain = (db: Db) =>
  sql`select set_config('enable_sort', 'on', true), set_config('enable_bitmapscan', 'on', true), set_config('enable_seqscan', 'on', true)`.execute(
    db,
  )
