// Rows of self-checks as typed, and as submitted.

import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Answer, Row, SubmittedRow } from '../core/self-check.ts'
import type { Db } from './cycles.ts'

export interface KeptRow extends Row {
  readonly revision: number
}

export interface At {
  readonly unit: Code
  readonly id: Id
}

/** What the unit has typed so far. */
export async function rowsOf(db: Db, { unit, id }: At): Promise<KeptRow[]> {
  const rows = await db
    .selectFrom('self_check_rows')
    .select(['row', 'answer', 'reason', 'known', 'revision'])
    .where('district', '=', districtOf(unit))
    .where('candidacy', '=', id)
    .orderBy('row')
    .execute()
  return rows.map((row) => ({ ...row, answer: row.answer as Answer, revision: Number(row.revision) }))
}

export interface Submission {
  readonly id: Id
  readonly number: number
  readonly on: Day
  readonly rows: readonly SubmittedRow[]
  readonly digest: string
}

export async function addSubmission(db: Db, at: At, submission: Submission): Promise<void> {
  await db
    .insertInto('self_check_submissions')
    .values({
      district: districtOf(at.unit),
      unit: at.unit,
      id: submission.id,
      candidacy: at.id,
      number: submission.number,
      on_day: submission.on,
      rows: JSON.stringify(submission.rows),
      digest: submission.digest,
    })
    .execute()
}

/** As the table has it: before evidence was kept with a submission, none is named. */
type KeptSubmitted = Row & Partial<Pick<SubmittedRow, 'items'>>

/** The days on which some candidacies were last submitted; those that never were are missing. */
export async function submissionDays(db: Db, at: readonly At[]): Promise<Map<Id, Day>> {
  if (at.length === 0) return new Map()
  const rows = await db
    .selectFrom('self_check_submissions')
    .select(['candidacy', (by) => by.fn.max<Day>('on_day').as('on')])
    .where('district', 'in', [...new Set(at.map(({ unit }) => districtOf(unit)))])
    .where(sql<boolean>`candidacy = any(${at.map(({ id }) => id)}::uuid[])`)
    .groupBy('candidacy')
    .execute()
  return new Map(rows.map(({ candidacy, on }) => [candidacy, on]))
}

/** The last submissions of a candidacy, the latest first. */
export async function lastSubmissions(db: Db, { unit, id }: At, most: number): Promise<Submission[]> {
  const rows = await db
    .selectFrom('self_check_submissions')
    .select(['id', 'number', 'on_day as on', 'rows', 'digest'])
    .where('district', '=', districtOf(unit))
    .where('candidacy', '=', id)
    .orderBy('number', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, rows: (row.rows as KeptSubmitted[]).map((one) => ({ ...one, items: one.items ?? [] })) }))
}
