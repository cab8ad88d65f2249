// Remarks and findings, and awards.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Db, RoundRow } from './rounds.ts'

type Place = Pick<RoundRow, 'unit' | 'id'>

export interface RemarkRow {
  readonly id: Id
  readonly subject: Code
  readonly kind: 'remark' | 'finding'
  readonly text: string
  readonly seat: Id | null
  readonly actor: Id | null
  readonly evidence: Id | null
  readonly entry: Id | null
  readonly at: Date
}

const placed = (round: Place) => ({ district: districtOf(round.unit), unit: round.unit, round: round.id })

/** Adds a remark; the same id again changes nothing. */
export async function addRemark(db: Db, round: Place, remark: Omit<RemarkRow, 'entry'>): Promise<void> {
  await db
    .insertInto('round_remarks')
    .values({ ...placed(round), ...remark })
    .onConflict((conflict) => conflict.columns(['district', 'id']).doNothing())
    .execute()
}

/** All remarks of a round, in the order in which they were made, with the label of the seat that spoke. */
export async function remarksOf(db: Db, round: Place): Promise<(RemarkRow & { readonly label: string | null })[]> {
  const result = await sql<
    RemarkRow & { label: string | null }
  >`select m.id, m.subject, m.kind, m.text, m.seat, m.actor, m.evidence, m.entry, m.at, s.label
    from round_remarks m left join round_seats s on s.district = m.district and s.id = m.seat
    where m.district = ${districtOf(round.unit)} and m.round = ${round.id} order by m.at, m.id`.execute(db)
  return result.rows
}

/** Notes the ledger entry that a remark became. */
export async function linkEntry(db: Db, round: Place, remark: Id, entry: Id): Promise<void> {
  await db
    .updateTable('round_remarks')
    .set({ entry })
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .where('id', '=', remark)
    .execute()
}

export interface AwardRow {
  readonly id: Id
  readonly subject: Code
  readonly name: string
  readonly basis: string
  readonly document: string
  readonly at: Date
}

/** Adds an award; the same id again changes nothing. */
export async function addAward(db: Db, round: Place, award: AwardRow): Promise<void> {
  await db
    .insertInto('round_awards')
    .values({ ...placed(round), ...award })
    .onConflict((conflict) => conflict.columns(['district', 'id']).doNothing())
    .execute()
}

/** Awards of a round. */
export async function awardsOf(db: Db, round: Place): Promise<AwardRow[]> {
  return db
    .selectFrom('round_awards')
    .select(['id', 'subject', 'name', 'basis', 'document', 'at'])
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .orderBy('at')
    .execute()
}
