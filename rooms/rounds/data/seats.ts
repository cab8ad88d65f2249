// Seats, who sits on them, and from which units they are recused.

import { sql } from 'kysely'
import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { Recusal } from '../core/recusal.ts'
import type { Rules } from '../core/rules.ts'
import type { SeatKind } from '../core/seat.ts'
import type { Scene } from '../core/scene.ts'
import type { State } from '../core/state.ts'
import type { Db, RoundRow } from './rounds.ts'

export type { SeatKind } from '../core/seat.ts'

export interface SeatRow {
  readonly id: Id
  readonly kind: SeatKind
  readonly panel: string | null
  readonly number: number
  readonly label: string
  readonly home: Code | null
  readonly state: 'planned' | 'invited' | 'open' | 'revoked'
  readonly invitedUntil: Date | null
  readonly openedAt: Date | null
  readonly openings: number
  readonly offlineReady: boolean | null
}

const columns = [
  's.id',
  's.kind',
  's.panel',
  's.number',
  's.label',
  's.home',
  's.state',
  's.invited_until as invitedUntil',
  's.opened_at as openedAt',
  's.openings',
  's.offline_ready as offlineReady',
] as const

type Place = Pick<RoundRow, 'unit' | 'id'>

/** Seats of a round with their holders, where the actor may know them. */
export async function seatsOf(db: Db, round: Place): Promise<(SeatRow & { readonly holder: string | null; readonly person: Id | null })[]> {
  const rows = await db
    .selectFrom('round_seats as s')
    .leftJoin('round_seat_holders as h', (join) => join.onRef('h.district', '=', 's.district').onRef('h.id', '=', 's.id'))
    .select([...columns, 'h.holder', 'h.person'])
    .where('s.district', '=', districtOf(round.unit))
    .where('s.round', '=', round.id)
    .orderBy('s.kind')
    .orderBy('s.number')
    .execute()
  return rows as never
}

/** One seat of a round; held when it is to be changed. */
export async function findSeat(db: Db, round: Place, seat: Id, hold = false): Promise<SeatRow | undefined> {
  const query = db
    .selectFrom('round_seats as s')
    .select(columns)
    .where('s.district', '=', districtOf(round.unit))
    .where('s.round', '=', round.id)
    .where('s.id', '=', seat)
  return (await (hold ? query.forUpdate() : query).executeTakeFirst()) as SeatRow | undefined
}

export interface NewSeat {
  readonly id: Id
  readonly kind: SeatKind
  readonly panel: string | null
  readonly number: number
  readonly label: string
  readonly home: Code | null
  readonly holder: string
  readonly person: Id | null
}

/** Adds seats, their holders and the accounts that may sit there. */
export async function addSeats(db: Db, round: RoundRow, seats: readonly NewSeat[], until: Date): Promise<void> {
  const place = { district: districtOf(round.unit), unit: round.unit, round: round.id }
  await db
    .insertInto('round_seats')
    .values(seats.map(({ id, kind, panel, number, label, home }) => ({ ...place, id, kind, panel, number, label, home, state: 'planned' })))
    .execute()
  await db
    .insertInto('round_seat_holders')
    .values(seats.map(({ id, holder, person }) => ({ ...place, id, holder, person, open: round.ballots === 'named' })))
    .execute()
  const accounts = seats.flatMap(({ id, person }) => (person === null ? [] : [{ id, person }]))
  if (accounts.length === 0) return
  await db
    .insertInto('round_seat_keys')
    .values(
      accounts.map(({ id, person }) => ({
        value: `person:${person}`,
        district: place.district,
        unit: place.unit,
        seat: id,
        purpose: 'person',
        expires_at: until,
      })),
    )
    .execute()
}

/** Writes a new invitation; the one before it is void. */
export async function inviteSeat(db: Db, round: Place, seat: SeatRow, key: string, until: Date, by: Id | null): Promise<void> {
  const district = districtOf(round.unit)
  await endKeys(db, district, seat.id, ['invite'])
  await db
    .insertInto('round_seat_keys')
    .values({ value: key, district, unit: round.unit, seat: seat.id, purpose: 'invite', expires_at: until })
    .execute()
  await db
    .updateTable('round_seats')
    .set({ invited_until: until, invited_by: by, state: seat.state === 'open' ? 'open' : 'invited' })
    .where('district', '=', district)
    .where('id', '=', seat.id)
    .execute()
}

/** Ends a seat: its links and devices open nothing any more. */
export async function revokeSeat(db: Db, round: Place, seat: Id): Promise<void> {
  const district = districtOf(round.unit)
  await endKeys(db, district, seat, ['invite', 'device', 'person'])
  await db.updateTable('round_seats').set({ state: 'revoked' }).where('district', '=', district).where('id', '=', seat).execute()
}

async function endKeys(db: Db, district: string, seat: Id, purposes: readonly string[]): Promise<void> {
  await db
    .deleteFrom('round_seat_keys')
    .where('district', '=', district)
    .where('seat', '=', seat)
    .where('purpose', 'in', purposes)
    .execute()
}

export interface RecusalRow extends Recusal {
  readonly seat: Id
  readonly reason: string
}

/** Recusals of a round, or of one seat of it. */
export async function recusalsOf(db: Db, round: Place, seat?: Id): Promise<RecusalRow[]> {
  let query = db
    .selectFrom('round_recusals')
    .select(['seat', 'subject', 'source', 'reason'])
    .where('district', '=', districtOf(round.unit))
    .where('round', '=', round.id)
  if (seat !== undefined) query = query.where('seat', '=', seat)
  return (await query.orderBy('subject').execute()) as RecusalRow[]
}

/** Adds recusals; those that stand already stay as they are. */
export async function addRecusals(db: Db, round: Place, rows: readonly (RecusalRow & { readonly id: Id })[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('round_recusals')
    .values(rows.map((row) => ({ district: districtOf(round.unit), unit: round.unit, round: round.id, ...row })))
    .onConflict((conflict) => conflict.columns(['district', 'seat', 'subject']).doNothing())
    .execute()
}

export interface Seated {
  readonly seat: SeatRow & {
    /** The account that made its last link. */
    readonly invitedBy: Id | null
  }
  readonly round: Pick<RoundRow, 'unit' | 'id' | 'name' | 'theme' | 'quarter' | 'heldOn' | 'state' | 'version' | 'ballots'> & {
    readonly rules: Rules
    readonly scene: Scene
    readonly state: State
  }
}

/** A seat of the actor with its round, in one look-up; one that was revoked is no seat any more. */
export async function findSeated(db: Db, districts: readonly string[], seat: Id): Promise<Seated | undefined> {
  const row = await db
    .selectFrom('round_seats as s')
    .innerJoin('rounds as r', (join) => join.onRef('r.district', '=', 's.district').onRef('r.id', '=', 's.round'))
    .select([
      ...columns,
      's.invited_by as invitedBy',
      'r.unit',
      'r.id as round',
      'r.name',
      'r.theme',
      'r.quarter',
      'r.held_on as heldOn',
      'r.state as roundState',
      'r.version',
      'r.ballots',
      'r.rules',
      'r.scene',
    ])
    .where(sql<boolean>`s.district = any(${[...districts]})`)
    .where('s.id', '=', seat)
    .where('s.state', '!=', 'revoked')
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { unit, round: id, name, theme, quarter, heldOn, roundState, version, ballots, rules, scene, ...rest } = row
  return {
    seat: rest as Seated['seat'],
    round: { unit, id, name, theme, quarter, heldOn, state: roundState, version, ballots, rules, scene } as never,
  }
}

/** A seat says whether its device can work offline. */
export async function markReady(db: Db, round: Place, seat: Id, offline: boolean): Promise<void> {
  await db
    .updateTable('round_seats')
    .set({ offline_ready: offline })
    .where('district', '=', districtOf(round.unit))
    .where('id', '=', seat)
    .execute()
}

/** The account bound to a seat; null when there is none or the actor may not know. */
export async function personOf(db: Db, round: Place, seat: Id): Promise<Id | null> {
  const row = await db
    .selectFrom('round_seat_holders')
    .select('person')
    .where('district', '=', districtOf(round.unit))
    .where('id', '=', seat)
    .executeTakeFirst()
  return row?.person ?? null
}

/** Seats of a round to which an account is bound, as far as the actor may know. */
export async function boundSeats(db: Db, round: Place): Promise<Set<Id>> {
  const rows = await db
    .selectFrom('round_seat_keys as k')
    .innerJoin('round_seats as s', (join) => join.onRef('s.district', '=', 'k.district').onRef('s.id', '=', 'k.seat'))
    .select('k.seat')
    .where('k.district', '=', districtOf(round.unit))
    .where('k.purpose', '=', 'person')
    .where('s.round', '=', round.id)
    .execute()
  return new Set(rows.map(({ seat }) => seat))
}

/** Whether two seats are one, or held by one account: such a pair is not two persons. */
export async function oneHolder(db: Db, round: Place, a: Id, b: Id): Promise<boolean> {
  if (a === b) return true
  const person = await personOf(db, round, a)
  return person !== null && person === (await personOf(db, round, b))
}
