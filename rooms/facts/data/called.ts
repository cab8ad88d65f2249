// Records by their ids, for rooms that name one: what each is about, as far as the asker sees it.

import type { Kysely } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'

type Db = Kysely<Database>

/** Whose record it is, and what of. */
export interface RecordNamed {
  readonly unit: Code
  readonly id: Id
  readonly about: string
}

/** Finds the named ones of a kind. */
export type FindNamed = (db: Db, districts: readonly Code[], ids: readonly Id[]) => Promise<RecordNamed[]>

export const factsNamed: FindNamed = (db, districts, ids) =>
  db
    .selectFrom('facts as f')
    .innerJoin('fact_definitions as d', 'd.id', 'f.definition')
    .select(['f.unit', 'f.id', 'd.name as about'])
    .where('f.district', 'in', [...districts])
    .where('f.id', 'in', [...ids])
    .execute()

export const certificatesNamed: FindNamed = (db, districts, ids) =>
  db
    .selectFrom('fact_certificates')
    .select(['unit', 'id', 'name as about'])
    .where('district', 'in', [...districts])
    .where('id', 'in', [...ids])
    .execute()

export const casesNamed: FindNamed = (db, districts, ids) =>
  db
    .selectFrom('fact_cases')
    .select(['unit', 'id', 'type as about'])
    .where('district', 'in', [...districts])
    .where('id', 'in', [...ids])
    .execute()

export const reviewsNamed: FindNamed = (db, districts, ids) =>
  db
    .selectFrom('fact_reviews')
    .select(['unit', 'id', 'criterion as about'])
    .where('district', 'in', [...districts])
    .where('id', 'in', [...ids])
    .execute()
