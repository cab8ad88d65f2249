// SQL of items and citations. Every query names districts, so that one shard and one index answer; what a post may not
// see, the row policies leave out.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Phase, Preview } from '../core/item.ts'
import type { Media } from '../core/media.ts'

type Db = Kysely<Database>

export interface ItemRow {
  readonly unit: Code
  readonly id: Id
  readonly subject: Code
  readonly shows: string
  readonly spot: string | null
  readonly phase: Phase | null
  readonly effectiveOn: Day
  readonly recordedAt: Date
  readonly actor: Id | null
  readonly seat: Id | null
  /** Null once it was erased. */
  readonly file: string | null
  readonly name: string
  readonly media: Media
  readonly bytes: number
  readonly width: number | null
  readonly height: number | null
  readonly preview: Preview
  readonly small: string | null
  readonly large: string | null
  readonly zoom: string | null
  /** The gathering that it was put into; null for everything else. */
  readonly gathering: Id | null
  /** The item that it is a masked copy of. */
  readonly derivedFrom: Id | null
  readonly maskedAt: Date | null
  readonly erasedAt: Date | null
}

/** What is put into a gathering, and by which seat; nobody reads the hand again. */
export interface Gathered {
  readonly gathering: Id
  readonly hand: Id
}

/** With gathering and hand: closed to all but that hand and those who count there; otherwise open from the beginning. */
export type NewItem = Omit<ItemRow, 'gathering' | 'zoom' | 'derivedFrom' | 'maskedAt' | 'erasedAt'> & {
  readonly zoom?: string | null
  readonly derivedFrom?: Id | null
} & { readonly [K in keyof Gathered]?: Id | null }

export const columns = [
  'i.unit',
  'i.id',
  'i.subject',
  'i.shows',
  'i.spot',
  'i.phase',
  'i.effective_on as effectiveOn',
  'i.recorded_at as recordedAt',
  'i.actor',
  'i.seat',
  'i.file',
  'i.name',
  'i.media',
  'i.bytes',
  'i.width',
  'i.height',
  'i.preview',
  'i.small',
  'i.large',
  'i.zoom',
  'i.gathering',
  'i.derived_from as derivedFrom',
  'i.masked_at as maskedAt',
  'i.erased_at as erasedAt',
] as const

/** Districts where items of or about a code may stand: its own county, and the books of the levels above it. */
export function districtsFor(code: Code): Code[] {
  return [6, 4, 2].filter((length) => length <= code.length).map((length) => code.slice(0, length))
}

/** Who put something in, as its columns. */
export interface By {
  readonly actor: Id | null
  readonly seat: Id | null
}

/** Adds an item whose file has arrived. */
export async function addItem(db: Db, row: NewItem): Promise<void> {
  const { effectiveOn, recordedAt, derivedFrom = null, ...rest } = row
  await db
    .insertInto('evidence_items')
    .values({ ...rest, district: districtOf(row.unit), effective_on: effectiveOn, recorded_at: recordedAt, derived_from: derivedFrom })
    .execute()
}

/** An item as the actor may see it. */
export async function findItem(db: Db, unit: Code, id: Id): Promise<ItemRow | undefined> {
  return (await db
    .selectFrom('evidence_items as i')
    .select(columns)
    .where('i.district', '=', districtOf(unit))
    .where('i.id', '=', id)
    .where('i.unit', '=', unit)
    .executeTakeFirst()) as ItemRow | undefined
}

/** An item of the same bytes in the district that the actor may see. */
export async function findSameFile(db: Db, district: Code, file: string, preview?: Preview): Promise<ItemRow | undefined> {
  const query = db.selectFrom('evidence_items as i').select(columns).where('i.district', '=', district).where('i.file', '=', file)
  return (await (preview === undefined ? query : query.where('i.preview', '=', preview)).limit(1).executeTakeFirst()) as ItemRow | undefined
}

/** Those of some items that the actor may see. */
export async function findItems(db: Db, items: readonly Pick<ItemRow, 'unit' | 'id'>[]): Promise<ItemRow[]> {
  if (items.length === 0) return []
  const districts = [...new Set(items.map(({ unit }) => districtOf(unit)))]
  return (await db
    .selectFrom('evidence_items as i')
    .select(columns)
    .where('i.district', 'in', districts)
    .where(
      'i.id',
      'in',
      items.map(({ id }) => id),
    )
    .where('i.erased_at', 'is', null)
    .execute()) as ItemRow[]
}

export interface ItemFilter {
  readonly below: Code
  readonly from: Day | null
  readonly to: Day | null
  readonly target: string | null
  /** Continue after this item of an earlier answer. */
  readonly after: { readonly effectiveOn: Day; readonly id: Id } | null
  readonly limit: number
  /** Only what has a spot and a phase. */
  readonly phased?: boolean
}

/** With how many cite it now, and whether the actor may read a hint about it. */
export type ListedRow = ItemRow & { readonly cited: number; readonly hinted: boolean }

/** Items of the units below a code or about them, the latest day first. */
export async function listItems(db: Db, filter: ItemFilter): Promise<ListedRow[]> {
  const { below, from, to, target, after, limit } = filter
  let query = db
    .selectFrom('evidence_items as i')
    .select(columns)
    .select(
      sql<number>`(select count(*)::int from evidence_citations c
      where c.district = i.district and c.item = i.id and c.withdrawn_at is null)`.as('cited'),
    )
    .select(sql<boolean>`exists (select 1 from evidence_hints h where h.district = i.district and h.item = i.id)`.as('hinted'))
    .where('i.erased_at', 'is', null)
    .where(sql<boolean>`(i.unit ^@ ${below} or i.subject ^@ ${below})`)
  query =
    below.length < 6
      ? query.where(sql<boolean>`(i.district ^@ ${below} or i.district = any(${districtsFor(below)}))`)
      : query.where('i.district', 'in', districtsFor(below))
  if (filter.phased === true) query = query.where('i.spot', 'is not', null).where('i.phase', 'is not', null)
  if (from !== null) query = query.where('i.effective_on', '>=', from)
  if (to !== null) query = query.where('i.effective_on', '<=', to)
  if (after !== null) query = query.where(sql<boolean>`(i.effective_on, i.id) < (${after.effectiveOn}::date, ${after.id}::uuid)`)
  if (target !== null) {
    query = query.where(sql<boolean>`exists (select 1 from evidence_citations c
      where c.district = i.district and c.item = i.id and c.target = ${target} and c.withdrawn_at is null)`)
  }
  return (await query.orderBy('i.effective_on', 'desc').orderBy('i.id', 'desc').limit(limit).execute()) as ListedRow[]
}

/** Writes the views of an item, or that it has none; false when it was erased meanwhile. */
export async function savePreview(
  db: Db,
  row: Pick<ItemRow, 'unit' | 'id' | 'preview' | 'small' | 'large' | 'zoom' | 'width' | 'height'>,
): Promise<boolean> {
  const { preview, small, large, zoom, width, height } = row
  const result = await db
    .updateTable('evidence_items')
    .set({ preview, small, large, zoom, width, height })
    .where('district', '=', districtOf(row.unit))
    .where('id', '=', row.id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** One more process went down over its picture; answers how often that was. */
export async function countLost(db: Db, { unit, id }: Pick<ItemRow, 'unit' | 'id'>): Promise<number> {
  const row = await db
    .updateTable('evidence_items')
    .set((by) => ({ lost: by('lost', '+', 1) }))
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .returning('lost')
    .executeTakeFirst()
  return row?.lost ?? 0
}
