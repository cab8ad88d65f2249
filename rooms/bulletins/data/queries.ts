// The only SQL of the room. Handlers name the district, so that one shard and one index answer.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { ancestorsOf, districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { longList } from '#ground/postgres/long-list.ts'
import type { LongList } from '#ground/postgres/long-list.ts'
import type { Block, Content, Figure, Letterhead } from '../core/content.ts'
import type { Standing, State } from '../core/state.ts'

type Db = Kysely<Database>

export interface NumberParts {
  readonly prefix: string
  readonly year: number
  readonly serial: number
}

export type Audience = 'own' | 'below' | 'public'

export interface BulletinRow extends Content, Standing {
  readonly unit: Code
  readonly id: Id
  readonly audience: Audience
  readonly number: NumberParts | null
  readonly digest: string
  readonly note: string
  readonly corrects: Id | null
  readonly draftedOn: Day
  readonly draftedBy: Id | null
  readonly signedOn: Day | null
  readonly signedBy: Id | null
  readonly publishedOn: Day | null
  readonly publishedBy: Id | null
}

const columns = [
  'unit',
  'id',
  'state',
  'audience',
  'prefix',
  'year',
  'serial',
  'title',
  'addressee',
  'issuer',
  'body',
  'attachments',
  'figures',
  'letterhead',
  'digest',
  'note',
  'corrects',
  'drafted_on as draftedOn',
  'drafted_by as draftedBy',
  'editors',
  'signed_on as signedOn',
  'signed_by as signedBy',
  'published_on as publishedOn',
  'published_by as publishedBy',
] as const

interface Stored extends Omit<BulletinRow, 'state' | 'audience' | 'number' | 'blocks' | 'attachments' | 'figures' | 'letterhead'> {
  readonly state: string
  readonly audience: string
  readonly prefix: string | null
  readonly year: number | null
  readonly serial: number | null
  readonly body: unknown
  readonly attachments: unknown
  readonly figures: unknown
  readonly letterhead: unknown
}

function typed({ prefix, year, serial, body, ...row }: Stored): BulletinRow {
  return {
    ...row,
    state: row.state as State,
    audience: row.audience as Audience,
    number: prefix === null || year === null || serial === null ? null : { prefix, year, serial },
    blocks: body as Block[],
    attachments: row.attachments as string[],
    figures: row.figures as Figure[],
    letterhead: row.letterhead as Letterhead | null,
  }
}

/** One bulletin as the acting post may see it; held until the transaction ends when it is to be changed. */
export async function findBulletin(db: Db, unit: Code, id: Id, hold = false): Promise<BulletinRow | undefined> {
  const query = db
    .selectFrom('bulletins')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('unit', '=', unit)
    .where('id', '=', id)
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? undefined : typed(row)
}

/** Bulletins by their ids, as far as the asker sees them. */
export async function bulletinsNamed(db: Db, districts: readonly Code[], ids: readonly Id[]): Promise<BulletinRow[]> {
  if (ids.length === 0) return []
  const query = db
    .selectFrom('bulletins')
    .select(columns)
    .where('district', 'in', [...districts])
  return (await query.where('id', 'in', [...ids]).execute()).map(typed)
}

/** Bulletins of the units below the scopes and of those above them, the newest first; without text. */
function within(db: Db, scopes: readonly Code[]) {
  const districts = [...new Set(scopes.filter((code) => code.length >= 6).map(districtOf))]
  const wide = scopes.filter((code) => code.length < 6)
  const above = [...new Set(scopes.flatMap(ancestorsOf))]
  return db
    .selectFrom('bulletins')
    .select(columns)
    .where(
      sql<boolean>`((district = any(${[...districts, ...above]}) or district ^@ any(${wide})) and (unit ^@ any(${[...scopes]}) or unit = any(${above})))`,
    )
    .orderBy('id', 'desc')
}

export async function listBulletins(db: Db, scopes: readonly Code[], limit: number): Promise<BulletinRow[]> {
  return (await within(db, scopes).limit(limit).execute()).map(typed)
}

/** All of them, for a file. */
export const bulletinList = (db: Db, scopes: readonly Code[]): LongList<BulletinRow> => longList(db, within(db, scopes), typed)

/** Bulletins that anybody may read, of one unit and those below it or of all, the last published first; without account. */
export async function listOpen(db: Db, below: Code | null, limit: number): Promise<BulletinRow[]> {
  const query = db
    .selectFrom('bulletins')
    .select(columns)
    .where('state', '=', 'published')
    .where('audience', '=', 'public')
    .orderBy('published_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (below === null) return (await query.execute()).map(typed)
  const inside = below.length >= 6 ? query.where('district', '=', districtOf(below)) : query.where(sql<boolean>`district ^@ ${below}`)
  return (await inside.where(sql<boolean>`unit ^@ ${below}`).execute()).map(typed)
}

/** Bulletins of a unit with a figure from this record, as the acting post may see them, the first first. */
export async function bulletinsWithSource(db: Db, unit: Code, source: { readonly kind: string; readonly id: Id }): Promise<BulletinRow[]> {
  const rows = await db
    .selectFrom('bulletins')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('unit', '=', unit)
    .where(sql<boolean>`figures @> ${JSON.stringify([{ source }])}::jsonb`)
    .orderBy('id')
    .execute()
  return rows.map(typed)
}

/** The published bulletin that corrects this one. */
export async function findCorrection(db: Db, of: Pick<BulletinRow, 'unit' | 'id'>): Promise<BulletinRow | null> {
  const row = await db
    .selectFrom('bulletins')
    .select(columns)
    .where('district', '=', districtOf(of.unit))
    .where('corrects', '=', of.id)
    .where('state', '=', 'published')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row === undefined ? null : typed(row)
}

/** The highest serial given so far under a prefix in a year; 0 when none. */
export async function lastSerial(db: Db, unit: Code, prefix: string, year: number): Promise<number> {
  const row = await db
    .selectFrom('bulletins')
    .select((by) => by.fn.max('serial').as('last'))
    .where('district', '=', districtOf(unit))
    .where('unit', '=', unit)
    .where('prefix', '=', prefix)
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** Whether the number is given already. */
export async function numberTaken(db: Db, unit: Code, { prefix, year, serial }: NumberParts): Promise<boolean> {
  const row = await db
    .selectFrom('bulletins')
    .select('id')
    .where('district', '=', districtOf(unit))
    .where('unit', '=', unit)
    .where('prefix', '=', prefix)
    .where('year', '=', year)
    .where('serial', '=', serial)
    .executeTakeFirst()
  return row !== undefined
}

/** What may change until it is published. */
function changing(row: BulletinRow) {
  return {
    state: row.state,
    audience: row.audience,
    prefix: row.number?.prefix ?? null,
    year: row.number?.year ?? null,
    serial: row.number?.serial ?? null,
    title: row.title,
    addressee: row.addressee,
    issuer: row.issuer,
    body: JSON.stringify(row.blocks),
    attachments: JSON.stringify(row.attachments),
    letterhead: row.letterhead == null ? null : JSON.stringify(row.letterhead),
    digest: row.digest,
    note: row.note,
    editors: [...row.editors],
    signed_on: row.signedOn,
    signed_by: row.signedBy,
    published_on: row.publishedOn,
    published_by: row.publishedBy,
  }
}

/** Adds a draft. */
export async function addBulletin(db: Db, row: BulletinRow): Promise<void> {
  const { unit, id, corrects, draftedOn, draftedBy } = row
  const fixed = { district: districtOf(unit), unit, id, corrects, drafted_on: draftedOn, drafted_by: draftedBy }
  await db
    .insertInto('bulletins')
    .values({ ...fixed, figures: JSON.stringify(row.figures), ...changing(row) })
    .execute()
}

/** Writes what a verb changed. */
export async function saveBulletin(db: Db, row: BulletinRow): Promise<void> {
  const result = await db
    .updateTable('bulletins')
    .set(changing(row))
    .where('district', '=', districtOf(row.unit))
    .where('id', '=', row.id)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`bulletin ${row.id} was not saved`)
}

/** How many wait in a state, written by somebody else when they wait for a signature. */
export async function countIn(db: Db, scopes: readonly Code[], state: State, notBy: Id | null): Promise<number> {
  const districts = [...new Set(scopes.filter((code) => code.length >= 6).map(districtOf))]
  const wide = scopes.filter((code) => code.length < 6)
  const row = await db
    .selectFrom('bulletins')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(sql<boolean>`(district = any(${districts}) or district ^@ any(${wide}))`)
    .where(sql<boolean>`unit ^@ any(${[...scopes]})`)
    .where('state', '=', state)
    .where(sql<boolean>`(${notBy}::uuid = any(editors)) is not true`)
    .executeTakeFirstOrThrow()
  return row.count
}
