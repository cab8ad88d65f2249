// Inspections and findings: the only SQL of the room.

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { districtOf } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Item, Outcome, Plan, Seen, State } from '../core/inspection.ts'

type Db = Kysely<Database>

export interface InspectionRow extends Plan {
  readonly unit: Code
  readonly id: Id
  readonly title: string
  readonly basis: string
  readonly minutes: number
  readonly checklist: string
  readonly plannedOn: Day
  /** The one that this one corrects, and why; the one that corrects this one. */
  readonly revises: Id | null
  readonly revisionReason: string
  readonly revisedAs: Id | null
}

export interface FindingRow extends Seen {
  readonly unit: Code
  readonly id: Id
  readonly inspection: Id
  readonly at: Date
  readonly byUnit: Code | null
  readonly byRole: string | null
  /** The entry of the ledger that a fault became. */
  readonly entry: Id | null
}

const columns = [
  'unit',
  'id',
  'title',
  'basis',
  'minutes',
  'checklist',
  'items',
  'subjects',
  'from_day as from',
  'to_day as to',
  'state',
  'planned_on as plannedOn',
  'ended_on as endedOn',
  'revises',
  'revision_reason as revisionReason',
  'revised_as as revisedAs',
] as const

type Selected = Omit<InspectionRow, 'items' | 'state'> & { items: unknown; state: string }
const typed = (row: Selected): InspectionRow => ({ ...row, items: row.items as Item[], state: row.state as State })

/** One inspection; held until the transaction ends when it is to be changed or written to. */
export async function findInspection(db: Db, unit: Code, id: Id, hold = false): Promise<InspectionRow | undefined> {
  const query = db
    .selectFrom('inspections')
    .select(columns)
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .where('unit', '=', unit)
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? undefined : typed(row)
}

/** Those at and below prefixes, the latest first; `overlapping` only those that touch these days. */
export async function listInspections(
  db: Db,
  below: readonly Code[],
  given: { readonly state?: State; readonly overlapping?: { readonly from: Day; readonly to: Day }; readonly limit: number },
): Promise<InspectionRow[]> {
  const districts = [...new Set(below.filter((code) => code.length >= 6).map(districtOf))]
  const wide = below.filter((code) => code.length < 6)
  let query = db
    .selectFrom('inspections')
    .select(columns)
    .where(sql<boolean>`(district = any(${districts}) or district ^@ any(${wide}))`)
    .where(sql<boolean>`unit ^@ any(${[...below]})`)
  if (given.state !== undefined) query = query.where('state', '=', given.state)
  if (given.overlapping !== undefined)
    query = query.where('from_day', '<=', given.overlapping.to).where('to_day', '>=', given.overlapping.from)
  return (await query.orderBy('from_day', 'desc').orderBy('id').limit(given.limit).execute()).map(typed)
}

/** Adds a plan. */
export async function addInspection(db: Db, row: InspectionRow): Promise<void> {
  const { unit, id, title, basis, minutes, checklist, items, subjects, from, to, state, plannedOn, endedOn, revises, revisionReason } = row
  await db
    .insertInto('inspections')
    .values({
      district: districtOf(unit),
      unit,
      id,
      title,
      basis,
      minutes,
      checklist,
      state,
      items: JSON.stringify(items),
      subjects: [...subjects],
      from_day: from,
      to_day: to,
      planned_on: plannedOn,
      ended_on: endedOn,
      revises,
      revision_reason: revisionReason,
    })
    .execute()
}

/** Writes a new state. */
export async function moveInspection(db: Db, { unit, id, state, endedOn, revisedAs }: InspectionRow): Promise<void> {
  const result = await db
    .updateTable('inspections')
    .set({ state, ended_on: endedOn, revised_as: revisedAs })
    .where('district', '=', districtOf(unit))
    .where('id', '=', id)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`inspection ${id} was not saved`)
}

/** Appends what was seen. */
export async function addFinding(db: Db, row: FindingRow): Promise<void> {
  const { unit, id, inspection, subject, item, outcome, note, on, at, byUnit, byRole, entry } = row
  await db
    .insertInto('inspection_findings')
    .values({
      district: districtOf(unit),
      unit,
      id,
      inspection,
      subject,
      item,
      outcome,
      note,
      at,
      entry,
      on_day: on,
      by_unit: byUnit,
      by_role: byRole,
    })
    .execute()
}

/** What was seen in an inspection, oldest first. */
export async function findingsOf(db: Db, { unit, id }: { readonly unit: Code; readonly id: Id }): Promise<FindingRow[]> {
  const rows = await db
    .selectFrom('inspection_findings')
    .select([
      'unit',
      'id',
      'inspection',
      'subject',
      'item',
      'outcome',
      'note',
      'on_day as on',
      'at',
      'by_unit as byUnit',
      'by_role as byRole',
      'entry',
    ])
    .where('district', '=', districtOf(unit))
    .where('inspection', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, outcome: row.outcome as Outcome }))
}
