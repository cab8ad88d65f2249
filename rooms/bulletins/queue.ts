// What waits among the bulletins for the acting post: drafts of others to sign off, signed ones to publish, and published ones with a
// picture whose evidence was masked or erased since, to be taken down by whoever publishes.

import type { Actor, QueueEntry, QueueOf } from '#ground/http/handler.ts'
import { withdrawnOf } from '#rooms/evidence/offers.ts'
import { standingPictures } from './data/pictures.ts'
import { countIn } from './data/queries.ts'

async function toTakeDown(db: Parameters<QueueOf>[0], actor: Actor): Promise<QueueEntry[]> {
  const standing = await standingPictures(db, actor.scopes)
  const withdrawn = await withdrawnOf(
    db,
    standing.map(({ item }) => item),
  )
  const bulletins = new Set(standing.flatMap(({ unit, bulletin, item }) => (withdrawn.has(item.id) ? [`${unit}.${bulletin}`] : [])))
  const [first] = bulletins
  // One after the other: the next is named when this one is done.
  return first === undefined
    ? []
    : [
        {
          title: { zh: '通报图片待撤下', en: 'Bulletin pictures to take down' },
          count: bulletins.size,
          path: `/desk/bulletins?open=${first}`,
        },
      ]
}

/** Entries of the desk's queue for the actor. */
export const queueOf: QueueOf = async (db, actor) => {
  const publishes = actor.grants.includes('bulletins.publish')
  const sign = actor.grants.includes('bulletins.sign') ? await countIn(db, actor.scopes, 'draft', actor.id) : 0
  const publish = publishes ? await countIn(db, actor.scopes, 'signed', null) : 0
  return [
    ...(sign === 0 ? [] : [{ title: { zh: '通报待签发', en: 'Bulletins to sign off' }, count: sign, path: '/desk/bulletins?state=draft' }]),
    ...(publish === 0
      ? []
      : [{ title: { zh: '通报待印发', en: 'Bulletins to publish' }, count: publish, path: '/desk/bulletins?state=signed' }]),
    ...(publishes ? await toTakeDown(db, actor) : []),
  ]
}
