// Pictures on a phone for one of its steps: before and after, never required. They go when their step has arrived, because words
// are quicker, and are cited for the entry under ids made here.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'

/** As the house's camera has them (ground/sync/camera.ts). */
export type PictureState = 'storing' | 'waiting' | 'arrived' | 'refused' | 'gone'

/** What stood there before it was mended, or what stands there now. */
export type PicturePhase = 'before' | 'after'

export interface LocalPicture {
  /** Of the upload and of the citation. */
  readonly id: Id
  /** Of the evidence. */
  readonly item: Id
  readonly step: Id
  readonly entry: Id
  /** The unit that owns the entry, the one whose post takes the picture, and the one it is of. */
  readonly owner: Code
  readonly unit: Code
  readonly subject: Code
  readonly shows: string
  readonly phase: PicturePhase
  readonly media: string
  readonly bytes: number
  readonly sha256: string
  /** The day of taking it in by this device, and the server's when it was last heard before. */
  readonly on: Day
  readonly opened: Day
  readonly made: number
  readonly state: PictureState
  readonly refused: number | null
}

export type LocalPictures = Readonly<Record<Id, LocalPicture>>

/** Most pictures of one step. */
export const mostPictures = 6

const order: Readonly<Record<PictureState, number>> = { storing: 0, waiting: 1, refused: 2, arrived: 3, gone: 4 }

/** With one that moved on; what would take it back changes nothing. */
export function stoodPicture(pictures: LocalPictures, next: LocalPicture): LocalPictures {
  const here = pictures[next.id]
  return here !== undefined && order[next.state] < order[here.state] ? pictures : { ...pictures, [next.id]: next }
}

/** What is to be seen at a step, in the order in which it was taken. */
export const picturesOf = (pictures: LocalPictures, step: Id): LocalPicture[] =>
  Object.values(pictures)
    .filter((one) => one.step === step && one.state !== 'gone')
    .toSorted((a, b) => a.made - b.made)

/** The next to send: only of steps that have arrived. */
export const pictureToSend = (pictures: LocalPictures, hasArrived: (step: Id) => boolean): LocalPicture | undefined =>
  Object.values(pictures)
    .filter((one) => one.state === 'waiting' && hasArrived(one.step))
    .toSorted((a, b) => a.made - b.made)[0]

/** Pictures that go along when a step is taken anew under another id. */
export const moved = (pictures: LocalPictures, from: Id, to: Id): LocalPicture[] =>
  picturesOf(pictures, from)
    .filter(({ state }) => state !== 'arrived')
    .map((one) => ({ ...one, step: to }))

/** The day it is recorded of: the phone's, but never before the entry was fetched nor after the server's today. */
export function dayOfPicture({ on, opened }: Pick<LocalPicture, 'on' | 'opened'>, today: Day): Day {
  const notBefore = on < opened ? opened : on
  return notBefore > today ? today : notBefore
}

/** For the bar that is always honest. */
export const pictureCounts = (pictures: LocalPictures): { readonly here: number; readonly arrived: number; readonly refused: number } => {
  const of = (...states: PictureState[]): number => Object.values(pictures).filter((one) => states.includes(one.state)).length
  return { here: of('storing', 'waiting'), arrived: of('arrived'), refused: of('refused') }
}
