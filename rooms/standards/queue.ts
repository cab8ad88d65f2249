// What waits here for the acting post: drafts that a second person reads and issues, and drafts that were sent back to who wrote them.

import type { QueueOf } from '#ground/http/handler.ts'
import { countDrafts } from './data/drafts.ts'

/** Entries of the desk's queue for the actor. */
export const queueOf: QueueOf = async (db, actor) => {
  const [issues, drafts] = [actor.grants.includes('standards.issue'), actor.grants.includes('standards.draft')]
  if (actor.id === null || !(issues || drafts)) return []
  const { toIssue, toMend } = await countDrafts(db, actor.writes, actor.id)
  const path = '/desk/standards?state=draft'
  return [
    { title: { zh: '标准草稿待核对发布', en: 'Drafts of standards to check and issue' }, count: issues ? toIssue : 0, path },
    { title: { zh: '退回的标准草稿待修改', en: 'Drafts of standards sent back to mend' }, count: drafts ? toMend : 0, path },
  ].filter(({ count }) => count > 0)
}
