// What is new for the person since it was last put away.

import type { QueueOf } from '#ground/http/handler.ts'
import { markOf } from './data/own.ts'
import { countNew } from './data/queries.ts'

/** Entries of the desk's queue for the actor. */
export const queueOf: QueueOf = async (db, { grants, unit, role, post }) => {
  if (!grants.includes('notices.read') || unit === null || role === null || post === null) return []
  const count = await countNew(db, { unit, role }, await markOf(db, { unit, post }))
  return count === 0 ? [] : [{ title: { zh: '新通知', en: 'New notices' }, count, path: '/desk/notices' }]
}
