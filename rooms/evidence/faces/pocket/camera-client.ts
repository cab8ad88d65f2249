// The phone's calls.

import type { AnswerOf } from '#ground/http/contract.ts'
import { callByName, client } from '#ground/ui/client.ts'
import { patience as lasting } from '#ground/ui/patience.ts'
import type { contract } from '#rooms/evidence/contract.ts'
import type { EvidenceCall } from '../../core/take-in.ts'

export const evidence = client<typeof contract>('evidence')

export type Hand = AnswerOf<(typeof contract)['onHand']>

const patienceMs = 45_000

/** For one question over a poor line. */
export const patience = (): AbortSignal => lasting(patienceMs)

/** This room's endpoints as its core calls them. */
export const call: EvidenceCall = (key, given) => callByName('evidence', key, { ...given, signal: patience() })
