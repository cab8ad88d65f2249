// The photos that a judge's phone keeps: each with an id of its own from the moment it was taken, so that sending again is
// harmless, and none forgotten before it has arrived. The picture itself lies apart (faces/pocket); here is where it stands.

import { mostPhotos } from './photo.ts'
import type { PhotoMedia } from './photo-media.ts'

/**
 * storing: not on the device's disk yet. waiting: kept, to be sent. arrived: on the sheet at the server. refused: the server
 * did not take it; it stays here. leaving: taken off here, the server is still to hear of it. gone: taken off.
 */
export type PhotoState = 'storing' | 'waiting' | 'arrived' | 'refused' | 'leaving' | 'gone'

export interface LocalPhoto {
  readonly id: string
  readonly subject: string
  readonly component: string
  readonly media: PhotoMedia
  readonly bytes: number
  readonly sha256: string
  readonly state: PhotoState
  /** Number of the problem with which it was refused. */
  readonly refused: number | null
}

export type LocalPhotos = Readonly<Record<string, LocalPhoto>>

/** A photo as the server knows it. */
export interface ServerPhoto {
  readonly id: string
  readonly subject: string
  readonly component: string
}

type Sheet = Pick<LocalPhoto, 'subject' | 'component'>

/** What stands on a sheet to be seen, in the order in which it was taken. */
export function photosOn(photos: LocalPhotos, { subject, component }: Sheet): LocalPhoto[] {
  return Object.values(photos).filter(
    (photo) => photo.subject === subject && photo.component === component && photo.state !== 'leaving' && photo.state !== 'gone',
  )
}

/** How many more a sheet takes; one that the server refused holds no place. */
export const roomOn = (photos: LocalPhotos, sheet: Sheet): number =>
  Math.max(0, mostPhotos - photosOn(photos, sheet).filter(({ state }) => state !== 'refused').length)

/** Another page of this device, or a step that took long, says where a photo stands: it never goes back. */
const order: Readonly<Record<PhotoState, number>> = { storing: 0, waiting: 1, refused: 2, arrived: 3, leaving: 4, gone: 5 }

/** The photos after one of them has moved on; what would take it back changes nothing. */
export function stood(photos: LocalPhotos, next: LocalPhoto): LocalPhotos {
  const here = photos[next.id]
  return here !== undefined && order[next.state] <= order[here.state] ? photos : { ...photos, [next.id]: next }
}

/** The photo after a judge has taken it off: what the server may have, or may still get, it must hear of. */
export function takenOff(photo: LocalPhoto): LocalPhoto {
  return { ...photo, state: photo.state === 'waiting' || photo.state === 'arrived' ? 'leaving' : 'gone', refused: null }
}

/** The server did not let it go: it stands there still, or it never came. */
export function notLetGo(photos: LocalPhotos, id: string, server: readonly ServerPhoto[]): LocalPhotos {
  const here = photos[id]
  if (here?.state !== 'leaving') return photos
  return { ...photos, [id]: { ...here, state: server.some((one) => one.id === id) ? 'arrived' : 'gone' } }
}

/**
 * What the server has on the seat's sheets, taken in: photos of the device before appear here, and one whose receipt was
 * lost has arrived. What was taken off here stays off.
 */
export function mergedPhotos(photos: LocalPhotos, server: readonly ServerPhoto[]): LocalPhotos {
  let next = photos
  for (const { id, subject, component } of server) {
    const here = photos[id] ?? { id, subject, component, media: 'image/jpeg', bytes: 0, sha256: '', refused: null }
    next = stood(next, { ...here, state: 'arrived', refused: null })
  }
  return next
}

/** The next photo that the server is to hear of: first what is to go, because it may hold somebody's secret. */
export function photoToSend(photos: LocalPhotos): LocalPhoto | undefined {
  const all = Object.values(photos)
  return all.find(({ state }) => state === 'leaving') ?? all.find(({ state }) => state === 'waiting')
}

/** For the honest bar. */
export function photoDelivery(photos: LocalPhotos): Readonly<Record<'storing' | 'waiting' | 'arrived' | 'refused', number>> {
  const count = (...states: PhotoState[]): number => Object.values(photos).filter(({ state }) => states.includes(state)).length
  return { storing: count('storing'), waiting: count('waiting'), arrived: count('arrived'), refused: count('refused') }
}
