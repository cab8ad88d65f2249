// SQL of citations: what cites an item, and what a gathering has closed until it is opened.

import type { Kysely } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { By, Gathered, ItemRow } from './queries.ts'

type Db = Kysely<Database>

export interface CitationRow {
  readonly id: Id
  readonly target: string
  readonly citedAt: Date
  readonly actor: Id | null
  readonly seat: Id | null
  readonly withdrawnAt: Date | null
}

const citationColumns = ['id', 'target', 'cited_at as citedAt', 'actor', 'seat', 'withdrawn_at as withdrawnAt'] as const

type Cited = Pick<ItemRow, 'unit' | 'id' | 'subject'>

/** Where an item is cited, those withdrawn too, in the order of citing. */
export async function citationsOf(db: Db, item: Pick<ItemRow, 'unit' | 'id'>): Promise<CitationRow[]> {
  return db
    .selectFrom('evidence_citations')
    .select(citationColumns)
    .where('district', '=', districtOf(item.unit))
    .where('item', '=', item.id)
    .orderBy('cited_at')
    .orderBy('id')
    .execute()
}

/** Cites an item; nothing is written where it is cited by the same target already. True when it was. */
export async function addCitation(
  db: Db,
  item: Cited,
  row: By & { readonly [K in keyof Gathered]?: Id | null } & { readonly id: Id; readonly target: string; readonly citedAt: Date },
): Promise<boolean> {
  const { gathering = null, hand = null } = row
  const result = await db
    .insertInto('evidence_citations')
    .values({
      district: districtOf(item.unit),
      unit: item.unit,
      id: row.id,
      item: item.id,
      subject: item.subject,
      target: row.target,
      cited_at: row.citedAt,
      actor: row.actor,
      seat: row.seat,
      gathering,
      hand,
    })
    .onConflict((conflict) => conflict.columns(['district', 'item', 'target']).where('withdrawn_at', 'is', null).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Withdraws a citation of an item; false when it was withdrawn meanwhile or is not the actor's to withdraw. */
export async function withdrawCitation(db: Db, item: Pick<ItemRow, 'unit' | 'id'>, id: Id, by: By, at: Date): Promise<boolean> {
  const result = await db
    .updateTable('evidence_citations')
    .set({ withdrawn_at: at, withdrawn_actor: by.actor, withdrawn_seat: by.seat })
    .where('district', '=', districtOf(item.unit))
    .where('id', '=', id)
    .where('item', '=', item.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** The hand's own citations of an item are taken back; false when there are none, or they were opened. */
export async function withdrawGathered(
  db: Db,
  item: Pick<ItemRow, 'unit' | 'id'>,
  { gathering, hand }: Gathered,
  at: Date,
): Promise<boolean> {
  const result = await db
    .updateTable('evidence_citations')
    .set({ withdrawn_at: at, withdrawn_actor: null, withdrawn_seat: hand })
    .where('district', '=', districtOf(item.unit))
    .where('item', '=', item.id)
    .where('gathering', '=', gathering)
    .where('withdrawn_at', 'is', null)
    .where('opened_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Opens what a gathering has closed and not taken back; answers the items. Done by the house alone. */
export async function openGathering(db: Db, unit: Code, gathering: Id, at: Date): Promise<Id[]> {
  const district = districtOf(unit)
  const opened = await db
    .updateTable('evidence_citations')
    .set({ opened_at: at })
    .where('district', '=', district)
    .where('gathering', '=', gathering)
    .where('opened_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('item')
    .execute()
  const items = [...new Set(opened.map(({ item }) => item))].sort()
  if (items.length === 0) return []
  await db
    .updateTable('evidence_items')
    .set({ opened_at: at })
    .where('district', '=', district)
    .where('id', 'in', items)
    .where('gathering', '=', gathering)
    .where('opened_at', 'is', null)
    .execute()
  return items
}
