// Beginning and ending sessions. The token lives in an httpOnly cookie; whoever signs in leaves the session before behind.

import { sessionCookie } from '#ground/http/session.ts'
import type { RoomRequest } from '#ground/http/handler.ts'
import { sha256Hex } from '#ground/kernel/digest.ts'
import { newId } from '#ground/kernel/ids.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { agentFamily, sessionEnd } from '../core/session.ts'
import type { Means } from '../core/session.ts'
import { addSession, endSession } from '../data/door.ts'
import { newToken } from './tokens.ts'
import type { Token } from './tokens.ts'

export type DoorRequest = Pick<RoomRequest, 'actor' | 'forgetSessions' | 'gate' | 'clock' | 'dice' | 'settings' | 'wire'>

/** Digest of the token this request came with; null without one. */
export function digestOfCookie(request: Pick<RoomRequest, 'wire'>): string | null {
  const token = request.wire.cookie(sessionCookie)
  return token === undefined || token === '' ? null : sha256Hex(token)
}

/** Hands the token to the browser until the session ends. */
export function handOut(request: Pick<RoomRequest, 'clock' | 'settings' | 'wire'>, { token }: Token): void {
  const now = request.clock.now()
  request.wire.setCookie(sessionCookie, token, Math.round((sessionEnd(now, request.settings['SESSION_DAYS']) - now) / 1000))
}

/** Begins a session in place of the one this browser had. */
export async function beginSession(request: DoorRequest, person: Id, means: Means): Promise<void> {
  const now = request.clock.now()
  const token = newToken(request.dice)
  const old = digestOfCookie(request)
  await request.gate(async (db) => {
    if (old !== null) await endSession(db, old)
    await addSession(db, {
      id: newId(request.clock, request.dice),
      token: token.digest,
      person,
      post: null,
      means,
      agent: agentFamily(request.wire.userAgent),
      created: new Date(now),
      expires: new Date(sessionEnd(now, request.settings['SESSION_DAYS'])),
    })
  })
  if (old !== null && request.actor.id !== null) request.forgetSessions(request.actor.id)
  handOut(request, token)
}
