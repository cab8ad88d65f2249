// What the gate may ask while nobody is known yet: which seats a link, a device or an account opens.

import { sql } from 'kysely'
import type { Id } from '#ground/kernel/ids.ts'
import type { Db } from './rounds.ts'

export interface HeldSeat {
  readonly id: Id
  readonly unit: string
  readonly district: string
  readonly round: Id
  readonly kind: string
  readonly until: Date | null
}

/** Seats of these keys that are open to them today; those of a device come first. */
export async function heldSeats(db: Db, values: readonly string[], at: Date): Promise<HeldSeat[]> {
  const result = await sql<HeldSeat>`select s.id, s.unit, s.district, s.round, s.kind, k.expires_at as until
    from round_seat_keys k
    join round_seats s on s.district = k.district and s.id = k.seat
    join rounds r on r.district = s.district and r.id = s.round
    where k.value = any(${[...values]}) and k.purpose in ('device', 'person') and (k.expires_at is null or k.expires_at > ${at})
      and s.state <> 'revoked' and r.state <> 'cancelled'
    order by k.purpose, s.id`.execute(db)
  return result.rows
}

export interface InvitedSeat extends Omit<HeldSeat, 'until'> {
  readonly state: string
  readonly openings: number
  readonly devices: number
}

/** The seat of an invitation that has not expired, held: of two devices that open it at once, the second finds the first. */
export async function invitedSeat(db: Db, key: string, at: Date): Promise<InvitedSeat | undefined> {
  const found = await sql<Omit<InvitedSeat, 'devices'>>`select s.id, s.unit, s.district, s.round, s.kind, s.state, s.openings
    from round_seat_keys k
    join round_seats s on s.district = k.district and s.id = k.seat
    where k.value = ${key} and k.purpose = 'invite' and k.expires_at > ${at}
    for update of s`.execute(db)
  const [seat] = found.rows
  if (seat === undefined) return undefined
  // A statement of its own, which sees what was committed while this one waited for the seat.
  const counted = await sql<{ devices: number }>`select count(*)::int as devices from round_seat_keys
    where district = ${seat.district} and seat = ${seat.id} and purpose = 'device'`.execute(db)
  return { ...seat, devices: counted.rows[0]?.devices ?? 0 }
}

/** Binds a device to the seat and to no other; a seat that is no stage is bound to one device only. Answers the seats it leaves. */
export async function bindDevice(db: Db, seat: InvitedSeat, key: string, until: Date): Promise<Id[]> {
  const left = await db.deleteFrom('round_seat_keys').where('value', '=', key).where('purpose', '=', 'device').returning('seat').execute()
  if (seat.kind !== 'stage')
    await db
      .deleteFrom('round_seat_keys')
      .where('district', '=', seat.district)
      .where('seat', '=', seat.id)
      .where('purpose', '=', 'device')
      .execute()
  await db
    .insertInto('round_seat_keys')
    .values({ value: key, district: seat.district, unit: seat.unit, seat: seat.id, purpose: 'device', expires_at: until })
    .execute()
  return left.map(({ seat: id }) => id).filter((id) => id !== seat.id)
}

/** Notes that the seat was opened on another device. */
export async function countOpening(db: Db, seat: InvitedSeat, at: Date): Promise<void> {
  await db
    .updateTable('round_seats')
    .set({ state: 'open', opened_at: at, openings: seat.openings + 1 })
    .where('district', '=', seat.district)
    .where('id', '=', seat.id)
    .execute()
}

/** Forgets a device. */
export async function leaveDevice(db: Db, key: string): Promise<void> {
  await db.deleteFrom('round_seat_keys').where('value', '=', key).where('purpose', '=', 'device').execute()
}
