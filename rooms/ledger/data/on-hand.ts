// What a phone takes along: open entries that units have to mend, and those that wait for the check of whoever assigned them.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { openStates } from '../core/state.ts'
import { districtsOf, within } from './narrowing.ts'
import type { EntryRow } from './queries.ts'
import { entryColumns, typedEntry } from './queries.ts'

type Db = Kysely<Database>

const entries = (db: Db, limit: number) =>
  db
    .selectFrom('ledger_entries')
    .select(entryColumns)
    .orderBy(sql`due asc nulls last`)
    .orderBy('id')
    .limit(limit)

/** Open ones that units at or below these have to mend, the earliest day first. */
export const openBelow = async (db: Db, below: readonly Code[], limit: number): Promise<EntryRow[]> =>
  below.length === 0
    ? []
    : (await entries(db, limit).where(within('subject', below)).where('state', 'in', openStates).execute()).map(typedEntry)

/** The same of one unit alone. */
export const openAt = async (db: Db, unit: Code, limit: number): Promise<EntryRow[]> =>
  (
    await entries(db, limit)
      .where('district', 'in', districtsOf([unit]))
      .where('subject', '=', unit)
      .where('state', 'in', openStates)
      .execute()
  ).map(typedEntry)

/** Those that wait for the check of units at or below these. */
export const checkingBelow = async (db: Db, below: readonly Code[], limit: number): Promise<EntryRow[]> =>
  below.length === 0
    ? []
    : (await entries(db, limit).where(within('unit', below)).where('state', '=', 'checking').execute()).map(typedEntry)
