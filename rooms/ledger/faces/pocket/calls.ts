// The phone's calls, and how a step travels.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import { patience as lasting } from '#ground/ui/patience.ts'
import type { contract } from '#rooms/ledger/contract.ts'
import { usualCount } from '../../core/pocket-steps.ts'
import type { LocalStep } from '../../core/pocket-steps.ts'

export const ledger = client<typeof contract>('ledger')

export type Hand = AnswerOf<(typeof contract)['onHand']>
export type HandRow = Hand['rows'][number]
export type LedgerRecord = AnswerOf<(typeof contract)['get']>
export type Exhibit = LedgerRecord['exhibits'][number]

const patienceMs = 20_000

/** For one question over a poor line. */
export const patience = (): AbortSignal => lasting(patienceMs)

/** Sends a step under its own key, with how the entry stood when it was decided. */
export function sendStep({ id, unit, entry, verb, text, until, count: given, seen }: LocalStep): Promise<LedgerRecord> {
  const call = { params: { unit, id: entry }, key: id, signal: patience() }
  const said = text.trim()
  const count = given ?? usualCount(verb)
  switch (verb) {
    case 'accept':
      return ledger.accept({ ...call, body: { seen } })
    case 'refuse':
      return ledger.refuse({ ...call, body: { basis: said, seen } })
    case 'rectify':
      return ledger.rectify({ ...call, body: { report: said, seen } })
    case 'closeOut':
      return ledger.closeOut({ ...call, body: { found: said, lookBackMonths: count, seen } })
    case 'return':
      return ledger.return({ ...call, body: { reason: said, days: count, seen } })
    default:
      return ledger.askExtension({ ...call, body: { until, reason: said, seen } })
  }
}
