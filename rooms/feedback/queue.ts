// How many complaints wait for the acting post, for the desk's queue.

import type { QueueOf } from '#ground/http/handler.ts'
import { openStates } from './core/state.ts'
import { countOpen } from './data/queries.ts'

/** Entries of the desk's queue for the actor; empty for posts that handle nothing here. */
export const queueOf: QueueOf = async (db, actor) => {
  if (!actor.grants.includes('feedback.handle')) return []
  const count = await countOpen(db, actor.scopes, openStates)
  return count === 0 ? [] : [{ title: { zh: '投诉建议待办', en: 'Feedback to handle' }, count, path: '/desk/feedback?state=open' }]
}
