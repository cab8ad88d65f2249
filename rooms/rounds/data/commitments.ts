// Commitments of units, and how they stand quarter by quarter.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Db } from './rounds.ts'

/** How many commitments each unit has made for a year. */
export async function commitmentCounts(db: Db, within: Code, subjects: readonly Code[], year: number): Promise<Map<Code, number>> {
  const rows = await db
    .selectFrom('round_commitments')
    .select(['subject', sql<number>`count(*)::int`.as('count')])
    .where('district', '=', districtOf(within))
    .where('subject', 'in', subjects.length === 0 ? [''] : [...subjects])
    .where('year', '=', year)
    .where('withdrawn', '=', false)
    .groupBy('subject')
    .execute()
  return new Map(rows.map(({ subject, count }) => [subject, count]))
}

export interface ShownCommitment {
  readonly number: number
  readonly kind: 'pledge' | 'project'
  readonly text: string
  readonly now: Standing | null
  readonly confirmed: boolean
  readonly last: Standing | null
}

export type Standing = 'kept' | 'partly' | 'broken' | 'under-way'

/** A unit's commitments of a year with this quarter's standing beside the last one's; confirmed goes before stated. */
export async function commitmentsShown(db: Db, subject: Code, quarter: string, last: string): Promise<ShownCommitment[]> {
  const result = await sql<ShownCommitment>`select c.number, c.kind, c.text,
      coalesce(n.confirmed, n.stated) as now, n.confirmed is not null as confirmed, coalesce(b.confirmed, b.stated) as last
    from round_commitments c
    left join round_commitment_states n on n.district = c.district and n.commitment = c.id and n.quarter = ${quarter}
    left join round_commitment_states b on b.district = c.district and b.commitment = c.id and b.quarter = ${last}
    where c.district = ${districtOf(subject)} and c.subject = ${subject} and c.year = ${Number(quarter.slice(0, 4))} and not c.withdrawn
    order by c.number`.execute(db)
  return result.rows
}

/** Rounds under way whose hall sees this unit at this moment. */
export async function roundsShowing(db: Db, subject: Code): Promise<{ unit: Code; id: Id }[]> {
  const result = await sql<{ unit: Code; id: Id }>`select unit, id from rounds
    where district = ${districtOf(subject)} and state = 'live' and scene ->> 'kind' = 'unit' and scene ->> 'subject' = ${subject}`.execute(
    db,
  )
  return result.rows
}

export interface CommitmentRow {
  readonly id: Id
  readonly unit: Code
  readonly subject: Code
  readonly year: number
  readonly number: number
  readonly kind: 'pledge' | 'project'
  readonly text: string
  readonly withdrawn: boolean
}

export interface StandingRow {
  readonly id: Id
  readonly commitment: Id
  readonly quarter: string
  readonly stated: Standing
  readonly statedNote: string
  readonly statedAt: Date
  readonly statedBy: Id
  readonly confirmed: Standing | null
  readonly confirmedNote: string
  readonly confirmedAt: Date | null
}

const commitmentColumns = ['id', 'unit', 'subject', 'year', 'number', 'kind', 'text', 'withdrawn'] as const

/** Commitments of units at and below a code for a year; 2,000 at most. */
export async function listCommitments(db: Db, below: Code, year: number): Promise<CommitmentRow[]> {
  const rows = await db
    .selectFrom('round_commitments')
    .select(commitmentColumns)
    .where('district', '=', districtOf(below))
    .where(sql<boolean>`subject ^@ ${below}`)
    .where('year', '=', year)
    .orderBy('subject')
    .orderBy('number')
    .limit(2000)
    .execute()
  return rows as CommitmentRow[]
}

/** One commitment of a unit. */
export async function findCommitment(db: Db, subject: Code, id: Id): Promise<CommitmentRow | undefined> {
  const row = await db
    .selectFrom('round_commitments')
    .select(commitmentColumns)
    .where('district', '=', districtOf(subject))
    .where('id', '=', id)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row as CommitmentRow | undefined
}

/** Adds a commitment. */
export async function addCommitment(db: Db, row: Omit<CommitmentRow, 'withdrawn'>, at: Date): Promise<void> {
  await db
    .insertInto('round_commitments')
    .values({ district: districtOf(row.subject), ...row, at })
    .execute()
}

/** How commitments stand, of all given. */
export async function standingsOf(db: Db, below: Code, commitments: readonly Id[]): Promise<StandingRow[]> {
  if (commitments.length === 0) return []
  const rows = await db
    .selectFrom('round_commitment_states')
    .select([
      'id',
      'commitment',
      'quarter',
      'stated',
      'stated_note as statedNote',
      'stated_at as statedAt',
      'stated_by as statedBy',
      'confirmed',
      'confirmed_note as confirmedNote',
      'confirmed_at as confirmedAt',
    ])
    .where('district', '=', districtOf(below))
    .where('commitment', 'in', [...commitments])
    .orderBy('quarter')
    .execute()
  return rows as StandingRow[]
}

/** States, or states again until it is confirmed. */
export async function saveStanding(
  db: Db,
  of: CommitmentRow,
  given: {
    readonly id: Id
    readonly quarter: string
    readonly stated: Standing
    readonly note: string
    readonly by: Id
    readonly at: Date
    readonly again: boolean
  },
): Promise<void> {
  const changes = { stated: given.stated, stated_note: given.note, stated_at: given.at, stated_by: given.by }
  await (given.again
    ? db
        .updateTable('round_commitment_states')
        .set(changes)
        .where('district', '=', districtOf(of.subject))
        .where('id', '=', given.id)
        .execute()
    : db
        .insertInto('round_commitment_states')
        .values({
          district: districtOf(of.subject),
          unit: of.unit,
          subject: of.subject,
          id: given.id,
          commitment: of.id,
          quarter: given.quarter,
          ...changes,
        })
        .execute())
}

/** Confirms what was stated. */
export async function confirmStanding(
  db: Db,
  of: CommitmentRow,
  given: { readonly id: Id; readonly confirmed: Standing; readonly note: string; readonly by: Id; readonly at: Date },
): Promise<void> {
  const result = await db
    .updateTable('round_commitment_states')
    .set({ confirmed: given.confirmed, confirmed_note: given.note, confirmed_by: given.by, confirmed_at: given.at })
    .where('district', '=', districtOf(of.subject))
    .where('id', '=', given.id)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`commitment ${of.id} was not confirmed`)
}
