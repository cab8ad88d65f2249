// Pictures of what was seen, on an inspector's phone: each named before its bytes are laid down, sent when its finding has
// arrived, recorded and cited under ids that it has from the beginning, so that sending again is harmless.

import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'

/** storing: not on the device's disk yet. waiting: kept. arrived: recorded and cited there. gone: taken off before it was sent. */
export type PictureState = 'storing' | 'waiting' | 'arrived' | 'refused' | 'gone'

export interface LocalPicture {
  /** Of the upload and of the citation. */
  readonly id: Id
  /** Of the evidence. */
  readonly item: Id
  readonly finding: Id
  readonly unit: Code
  readonly inspection: Id
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

export type LocalPictures = Readonly<Record<Id, LocalPicture>>

/** Most pictures of one finding. */
export const mostPictures = 6

const order: Readonly<Record<PictureState, number>> = { storing: 0, waiting: 1, refused: 2, arrived: 3, gone: 4 }

/** With one that moved on; what would take it back changes nothing. */
export function stoodPicture(pictures: LocalPictures, next: LocalPicture): LocalPictures {
  const here = pictures[next.id]
  return here !== undefined && order[next.state] < order[here.state] ? pictures : { ...pictures, [next.id]: next }
}

/** What is to be seen at a finding, in the order in which it was taken. */
export const picturesOf = (pictures: LocalPictures, finding: Id): LocalPicture[] =>
  Object.values(pictures)
    .filter((one) => one.finding === finding && one.state !== 'gone')
    .toSorted((a, b) => a.made - b.made)

/** The next to send: only of findings that have arrived. */
export const pictureToSend = (pictures: LocalPictures, hasArrived: (finding: Id) => boolean): LocalPicture | undefined =>
  Object.values(pictures)
    .filter((one) => one.state === 'waiting' && hasArrived(one.finding))
    .toSorted((a, b) => a.made - b.made)[0]

/** Pictures that go along when a finding is noted anew under another id. */
export const moved = (pictures: LocalPictures, from: Id, to: Id): LocalPicture[] =>
  Object.values(pictures)
    .filter((one) => one.finding === from && one.state !== 'arrived' && one.state !== 'gone')
    .map((one) => ({ ...one, finding: to }))

/** For the bar that is always honest. */
export const pictureCounts = (pictures: LocalPictures): { readonly here: number; readonly arrived: number; readonly refused: number } => {
  const of = (...states: PictureState[]): number => Object.values(pictures).filter((one) => states.includes(one.state)).length
  return { here: of('storing', 'waiting'), arrived: of('arrived'), refused: of('refused') }
}
