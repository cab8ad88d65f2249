// What answering rows of a self-check asks of this room's tables. Written once, because on the night before a deadline a
// county does nothing else: nothing is left to compile.

import { CompiledQuery } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { State } from '../core/candidacy.ts'
import type { At, KeptRow } from './checks.ts'
import type { Db } from './cycles.ts'

const answeringSql = {
  find: `select candidacy.unit, candidacy.star, candidacy.state, cycle.edition
    from star_candidacies candidacy join star_cycles cycle on cycle.id = candidacy.cycle
    where candidacy.district = $1 and candidacy.id = $2 and candidacy.unit = $3`,
  keep: `insert into self_check_rows (district, unit, id, candidacy, row, answer, reason, known, revision, changed_at)
    select $1, $2, given.key, $3, given.row, given.answer, given.reason, given.known, given.revision, $4
    from jsonb_to_recordset($5::jsonb) as given (key uuid, row text, answer text, reason text, known text, revision bigint)
    on conflict (district, candidacy, row) do update
      set answer = excluded.answer, reason = excluded.reason, known = excluded.known, revision = excluded.revision, changed_at = excluded.changed_at
      where self_check_rows.revision < excluded.revision
    returning row`,
} as const

/** What a self-check is answered by, in one look-up. */
export interface Checking {
  readonly unit: Code
  readonly star: string
  readonly state: State
  /** Of the cycle. */
  readonly edition: string
}

/** Undefined for a candidacy, or a cycle, that the actor may not see. */
export async function findChecking(db: Db, { unit, id }: At): Promise<Checking | undefined> {
  return (await db.executeQuery<Checking>(CompiledQuery.raw(answeringSql.find, [districtOf(unit), id, unit]))).rows[0]
}

/** Keeps rows in one statement; those of an older revision than what is there change nothing. Returns the rows that were kept. */
export async function keepRows(db: Db, { unit, id }: At, rows: readonly (KeptRow & { readonly key: Id })[], at: Date): Promise<string[]> {
  const query = CompiledQuery.raw(answeringSql.keep, [districtOf(unit), unit, id, at, JSON.stringify(rows)])
  return (await db.executeQuery<{ readonly row: string }>(query)).rows.map((one) => one.row)
}
