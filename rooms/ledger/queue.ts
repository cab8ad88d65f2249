// What waits in the ledger for the acting post: to accept or mend, to check, to decide, to arbitrate. Counted for the unit.
// A post that only mends sees all of its unit; one that also checks sees what its own unit has to mend, not its villages'.

import type { Actor, QueueEntry, QueueOf } from '#ground/http/handler.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { covers } from '#ground/kernel/code.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { arbiterOf } from './core/guards.ts'
import { countTold } from './data/late.ts'
import { countAsked, countLookBacks, lateByUnit, waiting } from './data/counting.ts'

const entry = (title: Text, count: number, query: string): QueueEntry[] =>
  count === 0 ? [] : [{ title, count, path: `/desk/ledger?${query}` }]

const sum = (rows: readonly { readonly code: Code; readonly count: number }[], counts: (code: Code) => boolean): number =>
  rows.reduce((whole, { code, count }) => (counts(code) ? whole + count : whole), 0)

type Db = Parameters<QueueOf>[0]

async function toMend(db: Db, actor: Actor, today: Day | undefined): Promise<QueueEntry[]> {
  const own = (code: Code): boolean => code === actor.unit || !actor.grants.includes('ledger.check')
  const [accept, mend, late] = [
    await waiting(db, 'subject', actor.subjects, 'assigned'),
    await waiting(db, 'subject', actor.subjects, 'rectifying'),
    today === undefined ? [] : await lateByUnit(db, actor.subjects, today),
  ]
  return [
    ...entry({ zh: '台账待接收', en: 'Ledger: to accept' }, sum(accept, own), 'state=assigned'),
    ...entry({ zh: '台账已逾期', en: 'Ledger: late' }, sum(late, own), 'late=late'),
    ...entry({ zh: '台账整改中', en: 'Ledger: to mend' }, sum(mend, own), 'state=rectifying'),
  ]
}

async function toCheck(db: Db, actor: Actor, today: Day | undefined): Promise<QueueEntry[]> {
  const check = await waiting(db, 'unit', actor.scopes, 'checking')
  return [
    ...entry(
      { zh: '台账待复核', en: 'Ledger: to check' },
      sum(check, () => true),
      'state=checking',
    ),
    ...entry({ zh: '延期申请待答复', en: 'Ledger: extensions to decide' }, await countAsked(db, actor.scopes), 'extension=asked'),
    ...entry(
      { zh: '到期回头看', en: 'Ledger: to look back at' },
      today === undefined ? 0 : await countLookBacks(db, actor.scopes, today),
      'lookback=due',
    ),
    ...entry(
      { zh: '逾期上报本级', en: 'Ledger: late, told to your unit' },
      actor.unit === null ? 0 : await countTold(db, actor.unit),
      'told=yes',
    ),
  ]
}

async function toArbitrate(db: Db, actor: Actor): Promise<QueueEntry[]> {
  const refused = await waiting(db, 'unit', actor.scopes, 'refused')
  const here = (code: Code): boolean => covers(actor.scopes, arbiterOf(code))
  return entry({ zh: '台账待裁定', en: 'Ledger: to arbitrate' }, sum(refused, here), 'state=refused')
}

/** Entries of the desk's queue for the actor. */
export const queueOf: QueueOf = async (db, actor, today) => {
  const has = (permission: string): boolean => actor.grants.includes(permission)
  return [
    ...(has('ledger.answer') ? await toMend(db, actor, today) : []),
    ...(has('ledger.check') ? await toCheck(db, actor, today) : []),
    ...(has('ledger.arbitrate') ? await toArbitrate(db, actor) : []),
  ]
}
