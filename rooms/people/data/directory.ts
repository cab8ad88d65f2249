// Names of accounts for other rooms; row policies leave out whom the actor may not see.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { AccountName } from '#ground/http/handler.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'

const columns = sql`p.id::text as id, p.name, c.login from persons p left join credentials c on c.person = p.id`

export async function accountsNamed(db: Kysely<Database>, ids: readonly Id[]): Promise<AccountName[]> {
  if (ids.length === 0) return []
  return (await sql<AccountName>`select ${columns} where p.id = any(${[...new Set(ids)]}::uuid[])`.execute(db)).rows
}

/** Living accounts whose whole name or login name is one of the texts. */
export async function accountsCalled(db: Kysely<Database>, texts: readonly string[]): Promise<AccountName[]> {
  if (texts.length === 0) return []
  const names = [...new Set(texts)]
  return (
    await sql<AccountName>`select ${columns} where p.state = 'active'
      and (p.name = any(${names}::text[]) or c.login = any(${names.map((name) => name.toLowerCase())}::text[])) order by p.id`.execute(db)
  ).rows
}
