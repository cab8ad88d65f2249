// The one translator from PostgreSQL's errors to problems: by SQLSTATE first, because a constraint's name may carry
// a shard suffix or be empty on a distributed server (scale-out.md, rule 13).

import type { Problem } from '#ground/kernel/problem.ts'
import { problems } from './problems.ts'

interface PostgresError {
  readonly code: string
  readonly constraint?: string
}

const isPostgresError = (error: unknown): error is PostgresError =>
  error instanceof Error &&
  typeof (error as { code?: unknown }).code === 'string' &&
  /^[0-9A-Z]{5}$/.test((error as unknown as PostgresError).code)

const connectionLost = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])

/** The name of the violated constraint without a shard suffix; empty when unknown. */
export function constraintOf(error: unknown): string {
  return isPostgresError(error) ? (error.constraint ?? '').replace(/_\d+$/, '') : ''
}

/** Whether the error says that a row of the same key exists. */
export function isDuplicate(error: unknown): boolean {
  return isPostgresError(error) && error.code === '23505'
}

/** The problem that an error of the database stands for, or null when it is a bug of ours. */
export function problemOf(error: unknown): Problem | null {
  // First, because EPIPE has the form of a SQLSTATE.
  if (error instanceof Error && connectionLost.has((error as { code?: string }).code ?? '')) return problems.databaseAway()
  if (isPostgresError(error)) {
    if (error.code === '23505') return problems.alreadyThere()
    if (error.code === '23503') return problems.stillUsed()
    if (error.code === '42501') return problems.rowRefused()
    if (error.code === '40001' || error.code === '40P01') return problems.tryAgain()
    if (error.code === '53100') return problems.diskFull()
    if (/^(57P0[1-3]|08|53)/.test(error.code)) return problems.databaseAway()
    return null
  }
  if (error instanceof Error) {
    if (/Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(error.message)) {
      return problems.databaseAway()
    }
  }
  return null
}
