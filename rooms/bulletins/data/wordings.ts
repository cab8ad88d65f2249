// How units word their drafts from data.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import { ancestorsOf, districtOf } from '#ground/kernel/code.ts'
import type { Wording } from '#ground/kernel/excerpt.ts'
import type { Database } from '#ground/postgres/database.gen.ts'

type Db = Kysely<Database>

export interface WordingRow extends Wording {
  readonly unit: Code
  readonly kind: string
}

/** What the unit and those above it keep, by kind: the nearest is the one that counts. */
export async function wordingsFor(db: Db, unit: Code): Promise<ReadonlyMap<string, WordingRow>> {
  const places = [unit, ...ancestorsOf(unit)]
  const rows = await db
    .selectFrom('bulletin_wordings')
    .select(['unit', 'kind', 'addressee', 'opening', 'closing', 'headings'])
    .where(sql<boolean>`district = any(${[...new Set(places.map(districtOf))]}) and unit = any(${places})`)
    .execute()
  const farthestFirst = rows.toSorted((a, b) => a.unit.length - b.unit.length)
  return new Map(farthestFirst.map((row) => [row.kind, { ...row, headings: row.headings as string[] }]))
}

/** Keeps the words of one kind, new or changed. */
export async function keepWording(db: Db, { unit, kind, headings, ...said }: WordingRow): Promise<void> {
  const written = { ...said, headings: JSON.stringify(headings) }
  await db
    .insertInto('bulletin_wordings')
    .values({ district: districtOf(unit), unit, kind, ...written })
    .onConflict((conflict) => conflict.columns(['district', 'unit', 'kind']).doUpdateSet(written))
    .execute()
}
