// What other rooms may ask of this one: how many complaints wait for the acting post, for the desk's queue.

import type { Kysely } from 'kysely'
import type { Actor } from '#ground/http/handler.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import { openStates } from './core/state.ts'
import { countOpen } from './data/queries.ts'

export interface QueueEntry {
  readonly title: Text
  readonly count: number
  readonly path: string
}

/** Entries of the desk's queue for the actor; empty for posts that handle nothing here. */
export async function queueOf(db: Kysely<Database>, actor: Actor): Promise<QueueEntry[]> {
  if (!actor.grants.includes('feedback.handle')) return []
  const count = await countOpen(db, actor.scopes, openStates)
  return count === 0 ? [] : [{ title: { zh: '投诉建议待办', en: 'Feedback to handle' }, count, path: '/desk/feedback?state=open' }]
}
