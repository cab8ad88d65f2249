// Sheets and their points, as tellers and progress read and change them; handing one in stands in scoring.ts.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Db, RoundRow } from './rounds.ts'

export type SheetState = 'kept' | 'withdrawn' | 'unconfirmed'
export type Points = Readonly<Record<string, string>>
type Place = Pick<RoundRow, 'unit' | 'id'>

export interface SheetKey {
  readonly seat: Id
  readonly subject: Code
  readonly component: string
}

export interface SheetRow extends SheetKey {
  readonly id: Id
  readonly revision: number
  readonly complete: boolean
  readonly state: SheetState
  readonly source: 'pocket' | 'paper'
  readonly digest: string
  readonly enteredBy: Id | null
  readonly at: Date
}

export interface ScoredSheet extends SheetRow {
  readonly points: Points
  readonly note: string
}

export interface NewSheet extends SheetKey {
  readonly id: Id
  readonly revision: number
  readonly complete: boolean
  readonly digest: string
  readonly salt: string
  readonly points: Points
  readonly note: string
  readonly at: Date
}

/** Alone with what is counted: waits for all that write it (`shareScoring`) and keeps the next ones waiting. */
export async function aloneWithScores(db: Db, round: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${round}, 41))`.execute(db)
}

const sheetColumns = sql`s.id, s.seat, s.subject, s.component, s.revision::float8 as revision, s.complete, s.state, s.source, s.digest,
  s.entered_by as "enteredBy", s.at`

/** One sheet by its key, without points. */
export async function findSheet(db: Db, round: Place, key: SheetKey): Promise<SheetRow | undefined> {
  const result = await sql<SheetRow>`select ${sheetColumns} from round_sheets s
    where s.district = ${districtOf(round.unit)} and s.round = ${round.id} and s.seat = ${key.seat}
      and s.subject = ${key.subject} and s.component = ${key.component}`.execute(db)
  return result.rows[0]
}

/** Every sheet of a round that the actor may see, without points. */
export async function sheetsOf(db: Db, round: Place): Promise<SheetRow[]> {
  const result = await sql<SheetRow>`select ${sheetColumns} from round_sheets s
    where s.district = ${districtOf(round.unit)} and s.round = ${round.id} order by s.seat, s.subject, s.component`.execute(db)
  return result.rows
}

/** Sheets with their points: of one seat, or of all for tellers. */
export async function scoredSheets(db: Db, round: Place, seat?: Id): Promise<ScoredSheet[]> {
  const one = seat === undefined ? sql`true` : sql`s.seat = ${seat}`
  const result = await sql<ScoredSheet>`select ${sheetColumns}, p.points, p.note
    from round_sheets s join round_points p on p.district = s.district and p.id = s.id
    where s.district = ${districtOf(round.unit)} and s.round = ${round.id} and ${one}
    order by s.seat, s.subject, s.component`.execute(db)
  return result.rows
}

/** Whether the seat has a sheet for the unit that was not withdrawn. */
export async function scoredBy(db: Db, round: Place, seat: Id, subject: Code): Promise<boolean> {
  const result = await sql`select 1 from round_sheets s
    where s.district = ${districtOf(round.unit)} and s.round = ${round.id} and s.seat = ${seat} and s.subject = ${subject}
      and s.state <> 'withdrawn' limit 1`.execute(db)
  return result.rows.length > 0
}

/** Puts a paper sheet in place, unconfirmed: a new one, or over one that was withdrawn or not confirmed yet. */
export async function enterPaper(db: Db, round: Place, sheet: NewSheet & { readonly enteredBy: Id }): Promise<void> {
  const district = districtOf(round.unit)
  await sql`with sheet as (
      insert into round_sheets (district, unit, id, round, seat, subject, component, revision, complete, state, source, digest, entered_by, at)
      values (${district}, ${round.unit}, ${sheet.id}, ${round.id}, ${sheet.seat}, ${sheet.subject}, ${sheet.component}, ${sheet.revision},
        true, 'unconfirmed', 'paper', ${sheet.digest}, ${sheet.enteredBy}, ${sheet.at})
      on conflict (district, round, seat, subject, component) do update
        set revision = excluded.revision, complete = true, state = 'unconfirmed', source = 'paper', digest = excluded.digest,
          entered_by = excluded.entered_by, at = excluded.at
        where round_sheets.state <> 'kept'
      returning id
    )
    insert into round_points (district, unit, id, round, seat, points, note, salt)
    select ${district}, ${round.unit}, sheet.id, ${round.id}, ${sheet.seat}, ${JSON.stringify(sheet.points)}::jsonb, ${sheet.note}, ${sheet.salt}
    from sheet
    on conflict (district, id) do update set points = excluded.points, note = excluded.note, salt = excluded.salt`.execute(db)
}

async function setState(db: Db, round: Place, id: Id, state: SheetState): Promise<void> {
  const result = await db
    .updateTable('round_sheets')
    .set({ state })
    .where('district', '=', districtOf(round.unit))
    .where('id', '=', id)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`sheet ${id} was not changed`)
}

/** A confirmed paper sheet counts. */
export const confirmPaper = (db: Db, round: Place, id: Id): Promise<void> => setState(db, round, id, 'kept')

/** A withdrawn sheet stays on record and counts no more. */
export const withdrawSheet = (db: Db, round: Place, id: Id): Promise<void> => setState(db, round, id, 'withdrawn')

/** The points of a sheet; empty when they are not to be seen. */
export async function pointsOf(db: Db, round: Place, id: Id): Promise<Points> {
  const row = await db
    .selectFrom('round_points')
    .select('points')
    .where('district', '=', districtOf(round.unit))
    .where('id', '=', id)
    .executeTakeFirst()
  return (row?.points ?? {}) as Points
}
