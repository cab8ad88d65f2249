// What other rooms may ask of the ledger: turning what they found into entries in their own transaction, showing the entries
// of a record or a unit, and how a unit stands in a quarter (上季问题整改).

import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { findQuarter } from '#ground/kernel/days.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Row } from './api/show.ts'
import { rowsShown } from './api/show.ts'
import type { Counts } from './core/counts.ts'
import { countEach, countEachBelow } from './data/counting.ts'
import { entriesFrom, listEntries } from './data/listing.ts'
import { openOn, sumsOn } from './data/open-on.ts'
import type { EntrySums, OpenRow } from './data/open-on.ts'

export { openEntry } from './api/open-entry.ts'
export type { EntryWanted, Opener } from './api/open-entry.ts'
export type { Counts } from './core/counts.ts'
export type { Row as LedgerRow } from './api/show.ts'
export type { EntrySums, OpenRow } from './data/open-on.ts'

type Reading = { readonly db: Kysely<Database>; readonly today: Day }

const none: Counts = { due: 0, closed: 0, overdue: 0, open: 0 }
const most = 500

/** Entries that came from one record (`remark:ID`), or that one unit and those below it have to mend; open ones first. */
export async function entriesOf(
  reading: Reading,
  of: { readonly district: Code; readonly source: string } | { readonly subject: Code },
): Promise<Row[]> {
  const rows =
    'source' in of
      ? await entriesFrom(reading.db, of.district, of.source)
      : await listEntries(reading.db, { below: [of.subject], limit: most })
  return rowsShown(reading, rows)
}

/** What was due in a quarter (`2026Q2`) and what of it is closed out, for each of the units; zeros where there is nothing. */
export async function quarterCounts(reading: Reading, units: readonly Code[], quarter: string): Promise<Map<Code, Counts>> {
  const time = findQuarter(quarter)
  if (time === null) throw new Error(`not a quarter: ${quarter}`)
  const found = units.length === 0 ? new Map<Code, Counts>() : await countEach(reading.db, units, time.from, time.to, reading.today)
  return new Map(units.map((unit) => [unit, found.get(unit) ?? none]))
}

/** The same for each unit at and below one that had something due in the quarter or has something open now, in the order of codes. */
export async function quarterCountsBelow({ db, today }: Reading, below: Code, quarter: string): Promise<Map<Code, Counts>> {
  const time = findQuarter(quarter)
  if (time === null) throw new Error(`not a quarter: ${quarter}`)
  return countEachBelow(db, below, time.from, time.to, today)
}

/** What a unit and those below it had to mend at the end of a day, today's or a past one: all of them as a number, the first few as rows. */
export async function openEntriesOn(
  reading: Reading,
  below: Code,
  day: Day,
  limit = 6,
): Promise<{ readonly open: number; readonly rows: OpenRow[] }> {
  const rows = await openOn(reading.db, below, day, limit)
  return { open: rows[0]?.all ?? 0, rows }
}

/** How many entries a unit and those below it had open at the end of a day, how many are late, and what was closed out since a first day; of a province as well. */
export const entrySumsOn = ({ db, today }: Reading, below: Code, time: { readonly from: Day; readonly to: Day }): Promise<EntrySums> =>
  sumsOn(db, below, { ...time, today })
