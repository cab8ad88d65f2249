// Lists of entries: open ones first, the earliest day first; then the others, the latest day first.

import type { Kysely } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { EntryFilter, FirstOf, Place } from './narrowing.ts'
import { all, holds, isNarrow, open, past, placesOf, sortingAgain, walking, wantsOpen, wantsPast } from './narrowing.ts'
import type { EntryRow } from './queries.ts'
import { entryColumns, typedEntry } from './queries.ts'
import type { Found, Limits, Part } from './word-search.ts'
import { search, usualLimits } from './word-search.ts'

type Db = Kysely<Database>

const byDay = (a: EntryRow, b: EntryRow): number => {
  const [x, y] = [a.due ?? '9999', b.due ?? '9999']
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1
}
const latest = (a: EntryRow, b: EntryRow): number => -byDay({ ...a, id: b.id }, { ...b, id: a.id })

/** Along the index of each place until it has enough. */
async function along(db: Db, part: Part, filter: FirstOf, places: readonly Place[]): Promise<Found> {
  const found = await Promise.all(
    places.map((place) => {
      let query = part === 'open' ? open(db, filter, place).orderBy('due') : past(db, filter, place).orderBy('due', 'desc')
      if (filter.text !== undefined) query = query.where(holds(filter.text))
      return query.orderBy('id').limit(filter.limit).execute()
    }),
  )
  return { rows: found.flat().map(typedEntry), bounded: false }
}

/** Townships and villages are few enough to be read and sorted; words in more than that have an index of their own. */
async function ofPart(db: Db, part: Part, filter: FirstOf, places: readonly Place[], limits: Limits): Promise<Found> {
  const { text, below } = filter
  const narrow = isNarrow(below)
  if (text !== undefined && text !== '' && !narrow) return search(db, part, { ...filter, text }, places, limits)
  if (narrow) return along(db, part, filter, places)
  // Said in one turn, they travel in one message and are answered in this order.
  const [, found] = await Promise.all([walking(db), along(db, part, filter, places), sortingAgain(db)])
  return found
}

/**
 * The first of a list. Each part goes along its own index until it has enough: a township's and a village's own units; a county
 * along that of its county and of the levels above that may own an entry about it; others along that of everything.
 */
export async function findEntries(db: Db, filter: FirstOf, limits = usualLimits): Promise<Found> {
  const { below, limit } = filter
  const places = placesOf(below)
  const nothing: Found = { rows: [], bounded: false }
  const first = wantsOpen(filter) ? await ofPart(db, 'open', filter, places, limits) : nothing
  const left = limit - first.rows.length
  const rest = wantsPast(filter) && left > 0 ? await ofPart(db, 'past', { ...filter, limit: left }, places, limits) : nothing
  const rows = [...first.rows.toSorted(byDay), ...rest.rows.toSorted(latest)].slice(0, limit)
  return { rows, bounded: first.bounded || rest.bounded }
}

/** A list to its end, whatever its length and however common the words that are looked for. */
export const entryList = (db: Db, filter: EntryFilter): LongList<EntryRow> => longList(db, all(db, filter), typedEntry)

/** The same where nothing is looked for by words. */
export const listEntries = async (db: Db, filter: Omit<FirstOf, 'text'>): Promise<readonly EntryRow[]> =>
  (await findEntries(db, filter)).rows

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
