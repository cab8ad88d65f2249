// Tallies with their input, adjustments, what is told to each unit, and what was published.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Place } from '../core/place.ts'
import type { Rules } from '../core/rules.ts'
import type { TallyInput, TallyOutput } from '../core/tally-shapes.ts'
import type { Db, RoundRow } from './rounds.ts'

type Where = Pick<RoundRow, 'unit' | 'id'>

/** With the account that the seat is bound to, or through a link. */
export type SignedBy = 'account' | 'link'

export interface TallyRow {
  readonly id: Id
  readonly number: number
  readonly result: TallyOutput
  readonly rules: Rules
  readonly methodDigest: string
  readonly inputDigest: string
  readonly state: 'counted' | 'signed' | 'void'
  readonly reason: string
  readonly countedBy: Id
  readonly countedAt: Date
  readonly teller: Id | null
  readonly tellerAt: Date | null
  readonly supervisor: Id | null
  readonly supervisorAt: Date | null
  readonly tellerBy: SignedBy | null
  readonly supervisorBy: SignedBy | null
}

const columns = [
  'id',
  'number',
  'result',
  'rules',
  'method_digest as methodDigest',
  'input_digest as inputDigest',
  'state',
  'reason',
  'counted_by as countedBy',
  'counted_at as countedAt',
  'teller',
  'teller_at as tellerAt',
  'supervisor',
  'supervisor_at as supervisorAt',
  'teller_by as tellerBy',
  'supervisor_by as supervisorBy',
] as const

const placed = (round: Where) => ({ district: districtOf(round.unit), unit: round.unit, round: round.id })

/** All tallies of a round that the actor may see, the first first. */
export async function talliesOf(db: Db, round: Where): Promise<TallyRow[]> {
  const rows = await db
    .selectFrom('round_tallies')
    .select(columns)
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .orderBy('number')
    .execute()
  return rows as never
}

/** Adds a tally and its input. */
export async function addTally(db: Db, round: Where, tally: TallyRow, input: TallyInput): Promise<void> {
  await db
    .insertInto('round_tallies')
    .values({
      ...placed(round),
      id: tally.id,
      number: tally.number,
      result: JSON.stringify(tally.result),
      rules: JSON.stringify(tally.rules),
      method_digest: tally.methodDigest,
      input_digest: tally.inputDigest,
      state: tally.state,
      reason: tally.reason,
      counted_by: tally.countedBy,
      counted_at: tally.countedAt,
    })
    .execute()
  await db
    .insertInto('round_tally_inputs')
    .values({ ...placed(round), id: tally.id, input: JSON.stringify(input) })
    .execute()
}

/** Writes signatures or the end of a tally. */
export async function saveTally(
  db: Db,
  round: Where,
  id: Id,
  changes: {
    readonly state?: TallyRow['state']
    readonly reason?: string
    readonly teller?: Id
    readonly supervisor?: Id
    readonly at?: Date
    readonly by?: SignedBy
  },
): Promise<void> {
  const { state, reason, teller, supervisor, at, by } = changes
  const result = await db
    .updateTable('round_tallies')
    .set({
      ...(state === undefined ? {} : { state }),
      ...(reason === undefined ? {} : { reason }),
      ...(teller === undefined ? {} : { teller, teller_at: at ?? null, teller_by: by ?? null }),
      ...(supervisor === undefined ? {} : { supervisor, supervisor_at: at ?? null, supervisor_by: by ?? null }),
    })
    .where('district', '=', districtOf(round.unit))
    .where('id', '=', id)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`tally ${id} was not saved`)
}

/** The whole input of a tally of the round. */
export async function inputOf(db: Db, round: Where, tally: Id): Promise<TallyInput | undefined> {
  const row = await db
    .selectFrom('round_tally_inputs')
    .select('input')
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .where('id', '=', tally)
    .executeTakeFirst()
  return row?.input as TallyInput | undefined
}

export interface AdjustmentRow {
  readonly id: Id
  readonly subject: Code
  readonly points: string
  readonly reason: string
  readonly withdrawn: boolean
}

/** Adjustments of a round, points as plain decimals. */
export async function adjustmentsOf(db: Db, round: Where): Promise<AdjustmentRow[]> {
  const result = await sql<AdjustmentRow>`select id, subject, trim_scale(points)::text as points, reason, withdrawn
    from round_adjustments where district = ${districtOf(round.unit)} and round = ${round.id} order by id`.execute(db)
  return result.rows
}

/** Adds an adjustment. */
export async function addAdjustment(
  db: Db,
  round: Where,
  row: Omit<AdjustmentRow, 'withdrawn'> & { readonly seat: Id; readonly at: Date },
): Promise<void> {
  await db
    .insertInto('round_adjustments')
    .values({ ...placed(round), ...row })
    .onConflict((conflict) => conflict.columns(['district', 'id']).doNothing())
    .execute()
}

/** Takes an adjustment back; false when there is none that stands. */
export async function endAdjustment(db: Db, round: Where, id: Id): Promise<boolean> {
  const result = await db
    .updateTable('round_adjustments')
    .set({ withdrawn: true })
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .where('id', '=', id)
    .where('withdrawn', '=', false)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Tells every unit its own place. */
export async function tellPlaces(
  db: Db,
  round: Where,
  tally: Id,
  at: Date,
  places: readonly (Place & { readonly id: Id })[],
): Promise<void> {
  await db
    .insertInto('round_places')
    .values(
      places.map(({ id, ...place }) => ({
        ...placed(round),
        id,
        tally,
        subject: place.subject,
        told: true,
        told_at: at,
        place: JSON.stringify(place),
      })),
    )
    // No columns are named: naming them would ask whether the convener reads what each unit is told, and it does not.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export interface Publication {
  readonly id: Id
  readonly tally: Id
  readonly number: number
  readonly form: 'bands' | 'ranks'
  readonly reason: string
  readonly content: unknown
  readonly at: Date
}

/** What was published of a round, newest first. */
export async function publicationsOf(db: Db, round: Where): Promise<Publication[]> {
  const rows = await db
    .selectFrom('round_publications')
    .select(['id', 'tally', 'number', 'form', 'reason', 'content', 'at'])
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .orderBy('number', 'desc')
    .execute()
  return rows as never
}

/** Publishes. */
export async function addPublication(db: Db, round: Where, publication: Publication): Promise<void> {
  const { content, ...rest } = publication
  await db
    .insertInto('round_publications')
    .values({ ...placed(round), ...rest, content: JSON.stringify(content) })
    .execute()
}

/** The last signed result, before this round, of the same unit, method and sheets; for 进步奖. */
export async function earlierTally(db: Db, round: RoundRow, methodDigest: string): Promise<TallyOutput | undefined> {
  const result = await sql<{ result: TallyOutput }>`select t.result from round_tallies t
    join rounds r on r.district = t.district and r.id = t.round
    where t.district = ${districtOf(round.unit)} and t.unit = ${round.unit} and t.round <> ${round.id} and t.state = 'signed'
      and t.method_digest = ${methodDigest} and r.held_on < ${round.heldOn} and r.state in ('published', 'closed')
    order by r.held_on desc, t.number desc limit 1`.execute(db)
  return result.rows[0]?.result
}

/** Whether a request for a recount waits for its answer. */
export async function openRecounts(db: Db, round: Where): Promise<boolean> {
  const row = await db
    .selectFrom('round_recounts')
    .select('id')
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
    .where('state', '=', 'asked')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Opens the input of a tally to a unit. */
export async function openInput(db: Db, unit: Code, tally: Id, subject: Code): Promise<void> {
  await sql`update round_tally_inputs set open_to = array_append(open_to, ${subject})
    where district = ${districtOf(unit)} and id = ${tally} and not open_to @> array[${subject}]::text[]`.execute(db)
}
