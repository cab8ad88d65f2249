// What the photo page knows, and where each part lies on the phone. Kept apart by post:
// another account on the same phone sees nothing of it.

import type { KeptState } from '#ground/sync/kept.ts'
import type { PocketPhotos, Saying } from '../../core/pocket-photo.ts'
import type { Hand } from './camera-client.ts'

export interface CameraState {
  /** For whom photos are taken in; null before the server has said so for the first time. */
  readonly hand: Hand | null
  readonly photos: PocketPhotos
  readonly said: Saying
  readonly line: 'unknown' | 'open' | 'lost'
  readonly kept: KeptState
  readonly signedOut: boolean
  /** The acting post does not upload. */
  readonly otherRole: boolean
  /** The photo on its way, and how far it got. */
  readonly onWay: { readonly id: string; readonly share: number } | null
}

export const storeName = 'lx-evidence'
export const pictureStore = 'lx-evidence-pictures'
export const handKey = 'hand'
export const outKey = 'out'
export const photoPrefix = (post: string): string => `photo/${post}/`
export const photoKey = (post: string, id: string): string => photoPrefix(post) + id
export const saidKey = (post: string): string => `said/${post}`
