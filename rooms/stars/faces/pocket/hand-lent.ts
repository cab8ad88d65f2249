// What the store of a page lends to those who ask and send for it.

import type { Kept } from '#ground/sync/kept.ts'
import type { Outcome } from '#ground/sync/sender.ts'
import type { LocalPieces } from '../../core/pocket-pieces.ts'
import type { LocalRows } from '../../core/pocket-rows.ts'
import type { At } from './hand-client.ts'
import type { HandState } from './hand-state.ts'

export interface Lent {
  readonly kept: Kept
  get(): HandState
  become(next: Partial<HandState>): void
  takeRows(next: LocalRows): Promise<void>
  takePieces(next: LocalPieces): Promise<void>
  refresh(): Promise<boolean>
  /** Fetches one star anew; what went wrong, or null. */
  look(at: At): Promise<unknown>
  /** What an answer that concerns more than one thing, or none at all, means for going on. */
  failed(error: unknown): Promise<Outcome>
  wake(): void
}
