// A list of any length, for files: its rows come out of one cursor, some at a time, in whatever order the screen has, so that
// memory does not grow with them.

import { sql } from 'kysely'
import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { Database } from './database.gen.ts'

export interface LongList<R> {
  /** Whether it has more rows than so many; looks no further than that. */
  longerThan(most: number): Promise<boolean>
  /** Read once, to the end or to where the reader leaves; the first so many when only those are wanted. */
  rows(most?: number): AsyncIterable<R>
}

// Rows fetched at a time; a fetch of small rows costs a fifth of a millisecond, a thousand of them some milliseconds.
const fetched = 1000

/** What a question finds, each row as `typed` makes it. */
export function longList<Tables, Table extends keyof Tables, O, R>(
  db: Kysely<Database>,
  query: SelectQueryBuilder<Tables, Table, O>,
  typed: (row: O) => R,
  most: number = fetched,
): LongList<R> {
  return {
    longerThan: async (count) => {
      const { rows } = await sql`select 1 from (${query.clearOrderBy()}) as found offset ${count} limit 1`.execute(db)
      return rows.length > 0
    },
    rows: async function* (first) {
      for await (const row of (first === undefined ? query : query.limit(first)).stream(most)) yield typed(row)
    },
  }
}
