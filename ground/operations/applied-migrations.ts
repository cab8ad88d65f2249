// Which migrations a database has. Policies are left out: they hold no data and are applied anew by every version.

import type { Client } from 'pg'
import type { Migration } from './backup-format.ts'

/** Name and digest of each, in the order of names. */
export async function migrationsOf(client: Client): Promise<Migration[]> {
  const { rows } = await client.query<Migration>(
    `select name, digest from app_migrations where name not like '%/policies.sql' order by name collate "C"`,
  )
  return rows
}

export interface Difference {
  /** What the backup has and this database lacks. */
  readonly onlyThere: readonly string[]
  /** What this database has and the backup lacks. */
  readonly onlyHere: readonly string[]
  /** The same name with another text. */
  readonly changed: readonly string[]
}

/** Compares a backup's migrations with this database's; null when they are the same. */
export function differenceOf(there: readonly Migration[], here: readonly Migration[]): Difference | null {
  const ours = new Map(here.map(({ name, digest }) => [name, digest]))
  const theirs = new Set(there.map(({ name }) => name))
  const onlyThere = there.filter(({ name }) => !ours.has(name)).map(({ name }) => name)
  const onlyHere = here.filter(({ name }) => !theirs.has(name)).map(({ name }) => name)
  const changed = there.filter(({ name, digest }) => (ours.get(name) ?? digest) !== digest).map(({ name }) => name)
  return onlyThere.length + onlyHere.length + changed.length === 0 ? null : { onlyThere, onlyHere, changed }
}
