// Pictures on a phone that belong to something it notes (a step of an entry, a finding): each named before its bytes are laid
// down, sent when what it belongs to has arrived, because words are quicker, and recorded and cited under ids that it has from the
// beginning, so that sending again is harmless. What it belongs to, the room of it says.

import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'

/**
 * storing: not on the device's disk yet. waiting: kept. arrived: recorded and cited there. refused: not taken. gone: taken off
 * before it was sent. As the house's camera has them (ground/sync/camera.ts).
 */
export type PictureState = 'storing' | 'waiting' | 'arrived' | 'refused' | 'gone'

export interface DevicePicture {
  /** Of the upload and of the citation. */
  readonly id: Id
  /** Of the evidence. */
  readonly item: Id
  /** The unit whose post takes it, and the one it is of. */
  readonly unit: Code
  readonly subject: Code
  readonly media: string
  readonly bytes: number
  readonly sha256: string
  /** When it was taken in, by this device. */
  readonly made: number
  readonly state: PictureState
  /** Number of the problem with which it was refused. */
  readonly refused: number | null
}

export type DevicePictures<P extends DevicePicture> = Readonly<Record<Id, P>>

/** Most pictures of one step or finding. */
export const mostPictures = 6

const order: Readonly<Record<PictureState, number>> = { storing: 0, waiting: 1, refused: 2, arrived: 3, gone: 4 }

/** With one that moved on; what would take it back changes nothing. */
export function stoodPicture<P extends DevicePicture>(pictures: DevicePictures<P>, next: P): DevicePictures<P> {
  const here = pictures[next.id]
  return here !== undefined && order[next.state] < order[here.state] ? pictures : { ...pictures, [next.id]: next }
}

/** Those that are to be seen where they belong, in the order in which they were taken. */
export const picturesWhere = <P extends DevicePicture>(pictures: DevicePictures<P>, belongs: (picture: P) => boolean): P[] =>
  Object.values<P>(pictures)
    .filter((one) => one.state !== 'gone' && belongs(one))
    .toSorted((a, b) => a.made - b.made)

/** The next to send: only of what has arrived. */
export const nextPicture = <P extends DevicePicture>(pictures: DevicePictures<P>, hasArrived: (picture: P) => boolean): P | undefined =>
  picturesWhere(pictures, (one) => one.state === 'waiting' && hasArrived(one))[0]

/** For the bar that is always honest. */
export const pictureCounts = (
  pictures: DevicePictures<DevicePicture>,
): { readonly here: number; readonly arrived: number; readonly refused: number } => {
  const of = (...states: PictureState[]): number => Object.values(pictures).filter((one) => states.includes(one.state)).length
  return { here: of('storing', 'waiting'), arrived: of('arrived'), refused: of('refused') }
}
