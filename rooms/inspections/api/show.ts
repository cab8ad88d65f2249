// How inspections leave the room: with the names of units, whether they are filed, and what became of their faults.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { citedAmong } from '#rooms/evidence/offers.ts'
import { demandFor } from '#rooms/facts/offers.ts'
import { entriesOf } from '#rooms/ledger/offers.ts'
import type { LedgerRow } from '#rooms/ledger/offers.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { formOf } from '../core/inspection.ts'
import { findingsOf, findInspection } from '../data/queries.ts'
import type { FindingRow, InspectionRow } from '../data/queries.ts'

export type InspectionRecord = AnswerOf<(typeof contract)['get']>
export type Shown = AnswerOf<(typeof contract)['list']>['rows'][number]
export type Entry = InspectionRecord['entries'][number]
type Asking = Pick<RoomRequest, 'db' | 'today'>

/** The source under which a fault stands in the ledger. */
export const sourceOf = ({ id }: Pick<InspectionRow, 'id'>): string => `inspection:${id}`

/** Lines of a list. */
export async function rowsShown(db: RoomRequest['db'], rows: readonly InspectionRow[]): Promise<Shown[]> {
  const names = await namesOf(db, [...new Set(rows.flatMap((row) => [row.unit, ...row.subjects]))])
  const named = (code: Code) => ({ code, name: names.get(code) ?? code })
  return rows.map(({ unit, id, title, basis, minutes, checklist, from, to, state, subjects, items }) => ({
    unit,
    id,
    title,
    basis,
    minutes,
    checklist,
    from,
    to,
    state,
    owner: named(unit).name,
    subjects: subjects.map(named),
    items: [...items],
  }))
}

/** A finding as evidence knows it. */
export const targetOf = (finding: Id): string => `finding:${finding}`

/** Looks as they leave, with the pictures that are cited for them. */
export async function findingsShown(db: RoomRequest['db'], unit: Code, rows: readonly FindingRow[]): Promise<InspectionRecord['findings']> {
  const cited = await citedAmong(
    db,
    unit,
    rows.map(({ id }) => targetOf(id)),
  )
  return rows.map(({ id, subject, item, outcome, note, on, entry }) => {
    const pictures = cited.filter(({ target }) => target === targetOf(id))
    return {
      id,
      subject,
      item,
      outcome,
      note,
      on,
      entry,
      pictures: pictures.map((one) => ({
        unit: one.unit,
        id: one.id,
        shows: one.shows,
        preview: one.preview,
      })),
    }
  })
}

const entryShown = ({ unit, id, subject, problem, measure, responsible, state, alarm, due, assignedOn }: LedgerRow): Entry => ({
  unit,
  id,
  subject,
  problem,
  measure,
  responsible,
  state,
  alarm,
  due,
  assignedOn,
})

/** What its faults have become. */
export async function entriesShown({ db, today }: Asking, row: Pick<InspectionRow, 'unit' | 'id'>): Promise<Entry[]> {
  return (await entriesOf({ db, today }, { district: row.unit, source: sourceOf(row) })).map(entryShown)
}

async function linkedTo(db: RoomRequest['db'], unit: Code, id: Id | null): Promise<InspectionRecord['revises']> {
  const row = id === null ? undefined : await findInspection(db, unit, id)
  return row === undefined ? null : { id: row.id, title: row.title }
}

/** The whole inspection. */
export async function recordShown(asking: Asking, row: InspectionRow): Promise<InspectionRecord> {
  const { db, today } = asking
  const [shown] = await rowsShown(db, [row])
  if (shown === undefined) throw new Error('nothing was shown')
  const day = today < row.from ? row.from : today > row.to ? row.to : today
  return {
    ...shown,
    // What has begun was filed; ended early, it stands in the register no longer.
    filed: row.state === 'open' || row.state === 'closed' || (await demandFor(db, { unit: row.unit, form: formOf(row.id), day })) !== null,
    findings: await findingsShown(db, row.unit, await findingsOf(db, row)),
    entries: await entriesShown(asking, row),
    revises: await linkedTo(db, row.unit, row.revises),
    revisionReason: row.revisionReason,
    revisedAs: await linkedTo(db, row.unit, row.revisedAs),
  }
}
