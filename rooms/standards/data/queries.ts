// Editions with their retirement and use, and what townships add to them. What is written of drafts alone stands in drafts.ts.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { chinaDay } from '#ground/kernel/clock.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { DraftReturn } from '../core/draft-return.ts'
import type { EditionState } from '../core/edition.ts'

export type Db = Kysely<Database>

export interface EditionHead {
  readonly id: string
  readonly unit: Code
  readonly state: EditionState
  readonly origin: 'shipped' | 'own'
  readonly title: string
  readonly titleEn: string
  readonly replaces: string | null
  readonly digest: string
  readonly draftedOn: Day
  readonly issuedOn: Day | null
  readonly retiredOn: Day | null
  /** The accounts that wrote the draft and that changed it last; never shown. */
  readonly draftedBy: Id | null
  readonly revisedBy: Id | null
  /** What a draft was sent back for last, and whether it has been changed since. */
  readonly returned: (DraftReturn & { readonly on: Day; readonly mended: boolean }) | null
  /** How many records that the acting post reaches run on it. */
  readonly uses: number
}

export interface EditionRow extends EditionHead {
  readonly content: unknown
}

interface StoredReturn {
  readonly returnItems: unknown
  readonly returnReason: string | null
  readonly returnUntil: Day | null
  readonly returnedAt: Date | null
  readonly returnDigest: string | null
}
type Stored<R extends EditionHead> = Omit<R, 'state' | 'origin' | 'returned'> &
  StoredReturn & { readonly state: string; readonly origin: string }

export const stateOf = (row: { readonly state: string; readonly retiredOn: Day | null }): EditionState =>
  row.retiredOn !== null ? 'retired' : row.state === 'issued' ? 'issued' : 'draft'

function returnOf(
  { returnItems, returnReason, returnUntil, returnedAt, returnDigest }: StoredReturn,
  digest: string,
): EditionHead['returned'] {
  if (returnReason === null || returnUntil === null || returnedAt === null) return null
  const on = chinaDay(returnedAt.getTime())
  return { items: returnItems as string[], reason: returnReason, until: returnUntil, on, mended: returnDigest !== digest }
}

const typed = <R extends EditionHead>(stored: Stored<R>): R => {
  const { returnItems: _items, returnReason: _reason, returnUntil: _until, returnedAt: _at, returnDigest: _digest, ...row } = stored
  const returned = returnOf(stored, stored.digest)
  return { ...row, state: stateOf(row), origin: row.origin === 'shipped' ? 'shipped' : 'own', returned } as unknown as R
}

const heads = (db: Db) =>
  db
    .selectFrom('editions as e')
    .leftJoin('edition_retirements as r', 'r.edition', 'e.id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('edition_returns')
          .select(['items', 'reason', 'until', 'at', 'digest'])
          .whereRef('edition', '=', 'e.id')
          .where(sql<boolean>`e.state = 'draft'`)
          .orderBy('at', 'desc')
          .limit(1)
          .as('b'),
      (join) => join.onTrue(),
    )
    .select([
      'e.id',
      'e.unit',
      'e.state',
      'e.origin',
      'e.title',
      sql<string>`coalesce(e.content ->> 'titleEn', e.title)`.as('titleEn'),
      'e.replaces',
      'e.digest',
      'e.drafted_on as draftedOn',
      'e.drafted_by as draftedBy',
      'e.revised_by as revisedBy',
      'e.issued_on as issuedOn',
      'r.on_day as retiredOn',
      'b.items as returnItems',
      'b.reason as returnReason',
      'b.until as returnUntil',
      'b.at as returnedAt',
      'b.digest as returnDigest',
      sql<number>`(select count(*)::int from edition_uses u where u.edition = e.id)`.as('uses'),
    ])

/** Editions that the acting post may see, by their ids; without content. */
export async function listEditions(db: Db): Promise<EditionHead[]> {
  const rows = await heads(db).orderBy('e.id').execute()
  return rows.map((row) => typed<EditionHead>(row))
}

/** One edition with its content. */
export async function findEdition(db: Db, id: string): Promise<EditionRow | undefined> {
  const row = await heads(db).select('e.content').where('e.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : typed<EditionRow>(row)
}

/** The issued edition of the same publisher and standard that came last, apart from one. */
export async function lastIssued(db: Db, line: string, except: string): Promise<string | null> {
  const row = await db
    .selectFrom('editions')
    .select('id')
    .where(sql<boolean>`id ^@ ${`${line}/`}`)
    .where('state', '=', 'issued')
    .where('id', '<>', except)
    .orderBy('issued_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

export interface Content {
  readonly title: string
  readonly replaces: string | null
  readonly digest: string
  readonly document: unknown
}

export interface NewEdition extends Content {
  readonly id: string
  readonly unit: Code
  readonly origin: 'shipped' | 'own'
  readonly on: Day
  readonly by: Id | null
}

/** Adds an edition: a shipped one issued, one's own as a draft. False when the id is taken, also by one that cannot be seen. */
export async function addEdition(db: Db, { id, unit, origin, on, by, title, replaces, digest, document }: NewEdition): Promise<boolean> {
  const issued = origin === 'shipped'
  const result = await db
    .insertInto('editions')
    .values({
      id,
      unit,
      origin,
      state: issued ? 'issued' : 'draft',
      title,
      replaces,
      digest,
      content: JSON.stringify(document),
      drafted_on: on,
      drafted_by: by,
      issued_on: issued ? on : null,
      issued_by: issued ? by : null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Issues a draft. */
export async function issueEdition(db: Db, id: string, on: Day, by: Id | null): Promise<void> {
  const result = await db
    .updateTable('editions')
    .set({ state: 'issued', issued_on: on, issued_by: by })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`edition ${id} was not issued`)
}

/** Retires an edition. */
export async function retireEdition(db: Db, edition: string, unit: Code, on: Day, by: Id | null): Promise<void> {
  await db.insertInto('edition_retirements').values({ edition, unit, on_day: on, by }).execute()
}

/** Notes that a record of a unit runs on an edition; once is enough. */
export async function addUse(db: Db, unit: Code, edition: string, usedBy: string, since: Day): Promise<void> {
  await db
    .insertInto('edition_uses')
    .values({ district: districtOf(unit), unit, edition, used_by: usedBy, since })
    .onConflict((conflict) => conflict.columns(['district', 'edition', 'used_by']).doNothing())
    .execute()
}

export interface AdditionRow {
  readonly unit: Code
  readonly id: Id
  readonly edition: string
  readonly star: string
  readonly criterion: string
  readonly content: unknown
  readonly from: Day
  readonly to: Day | null
}

const additionColumns = ['unit', 'id', 'edition', 'star', 'criterion', 'content', 'valid_from as from', 'valid_to as to'] as const

/** What the townships that the acting post may see add to an edition. */
export async function listAdditions(db: Db, edition: string): Promise<AdditionRow[]> {
  return db.selectFrom('edition_additions').select(additionColumns).where('edition', '=', edition).orderBy('unit').orderBy('id').execute()
}

/** One addition. */
export async function findAddition(db: Db, unit: Code, id: Id): Promise<AdditionRow | undefined> {
  return db
    .selectFrom('edition_additions')
    .select(additionColumns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
    .executeTakeFirst()
}

/** Adds a criterion. */
export async function addAddition(db: Db, row: Omit<AdditionRow, 'to'> & { readonly by: Id | null }): Promise<void> {
  const { unit, id, edition, star, criterion, content, from, by } = row
  await db
    .insertInto('edition_additions')
    .values({
      district: districtOf(unit),
      unit,
      id,
      edition,
      star,
      criterion,
      content: JSON.stringify(content),
      valid_from: from,
      added_by: by,
    })
    .execute()
}

/** Ends an addition; false when it has ended already. */
export async function endAddition(db: Db, unit: Code, id: Id, to: Day): Promise<boolean> {
  const result = await db
    .updateTable('edition_additions')
    .set({ valid_to: to })
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
