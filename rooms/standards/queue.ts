// What waits here for the acting post: drafts that a second person reads and issues.

import type { QueueOf } from '#ground/http/handler.ts'
import { countToIssue } from './data/queries.ts'

/** Entries of the desk's queue for the actor. */
export const queueOf: QueueOf = async (db, actor) => {
  const count = actor.grants.includes('standards.issue') && actor.id !== null ? await countToIssue(db, actor.writes, actor.id) : 0
  const title = { zh: '标准草稿待核对发布', en: 'Drafts of standards to check and issue' }
  return count === 0 ? [] : [{ title, count, path: '/desk/standards?state=draft' }]
}
