// Background tasks: a room's jobs/<task>.ts exports one as default. Delivered at least once, so handlers are idempotent.

import type { Kysely } from 'kysely'
import type { Clock, Dice } from '#ground/kernel/clock.ts'
import type { ActDraft } from '#ground/http/handler.ts'
import type { FileStore } from '#ground/files/store.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Vault } from '#ground/vault/vault.ts'

export interface JobContext {
  readonly clock: Clock
  readonly dice: Dice
  readonly vault: Vault
  readonly files: FileStore
  /** Operator settings (env); the worker gives them, a test of a task that needs none does not. */
  readonly settings?: Readonly<Record<string, string | undefined>>
  /** One transaction of the house itself, reaching only the named prefixes. */
  transaction<T>(
    scopes: readonly string[],
    work: (tx: { db: Kysely<Database>; act(draft: ActDraft): Promise<string> }) => Promise<T>,
  ): Promise<T>
}

export interface JobHandler {
  /** Cron line in UTC, when the task also runs by the calendar. */
  readonly cron?: string
  run(payload: unknown, context: JobContext): Promise<void>
}
