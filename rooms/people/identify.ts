// From a session token to the actor: run by the server as the gate role, for every request whose answer it no longer keeps.
// Whoever still has to change a one-time password, or holds no post today, is an account without any reach.

import type { Actor, DirectoryOf, Identify } from '#ground/http/handler.ts'
import { levelOf } from '#ground/kernel/code.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { sha256Hex } from '#ground/kernel/digest.ts'
import { nobody } from '#ground/postgres/actor.ts'
import { reachOf } from '#rooms/units/offers.ts'
import { actingPost, dayEnd } from './core/post.ts'
import { everywhere } from './core/reach.ts'
import { accountsCalled, accountsNamed } from './data/directory.ts'
import { allPostsOf, findSession } from './data/door.ts'

export const identify: Identify = async ({ db, token, clock, grantsOf }) => {
  const now = clock.now()
  const session = await findSession(db, sha256Hex(token), new Date(now))
  if (session === undefined || session.state !== 'active') return null
  const { id, person, language } = session
  const over = session.expires.getTime()
  const alone: Actor = { ...nobody, id: person }
  if (session.must_change) return { id, language, actor: alone, until: over }
  const today = chinaDay(now)
  const post = actingPost(await allPostsOf(db, person), session.post, today)
  if (post === null) return { id, language, actor: alone, until: over }
  const reach =
    post.role === 'operator' && levelOf(post.unit) === 1 ? { scopes: everywhere, writes: everywhere } : await reachOf(db, post.unit, today)
  const actor: Actor = {
    id: person,
    post: post.id,
    role: post.role,
    unit: post.unit,
    scopes: reach.scopes,
    writes: reach.writes,
    subjects: reach.scopes,
    seats: [],
    stars: post.star === null ? [] : [post.star],
    grants: grantsOf(post.role),
  }
  return { id, language, actor, until: Math.min(over, post.to === null ? over : dayEnd(post.to)) }
}

/** Names for the rooms that know people by id only; run in the request's own transaction. */
export const directory: DirectoryOf = (db) => ({
  named: async (ids) => new Map((await accountsNamed(db, ids)).map((account) => [account.id, account])),
  called: (texts) => accountsCalled(db, texts),
})
