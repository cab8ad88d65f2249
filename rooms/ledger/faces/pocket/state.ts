// What the page knows of a post's entries, and where each part lies on the phone: for each post apart, so that a phone that changes
// hands shows and sends nothing of whoever held it before.

import { chinaDay } from '#ground/kernel/clock.ts'
import type { Kept, KeptState } from '#ground/sync/kept.ts'
import type { LocalPicture, LocalPictures } from '../../core/pocket-pictures.ts'
import { pictureCounts } from '#rooms/evidence/core/device-pictures.ts'
import type { LocalStep, LocalSteps } from '../../core/pocket-steps.ts'
import { stepCounts } from '../../core/pocket-steps.ts'
import type { Hand, LedgerRecord } from './calls.ts'

export interface State {
  /** Null before the server has said for the first time whose list it is. */
  readonly hand: Hand | null
  /** Entries with their steps and pictures, as far as they have been fetched. */
  readonly records: Readonly<Record<string, LedgerRecord>>
  readonly steps: LocalSteps
  readonly pictures: LocalPictures
  readonly line: 'unknown' | 'open' | 'lost'
  readonly kept: KeptState
  readonly signedOut: boolean
  readonly otherRole: boolean
  /** The picture on its way, and how far it got. */
  readonly onWay: { readonly id: string; readonly share: number } | null
}

export const storeName = 'lx-ledger'
export const handKey = 'hand'
export const outKey = 'signed-out'
const prefix = (kind: 'record' | 'step' | 'picture', post: string): string => `${kind}/${post}/`
export const recordKey = (post: string, id: string): string => prefix('record', post) + id
export const stepKey = (post: string, id: string): string => prefix('step', post) + id
export const pictureKey = (post: string, id: string): string => prefix('picture', post) + id

/** Everything that the phone keeps of a post. */
export async function keptOf(kept: Kept, post: string): Promise<Pick<State, 'records' | 'steps' | 'pictures'>> {
  const all = async <T extends { readonly id: string }>(kind: 'record' | 'step' | 'picture'): Promise<Record<string, T>> =>
    Object.fromEntries([...(await kept.all<T>(prefix(kind, post))).values()].map((one) => [one.id, one]))
  return {
    records: await all<LedgerRecord>('record'),
    steps: await all<LocalStep>('step'),
    pictures: await all<LocalPicture>('picture'),
  }
}

/** The day it is: a phone's own clock counts only while there is no line, and never before the day on which the server was last heard. */
export function todayOf({ line }: Pick<State, 'line'>, hand: Hand): string {
  const device = chinaDay(Date.now())
  return line === 'open' || device < hand.today ? hand.today : device
}

/** What the honest bar says: steps and pictures together. */
export function barOf({ steps, pictures }: Pick<State, 'steps' | 'pictures'>) {
  const [done, taken] = [stepCounts(steps), pictureCounts(pictures)]
  return { here: done.here + taken.here, arrived: done.arrived + taken.arrived, refused: done.refused + taken.refused }
}
