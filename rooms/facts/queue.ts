// What waits here for the acting post: requests for correction that an office has to answer.

import type { QueueOf } from '#ground/http/handler.ts'
import { countWaiting } from './data/doubts.ts'

/** Entries of the desk's queue for the actor. */
export const queueOf: QueueOf = async (db, actor) => {
  const count = actor.grants.includes('facts.answer') ? await countWaiting(db, actor.scopes) : 0
  return count === 0 ? [] : [{ title: { zh: '更正申请待答复', en: 'Requests for correction' }, count, path: '/desk/facts?view=doubts' }]
}
