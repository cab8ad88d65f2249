// Entries that hold some words. What is rare is found by the index of pairs of characters and sorted; what is common is met
// soon by going along the days. Going along them ends after so many entries, and the answer then says that it did.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { FirstOf, Place } from './narrowing.ts'
import { districtsOf, everywhere, holds, isWide, open, outermost, past, sortingAgain, walking, wordsIn } from './narrowing.ts'
import type { EntryRow } from './queries.ts'
import { typedEntry } from './queries.ts'
import { marksOf, pairsOf } from './search-words.ts'

type Db = Kysely<Database>

export interface Limits {
  /** So many that hold the words are fetched and sorted at once; of more, the first are met by going along the days. */
  readonly sorted: number
  /** So many are looked at when going along the days. */
  readonly walked: number
}

export const usualLimits: Limits = { sorted: 3_000, walked: 20_000 }

export type Part = 'open' | 'past'

/** What of the found rows there is, and whether entries further along were not looked at. */
export interface Found {
  readonly rows: readonly EntryRow[]
  readonly bounded: boolean
}

/** The words stand in a setting, because that is where the policy compares them (policies.sql). */
async function lookFor(db: Db, words: readonly string[]): Promise<void> {
  const safe = words.every((word) => /^@?[\p{L}\p{N}\p{M}]{1,17}$/u.test(word))
  if (!safe) throw new Error('words of a search are letters and digits')
  await sql.raw(`set local app.ledger_words = '{${words.map((word) => `"${word}"`).join(',')}}'`).execute(db)
}

interface Holder {
  readonly district: Code
  readonly id: Id
}

interface Holders {
  /** In the order of the list. */
  readonly first: readonly Holder[]
  /** There are more of them. */
  readonly more: boolean
}

const orderOf = (part: Part) => (part === 'open' ? sql`due, id` : sql`due desc, id`)

/** The first that hold the pairs, in the order of the list; null when those that do are too many to be sorted. */
async function holders(db: Db, part: Part, below: readonly Code[], most: number, wanted: number): Promise<Holders | null> {
  const { rows } = await sql<Holder & { readonly all: number }>`with held as materialized (
      select district, id, due from ledger_words
      where ${part === 'open' ? sql`open` : sql`not open`} ${isWide(below) ? sql`` : sql`and district = any(${districtsOf(below)})`}
      limit ${most + 1}
    )
    select district, id, (select count(*)::int from held) as all from held order by ${orderOf(part)} limit ${wanted}`.execute(db)
  const all = rows[0]?.all ?? 0
  return all > most ? null : { first: rows, more: all > rows.length }
}

const readMore = 2
const ofPart = (db: Db, part: Part, filter: FirstOf, place: Place) => (part === 'open' ? open(db, filter, place) : past(db, filter, place))

async function entriesOf(db: Db, part: Part, filter: FirstOf, text: string, found: readonly Holder[]): Promise<EntryRow[]> {
  if (found.length === 0) return []
  const [districts, ids] = [found.map((one) => one.district), found.map((one) => one.id)]
  const rows = await ofPart(db, part, filter, everywhere)
    .where(holds(text))
    .where(sql<boolean>`(district, id) in (select * from unnest(${districts}::text[], ${ids}::uuid[]))`)
    .orderBy(orderOf(part))
    .limit(filter.limit)
    .execute()
  return rows.map(typedEntry)
}

/** Along the days of each place until enough were met; the last one that may be looked at comes along, to be told apart. */
async function walked(db: Db, part: Part, filter: FirstOf, text: string, places: readonly Place[], most: number): Promise<Found> {
  const way = orderOf(part)
  const along = async (place: Place): Promise<Found> => {
    const days = ofPart(db, part, filter, place)
      .select([sql<number>`(row_number() over (order by ${way}))::int`.as('nth'), holds(text).as('hit')])
      .orderBy(way)
      .limit(most)
    const met = await db
      .selectFrom(days.as('e'))
      .selectAll()
      .where(sql<boolean>`(hit or nth = ${most})`)
      .limit(filter.limit)
      .execute()
    const hits = met.filter(({ hit }) => hit)
    const rows = hits.map(({ nth: _nth, hit: _hit, ...row }) => typedEntry(row))
    return { rows, bounded: hits.length < filter.limit && met.some(({ nth }) => nth === most) }
  }
  const found = await Promise.all(places.map(along))
  return { rows: found.flatMap(({ rows }) => rows), bounded: found.some(({ bounded }) => bounded) }
}

/** The entries of one part that hold the text, the first `limit` of each place. */
export async function search(
  db: Db,
  part: Part,
  filter: FirstOf & { readonly text: string },
  places: readonly Place[],
  limits: Limits,
): Promise<Found> {
  const { text, below } = filter
  const pairs = pairsOf(wordsIn(text))
  if (pairs.length > 0) {
    // Said in one turn, they travel in one message and are answered in this order.
    const ask = async (wanted: number): Promise<Holders | null> =>
      (
        await Promise.all([
          lookFor(db, [...pairs, ...marksOf(outermost(below))]),
          holders(db, part, below, limits.sorted, wanted),
          lookFor(db, []),
        ])
      )[1]
    // A few times as many as are wanted, and all only where other filters leave too few.
    const near = await ask(filter.limit * readMore)
    if (near !== null) {
      const rows = await entriesOf(db, part, filter, text, near.first)
      if (rows.length >= filter.limit || !near.more) return { rows, bounded: false }
      const all = await ask(limits.sorted)
      if (all !== null) return { rows: await entriesOf(db, part, filter, text, all.first), bounded: false }
    }
  }
  const [, met] = await Promise.all([walking(db), walked(db, part, filter, text, places, limits.walked), sortingAgain(db)])
  return met
}
