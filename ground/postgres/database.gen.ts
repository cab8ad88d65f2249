// Generated from the migrated database by `npm run generate`; do not edit.

import type { ColumnType } from 'kysely'

export interface ActBatchesTable {
  seq: ColumnType<string, string | number | bigint, string | number | bigint>
  at: Date
  previous: string
  districts: string[]
  ids: string[]
  leaves: string[]
  head: string
}

export interface ActsTable {
  district: string
  unit: string
  id: string
  at: Date
  actor: ColumnType<string | null, string | null | undefined, string | null>
  post: ColumnType<string | null, string | null | undefined, string | null>
  room: string
  verb: string
  subject: string
  digest: string
  salt: ColumnType<string | null, string | null | undefined, string | null>
  payload: ColumnType<unknown, string | null | undefined, string | null>
  reason: ColumnType<string | null, string | null | undefined, string | null>
}

export interface ActsUnsealedTable {
  district: string
  id: string
}

export interface AppMigrationsTable {
  name: string
  digest: string
  at: Date
}

export interface AppTablesTable {
  name: string
  room: string
  class: string
}

export interface IdempotencyTable {
  actor: string
  key: string
  digest: string
  status: number
  answer: string
  at: Date
}

export interface InstanceTable {
  id: number
  key_fingerprint: string
  created_at: Date
}

export interface Database {
  act_batches: ActBatchesTable
  acts: ActsTable
  acts_unsealed: ActsUnsealedTable
  app_migrations: AppMigrationsTable
  app_tables: AppTablesTable
  idempotency: IdempotencyTable
  instance: InstanceTable
}

