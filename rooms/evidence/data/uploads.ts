// SQL of uploads: files on their way and the receipts of those that have arrived. Row policies show a sender the own ones.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Media } from '../core/media.ts'

type Db = Kysely<Database>

export interface UploadRow {
  readonly id: Id
  readonly unit: Code
  readonly actor: Id | null
  readonly seat: Id | null
  /** The gathering whose evidence it becomes; null for everything else. */
  readonly gathering: Id | null
  readonly sha256: string
  readonly bytes: number
  readonly received: number
  readonly media: Media
  readonly name: string
  readonly width: number | null
  readonly height: number | null
  /** The stored file, once it has arrived. */
  readonly file: string | null
  readonly begunAt: Date
  readonly arrivedAt: Date | null
}

const columns = [
  'id',
  'unit',
  'actor',
  'seat',
  'gathering',
  'sha256',
  'bytes',
  'received',
  'media',
  'name',
  'width',
  'height',
  'file',
  'begun_at as begunAt',
  'arrived_at as arrivedAt',
] as const

/** An own upload, held until the transaction ends when it is to be changed. */
export async function findUpload(db: Db, id: Id, hold = false): Promise<UploadRow | undefined> {
  const query = db.selectFrom('evidence_uploads').select(columns).where('id', '=', id)
  return (await (hold ? query.forUpdate() : query).executeTakeFirst()) as UploadRow | undefined
}

/** Another own upload of the same bytes that has arrived. */
export async function findArrived(db: Db, sha256: string, bytes: number): Promise<UploadRow | undefined> {
  return (await db
    .selectFrom('evidence_uploads')
    .select(columns)
    .where('file', '=', sha256)
    .where('bytes', '=', bytes)
    .limit(1)
    .executeTakeFirst()) as UploadRow | undefined
}

/** Begins an upload; false when there is one of the same id, be it one's own or somebody else's. */
export async function addUpload(db: Db, row: UploadRow): Promise<boolean> {
  const { begunAt, arrivedAt, ...rest } = row
  const result = await db
    .insertInto('evidence_uploads')
    .values({ ...rest, begun_at: begunAt, arrived_at: arrivedAt })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Bytes acknowledged so far; and that it has arrived, with what its header says. */
export async function saveUpload(db: Db, row: UploadRow): Promise<void> {
  const { received, media, width, height, file, arrivedAt } = row
  const result = await db
    .updateTable('evidence_uploads')
    .set({ received, media, width, height, file, arrived_at: arrivedAt })
    .where('id', '=', row.id)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`upload ${row.id} was not saved`)
}

/** Drops unfinished uploads begun before the one day and receipts older than the other; answers the files of those. */
export async function dropUploads(db: Db, before: { readonly draft: Date; readonly receipt: Date }): Promise<string[]> {
  const { rows } = await sql<{ file: string | null }>`
    delete from evidence_uploads where (file is null and begun_at < ${before.draft}) or arrived_at < ${before.receipt} returning file`.execute(
    db,
  )
  return rows.flatMap(({ file }) => file ?? [])
}
