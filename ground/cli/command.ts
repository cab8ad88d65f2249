// Commands of `liangxing`: each prints one JSON document on stdout, progress and messages on stderr,
// and ends with 0 (done), 1 (refused, a problem document) or 2 (usage).

import type { Language, Text } from '#ground/kernel/problem.ts'
import type { Result } from '#ground/kernel/result.ts'
import type { Clock, Dice } from '#ground/kernel/clock.ts'
import type { ActDraft, Actor } from '#ground/http/handler.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Kysely } from 'kysely'
import type { Vault } from '#ground/vault/vault.ts'

/** One transaction of the operator at the machine: reaches every unit of the instance, is recorded as the command line. */
export interface Desk {
  readonly db: Kysely<Database>
  readonly actor: Actor
  readonly clock: Clock
  readonly dice: Dice
  readonly vault: Vault
  act(draft: ActDraft): Promise<string>
  /** The raw connection of this transaction, for statements with many parameters; it is pipelined, so COPY needs one of its own. */
  readonly connection: import('pg').PoolClient
}

export interface CommandContext {
  readonly language: Language
  readonly clock: Clock
  readonly dice: Dice
  /** Environment settings, read once by the door. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Opens the database (starting the embedded one if needed) and runs one transaction; a refusal rolls back. */
  transaction<T>(work: (desk: Desk) => Promise<Result<T>>): Promise<Result<T>>
  /** A progress bar on stderr when it is a terminal, a line now and then otherwise. */
  progress(label: Text, done: number, total: number | null): void
  say(text: Text): void
}

export interface Option {
  readonly name: string
  readonly summary: Text
  /** A flag takes no value; a whole number is written in digits, and its range is the command's own affair. */
  readonly kind: 'flag' | 'value' | 'whole'
  /** Without it the line is misuse. */
  readonly required?: true
  /** The only values there are; anything else is misuse. */
  readonly oneOf?: readonly string[]
}

export interface Command {
  readonly summary: Text
  /** Positional arguments by name, all required, for instance `['FILE']`. */
  readonly args: readonly string[]
  readonly options: readonly Option[]
  run(context: CommandContext, args: readonly string[], options: Readonly<Record<string, string | true>>): Promise<Result<unknown>>
}
