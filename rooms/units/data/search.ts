// Finding units by name, initials or code, upper levels first, then villages, each in the order of codes.
// No index yields a pair of characters in that order, and a common pair stands in ten thousands of names. So a name is looked
// for region by region: what is common fills its page from the first few regions; of what is rare, all is fetched and sorted.

import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { regionOf } from '../core/search-keys.ts'
import type { SearchTerm } from '../core/search-keys.ts'
import { columns, on, range } from './queries.ts'
import type { UnitRow } from './queries.ts'

type Db = Kysely<Database>
type NameTerm = Extract<SearchTerm, { by: 'name' }>

export interface Search {
  readonly within: Code
  readonly day: Day
  readonly limit: number
  readonly after: { readonly level: number; readonly code: Code } | null
}

const firstRegions = 4
const growth = 4
const mostRegions = 64
/** So many matches are fetched and sorted at once; a needle with more is common and looked for by regions. */
const mostSorted = 2000

/** Levels looked through together. */
type Levels = 'upper' | 'above township' | 'township' | 'village'

const ofLevels: Record<Levels, RawBuilder<unknown>> = {
  upper: sql`v.level < 5`,
  'above township': sql`v.level < 4`,
  township: sql`v.level = 4`,
  village: sql`v.level = 5`,
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

const pairsOf = (term: NameTerm, levels: Levels): readonly string[] => (levels === 'village' ? term.villageGrams : term.grams)

function named(term: NameTerm, levels: Levels): { readonly grams: RawBuilder<unknown> | null; readonly name: RawBuilder<unknown> } {
  const pairs = pairsOf(term, levels)
  const grams = pairs.length === 0 ? null : sql`${[...pairs]}::text[]`
  // One pair says it all; asking the name as well would make the planner believe in fewer rows than there are.
  if (pairs.length === 1 && [...term.text].length <= 2) return { grams, name: sql`true` }
  // On the column itself the planner knows how common a text is; lower() would hide that, so it stands only where letters do.
  const name = /[a-z]/.test(term.text) ? sql`lower(v.name)` : sql`v.name`
  return { grams, name: sql`${name} like ${`${term.begins ? '' : '%'}${escaped(term.text)}%`}` }
}

function matches(term: SearchTerm, levels: Levels): RawBuilder<unknown> {
  if (term.by === 'code') return range(term.prefix)
  if (term.by === 'initials') return sql`v.initials >= ${term.prefix} and v.initials < ${`${term.prefix}{`}`
  const { grams, name } = named(term, levels)
  // Not as an index knows it: where names are read in the order of codes, they lie close together anyway.
  return grams === null ? name : sql`(v.grams || '{}') @> ${grams} and ${name}`
}

function matchesByIndex(term: NameTerm, levels: Levels, regions: readonly string[] | null): RawBuilder<unknown> {
  const { grams, name } = named(term, levels)
  const region = regions === null ? sql`true` : sql`v.grams && ${[...regions]}::text[]`
  return sql`${grams === null ? sql`true` : sql`v.grams @> ${grams}`} and ${region} and ${name}`
}

function asked(levels: Levels, { within, day, after }: Search): RawBuilder<unknown> {
  const later = after === null ? sql`true` : sql`(v.level, v.code) > (${after.level}, ${after.code})`
  return sql`${ofLevels[levels]} and ${range(within)} and ${on(day)} and ${later}`
}

/** In the order of the index until enough were met: where few rows are read, or what is met everywhere. */
async function inOrder(db: Db, levels: Levels, term: SearchTerm, search: Search): Promise<UnitRow[]> {
  const result = await sql<UnitRow>`select ${columns} from unit_versions v
    where ${asked(levels, search)} and ${matches(term, levels)} order by v.level, v.code limit ${search.limit}`.execute(db)
  return result.rows
}

/** All that match, sorted; null when they are too many for that. */
async function allSorted(
  db: Db,
  levels: Levels,
  term: NameTerm,
  search: Search,
  regions: readonly string[] | null,
): Promise<UnitRow[] | null> {
  const result = await sql<UnitRow & { all: number }>`with found as materialized (select ${columns} from unit_versions v
      where ${asked(levels, search)} and ${matchesByIndex(term, levels, regions)} limit ${mostSorted + 1})
    select *, (select count(*)::int from found) as "all" from found order by level, code limit ${search.limit}`.execute(db)
  if ((result.rows[0]?.all ?? 0) > mostSorted) return null
  return result.rows.map(({ all: _all, ...row }) => row)
}

/** Those of some regions, sorted. `code || ''` keeps the planner from reading in order until enough were met. */
async function ofRegions(db: Db, levels: Levels, term: NameTerm, search: Search, regions: readonly string[]): Promise<UnitRow[]> {
  const result = await sql<UnitRow>`select ${columns} from unit_versions v
    where ${asked(levels, search)} and ${matchesByIndex(term, levels, regions)} order by v.level, v.code || '' limit ${search.limit}`.execute(
    db,
  )
  return result.rows
}

/** The marks of the prefectures that there were on the day, in order. */
async function regionsOf(db: Db, { within, day }: Search): Promise<string[]> {
  const result = await sql<{ code: Code }>`select v.code from unit_versions v
    where v.level = 2 and ${range(within)} and ${on(day)} order by v.code`.execute(db)
  return result.rows.map((row) => `@${row.code}`)
}

const levelsOf = { township: 4, village: 5 } as const

/** What the first regions hold; enough for a common needle. Regions before that of the page's last unit are left out. */
async function begun(db: Db, levels: keyof typeof levelsOf, term: NameTerm, search: Search, all: readonly string[]): Promise<Begun> {
  const { after, limit } = search
  if (after !== null && after.level > levelsOf[levels]) return { levels, regions: [], found: [], done: true }
  const regions = after?.level === levelsOf[levels] ? all.filter((region) => region >= regionOf(after.code)) : all
  if (regions.length === 0) return { levels, regions, found: [], done: true }
  if (pairsOf(term, levels).length === 0) return { levels, regions, found: await inOrder(db, levels, term, search), done: true }
  const found = await ofRegions(db, levels, term, search, regions.slice(0, firstRegions))
  return { levels, regions, found, done: found.length >= limit || regions.length <= firstRegions }
}

interface Begun {
  readonly levels: Levels
  readonly regions: readonly string[]
  readonly found: UnitRow[]
  readonly done: boolean
}

async function finished(db: Db, term: NameTerm, search: Search, { levels, regions, found, done }: Begun): Promise<UnitRow[]> {
  if (done) return found
  const all = await allSorted(db, levels, term, search, regions.length > mostRegions ? null : regions)
  if (all !== null) return all
  const rows = [...found]
  for (
    let [at, size] = [firstRegions, firstRegions * growth];
    at < regions.length;
    at += size, size = Math.min(size * growth, mostRegions)
  ) {
    const limit = search.limit - rows.length
    rows.push(...(await ofRegions(db, levels, term, { ...search, limit }, regions.slice(at, at + size))))
    if (rows.length >= search.limit) break
  }
  return rows
}

async function byName(db: Db, term: NameTerm, search: Search): Promise<UnitRow[]> {
  const { after, limit } = search
  const none: UnitRow[] = []
  const [regions, above] = await Promise.all([
    regionsOf(db, search),
    after !== null && after.level > 3 ? none : ofRegions(db, 'above township', term, search, [regionOf('')]),
  ])
  if (above.length >= limit) return above
  const [towns, villages] = await Promise.all([begun(db, 'township', term, search, regions), begun(db, 'village', term, search, regions)])
  const upper = [...above, ...(await finished(db, term, search, towns))]
  return upper.length >= limit ? upper.slice(0, limit) : [...upper, ...(await finished(db, term, search, villages))].slice(0, limit)
}

const regionLength = 4

/** Finds units, upper levels first. Plans are made for the very words asked: how common they are decides. */
export async function searchUnits(db: Db, term: SearchTerm, search: Search): Promise<UnitRow[]> {
  const planned = sql`set local plan_cache_mode = force_custom_plan`.execute(db)
  if (term.by === 'name' && search.within.length <= regionLength) return (await Promise.all([planned, byName(db, term, search)]))[1]
  await planned
  const upper = await inOrder(db, 'upper', term, search)
  const limit = search.limit - upper.length
  return limit === 0 ? upper : [...upper, ...(await inOrder(db, 'village', term, { ...search, limit }))]
}
