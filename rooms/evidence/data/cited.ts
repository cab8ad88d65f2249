// What several targets cite, and items by their names (what was erased is gone), each in one statement: a sheet of thirty rows is not thirty queries.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { columns, districtsFor } from './queries.ts'
import type { ItemRow } from './queries.ts'

type Db = Kysely<Database>

/** The items that targets cite now, with the target; of the unit's own county and the books of the levels above it. The latest day first. */
export async function citedAmong(db: Db, unit: Code, targets: readonly string[]): Promise<(ItemRow & { readonly target: string })[]> {
  if (targets.length === 0) return []
  return (await db
    .selectFrom('evidence_citations as c')
    .innerJoin('evidence_items as i', (join) => join.onRef('i.district', '=', 'c.district').onRef('i.id', '=', 'c.item'))
    .select([...columns, 'c.target'])
    .where('c.district', 'in', districtsFor(unit))
    .where('c.target', 'in', [...targets])
    .where('c.withdrawn_at', 'is', null)
    .where('i.erased_at', 'is', null)
    .orderBy('i.effective_on', 'desc')
    .orderBy('i.id', 'desc')
    .execute()) as (ItemRow & { readonly target: string })[]
}

/** Items by their names, as far as the actor may see them. */
export async function itemsNamed(db: Db, names: readonly { readonly unit: Code; readonly id: Id }[]): Promise<ItemRow[]> {
  if (names.length === 0) return []
  return (await db
    .selectFrom('evidence_items as i')
    .select(columns)
    .where('i.district', 'in', [...new Set(names.map((one) => districtOf(one.unit)))])
    .where('i.id', 'in', [...new Set(names.map((one) => one.id))])
    .where('i.erased_at', 'is', null)
    .orderBy('i.effective_on', 'desc')
    .orderBy('i.id', 'desc')
    .execute()) as ItemRow[]
}

/** Those of some items that were masked or erased, as far as the actor sees them; in one statement, however many are asked for. */
export async function withdrawnAmong(db: Db, names: readonly { readonly unit: Code; readonly id: Id }[]): Promise<Set<Id>> {
  if (names.length === 0) return new Set()
  const { rows } = await sql<{ id: Id }>`
    select id from evidence_items
     where district = any(${[...new Set(names.map(({ unit }) => districtOf(unit)))]}) and id = any(${names.map(({ id }) => id)}::uuid[])
       and (masked_at is not null or erased_at is not null)`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
