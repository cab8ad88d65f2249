// Showings as they are kept: begun, turned, ended, found by the code that a screen was given.

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { SceneChange, Showing } from '../core/showing.ts'

type Db = Kysely<Database>

const columns = sql`unit, id, code, scene, version, turned_at as "turnedAt", ended_at as "endedAt"`

/** Adds a showing; false, and one that is there already stays. */
export async function addShowing(db: Db, { unit, id, code, scene, turnedAt }: Omit<Showing, 'version' | 'endedAt'>): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into sandtable_showings (district, unit, id, code, scene, version, turned_at)
    values (${districtOf(unit)}, ${unit}, ${id}, ${code}, ${JSON.stringify(scene)}, 1, ${turnedAt})
    on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}

export async function findShowing(db: Db, unit: Code, id: Id): Promise<Showing | undefined> {
  const { rows } = await sql<Showing>`select ${columns} from sandtable_showings
    where district = ${districtOf(unit)} and unit = ${unit} and id = ${id}`.execute(db)
  return rows[0]
}

/** The one with this code that was turned last. */
export async function findByCode(db: Db, code: string): Promise<Showing | undefined> {
  const { rows } = await sql<Showing>`select ${columns} from sandtable_showings
    where code = ${code} and ended_at is null order by turned_at desc limit 1`.execute(db)
  return rows[0]
}

/** Changes what is said of a scene and leaves the rest, under the next version: of a desk and a clicker that turn at once, both count. */
export async function saveScene(
  db: Db,
  { unit, id }: Pick<Showing, 'unit' | 'id'>,
  change: SceneChange,
  at: Date,
): Promise<Showing | undefined> {
  const { rows } =
    await sql<Showing>`update sandtable_showings set scene = scene || ${JSON.stringify(change)}::jsonb, version = version + 1, turned_at = ${at}
    where district = ${districtOf(unit)} and unit = ${unit} and id = ${id} and ended_at is null returning ${columns}`.execute(db)
  return rows[0]
}

/** Ends a showing; undefined when it has ended already. */
export async function saveEnd(db: Db, { unit, id }: Pick<Showing, 'unit' | 'id'>, at: Date): Promise<Showing | undefined> {
  const { rows } = await sql<Showing>`update sandtable_showings set ended_at = ${at}, version = version + 1
    where district = ${districtOf(unit)} and unit = ${unit} and id = ${id} and ended_at is null returning ${columns}`.execute(db)
  return rows[0]
}
