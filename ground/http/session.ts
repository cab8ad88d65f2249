// From the session cookie to the actor. The answer is kept for a few seconds and dropped as soon as the room that
// signs people in announces a change, so a revoked session is gone at once on every process.

import { hash } from 'node:crypto'
import type { Clock } from '#ground/kernel/clock.ts'
import { nobody } from '#ground/postgres/actor.ts'
import type { Postgres } from '#ground/postgres/postgres.ts'
import type { Actor, Identify, Session } from './handler.ts'

export const sessionCookie = 'lx-session'

const keepMs = 10_000
const keepAtMost = 20_000

export interface Sessions {
  find(token: string | undefined): Promise<Session | null>
  /** Forgets what is kept: of one account, or of all. */
  forget(person: string | null): void
}

/** The actor of a session; nobody without one. */
export function actorOf(session: Session | null): Actor {
  return session?.actor ?? nobody
}

/** Opens the short memory of sessions. */
export function openSessions(
  identify: Identify | null,
  postgres: Postgres,
  clock: Clock,
  grantsOf: (role: string) => readonly string[],
): Sessions {
  const kept = new Map<string, { until: number; session: Promise<Session | null> }>()
  return {
    find: async (token) => {
      if (token === undefined || token === '' || identify === null) return null
      const key = hash('sha256', token)
      const now = performance.now()
      const known = kept.get(key)
      if (known !== undefined && known.until > now) {
        const found = await known.session
        // What has ended meanwhile is asked for again: a post may have ended, and the session go on without it.
        if (found === null || found.until > clock.now()) return found
      }
      if (kept.size >= keepAtMost) kept.clear()
      const session = postgres.gate((db) => identify({ db, token, clock, grantsOf }))
      kept.set(key, { until: now + keepMs, session })
      session.then(
        (found) => found ?? kept.delete(key),
        () => kept.delete(key),
      )
      return session
    },
    forget: (person) => {
      if (person === null) return kept.clear()
      for (const [key, { session }] of kept) {
        // What could not be found has been let go by whoever asked for it.
        session.then(
          (found) => (found?.actor.id === person ? kept.delete(key) : false),
          () => false,
        )
      }
    },
  }
}
