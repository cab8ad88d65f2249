// Whether something stands in a register already: by its unit, and within it by the register's key.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { State } from '../core/state.ts'

interface Listed {
  readonly kind: string
  readonly subject: Code
  readonly key: { readonly field: string; readonly value: string } | null
}

/** The state of the latest that stands there; undefined when none does. Withdrawn ones were never there. */
export async function findListed(db: Kysely<Database>, { kind, subject, key }: Listed): Promise<State | undefined> {
  let query = db
    .selectFrom('ledger_entries')
    .select('state')
    .where('district', '=', districtOf(subject))
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('state', 'not in', ['withdrawn', 'relapsed'])
  if (key !== null) query = query.where(sql<boolean>`particulars ->> ${key.field} = ${key.value}`)
  return (await query.orderBy('assigned_on', 'desc').limit(1).executeTakeFirst())?.state as State | undefined
}
