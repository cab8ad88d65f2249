// From the session cookie to the actor. The answer is kept for a few seconds and dropped as soon as the room that
// signs people in announces a change, so a revoked session is gone at once on every process.

import { hash } from 'node:crypto'
import type { Clock } from '#ground/kernel/clock.ts'
import { nobody } from '#ground/postgres/actor.ts'
import type { Postgres } from '#ground/postgres/postgres.ts'
import type { Actor, Session } from './handler.ts'
import type { OpenHouse } from './house.ts'

export const sessionCookie = 'lx-session'
export const seatCookie = 'lx-seat'

const keepMs = 10_000
const keepAtMost = 20_000

/** What a browser shows of itself: an account's session, a seat, both or neither. */
export interface Tokens {
  readonly session: string | undefined
  readonly seat: string | undefined
}

/** The tokens among a request's cookies. */
export const tokensOf = (request: { readonly cookies: Readonly<Record<string, string | undefined>> }): Tokens => ({
  session: request.cookies[sessionCookie],
  seat: request.cookies[seatCookie],
})

export interface Sessions {
  find(tokens: Tokens): Promise<Session | null>
  /** Forgets what is kept: of one account or seat (`person:ID`, `seat:ID`), or of all. */
  forget(subject: string | null): void
}

/** Whether a session is that of `person:ID` or sits on `seat:ID`. */
export const isOf = (actor: Actor, subject: string): boolean =>
  subject === `person:${actor.id ?? ''}` || (subject.startsWith('seat:') && actor.seats.includes(subject.slice(5)))

/** The actor of a session; nobody without one. */
export function actorOf(session: Session | null): Actor {
  return session?.actor ?? nobody
}

/** Opens the short memory of sessions. */
export function openSessions(house: Pick<OpenHouse, 'identify' | 'seatsOf' | 'grantsOf'>, postgres: Postgres, clock: Clock): Sessions {
  const kept = new Map<string, { until: number; session: Promise<Session | null> }>()
  const given = (token: string | undefined): string | null => (token === undefined || token === '' ? null : token)

  const look = (token: string | null, seat: string | null): Promise<Session | null> =>
    postgres.gate(async (db) => {
      const session =
        token === null || house.identify === null
          ? null
          : await house.identify({ db, token, clock, grantsOf: (role) => house.grantsOf(role) })
      const person = session?.actor.id ?? null
      if (house.seatsOf === null || (person === null && seat === null)) return session
      const seating = await house.seatsOf({ db, token: seat, person, clock })
      if (seating === null) return session
      const actor = session?.actor ?? nobody
      const { seats, hears } = seating
      return {
        id: session?.id ?? seats[0] ?? '',
        language: session?.language ?? null,
        until: Math.min(session?.until ?? seating.until, seating.until),
        // Apart from what the account may do: a call acts as the one or as the other, never as both.
        actor: { ...actor, seats, hears, seatGrants: seating.grants },
      }
    })

  return {
    find: async (tokens) => {
      const token = given(tokens.session)
      const seat = given(tokens.seat)
      if (token === null && seat === null) return null
      const key = hash('sha256', `${token ?? ''}\n${seat ?? ''}`)
      const now = performance.now()
      const known = kept.get(key)
      if (known !== undefined && known.until > now) {
        const found = await known.session
        // What has ended meanwhile is asked for again: a post may have ended, and the session go on without it.
        if (found === null || found.until > clock.now()) return found
      }
      if (kept.size >= keepAtMost) kept.clear()
      const session = look(token, seat)
      // Spread, so that an office that signed in at nine does not ask for all its sessions anew in the same instant.
      kept.set(key, { until: now + keepMs * (0.6 + Math.random() * 0.4), session })
      session.then(
        (found) => found ?? kept.delete(key),
        () => kept.delete(key),
      )
      return session
    },
    forget: (subject) => {
      if (subject === null) return kept.clear()
      for (const [key, { session }] of kept) {
        // What could not be found has been let go by whoever asked for it.
        session.then(
          (found) => (found !== null && isOf(found.actor, subject) ? kept.delete(key) : false),
          () => false,
        )
      }
    },
  }
}
