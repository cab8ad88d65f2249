// What waits among the bulletins for the acting post: drafts of others to sign off, signed ones to publish.

import type { QueueOf } from '#ground/http/handler.ts'
import { countIn } from './data/queries.ts'

/** Entries of the desk's queue for the actor. */
export const queueOf: QueueOf = async (db, actor) => {
  const sign = actor.grants.includes('bulletins.sign') ? await countIn(db, actor.scopes, 'draft', actor.id) : 0
  const publish = actor.grants.includes('bulletins.publish') ? await countIn(db, actor.scopes, 'signed', null) : 0
  return [
    ...(sign === 0 ? [] : [{ title: { zh: '通报待签发', en: 'Bulletins to sign off' }, count: sign, path: '/desk/bulletins?state=draft' }]),
    ...(publish === 0
      ? []
      : [{ title: { zh: '通报待印发', en: 'Bulletins to publish' }, count: publish, path: '/desk/bulletins?state=signed' }]),
  ]
}
