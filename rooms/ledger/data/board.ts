// The sums behind the board, added up in the database: one row a unit below the chosen one, an office, or a star.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Division, Sums } from '../core/rates.ts'
import { openStates } from '../core/state.ts'
import { within } from './narrowing.ts'

export interface BoardAsked {
  readonly below: readonly Code[]
  readonly from: Day
  readonly to: Day
  readonly today: Day
  readonly by: Division
  /** Characters of the code by which units that mend are put together: the level below the chosen one. */
  readonly depth: number
  /** `problem` or a register; all of them when left out. */
  readonly kind?: string | undefined
}

/** Open, and its day has passed; what is reported waits for its check and is late when it was reported late. */
export const lateAt = (today: Day) =>
  sql<boolean>`((state in ('assigned', 'refused', 'rectifying') and due < ${today}) or (state = 'checking' and ever_late))`

/** Sums by key (a code, or a star's code, empty for none), in the order of the keys. */
export async function boardSums(db: Kysely<Database>, asked: BoardAsked): Promise<(Sums & { readonly key: string })[]> {
  const { from, to, today, by, depth } = asked
  const closed = sql`closed_on between ${from} and ${to} and state in ('closed', 'held', 'relapsed')`
  const late = lateAt(today)
  const key =
    by === 'subject' ? sql<string>`left(subject, ${depth}::int)` : by === 'owner' ? sql<string>`unit` : sql<string>`coalesce(star, '')`
  let query = db
    .selectFrom('ledger_entries')
    .select([
      key.as('key'),
      sql<number>`(count(*) filter (where ${closed}))::int`.as('closed'),
      sql<number>`(count(*) filter (where ${closed} and not ever_late))::int`.as('onTime'),
      sql<number>`(count(*) filter (where ${closed} and state = 'relapsed'))::int`.as('relapsed'),
      sql<number>`(count(*) filter (where ${late}))::int`.as('late'),
      sql<number>`(count(*) filter (where state = any(${[...openStates]})))::int`.as('open'),
    ])
    .where(within('subject', asked.below))
    .where(sql<boolean>`(state = any(${[...openStates]}) or closed_on between ${from} and ${to})`)
  if (asked.kind !== undefined) query = query.where('kind', '=', asked.kind)
  return query
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .execute()
}
