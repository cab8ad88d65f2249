// What waits in the ledger for the acting post: to accept or mend, to check, to decide, to arbitrate. Counted for the unit.

import type { Actor, QueueEntry, QueueOf } from '#ground/http/handler.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { countAsked, countWaiting } from './data/listing.ts'

const entry = (title: Text, count: number, query: string): QueueEntry[] =>
  count === 0 ? [] : [{ title, count, path: `/desk/ledger?${query}` }]

/** Entries of the desk's queue for the actor. */
export const queueOf: QueueOf = async (db, actor: Actor) => {
  const has = (permission: string): boolean => actor.grants.includes(permission)
  if (!has('ledger.read')) return []
  const found: QueueEntry[] = []
  if (has('ledger.answer')) {
    found.push(
      ...entry(
        { zh: '台账待接收', en: 'Ledger entries to accept' },
        await countWaiting(db, 'subject', actor.subjects, ['assigned']),
        'state=assigned',
      ),
      ...entry(
        { zh: '台账整改中', en: 'Ledger entries to mend' },
        await countWaiting(db, 'subject', actor.subjects, ['rectifying']),
        'state=rectifying',
      ),
    )
  }
  if (has('ledger.check')) {
    found.push(
      ...entry(
        { zh: '台账待复核', en: 'Ledger entries to check' },
        await countWaiting(db, 'unit', actor.scopes, ['checking']),
        'state=checking',
      ),
      ...entry({ zh: '延期申请待答复', en: 'Extensions to decide' }, await countAsked(db, actor.scopes), 'extension=asked'),
    )
  }
  if (has('ledger.arbitrate')) {
    found.push(
      ...entry(
        { zh: '台账待裁定', en: 'Ledger entries to arbitrate' },
        await countWaiting(db, 'unit', actor.scopes, ['refused']),
        'state=refused',
      ),
    )
  }
  return found
}
