// A photo on a phone, from the moment it is taken in until the server has recorded it. Its ids are made once, so that
// whatever is sent again is the same upload and the same item.

import type { Day } from '#ground/kernel/clock.ts'
import type { Phase } from './item.ts'

/** `storing`: being laid on the phone's disk. `waiting`: it lies there. `gone`: it was taken off, or never came to lie there. */
export type PhotoState = 'storing' | 'waiting' | 'arrived' | 'refused' | 'gone'

/** What is said of the photos that are taken in next. */
export interface Saying {
  readonly shows: string
  readonly spot: string
  readonly phase: Phase | null
  readonly effectiveOn: Day
}

export interface PocketPhoto extends Saying {
  /** Also the upload's id. */
  readonly id: string
  readonly item: string
  readonly unit: string
  readonly media: string
  readonly bytes: number
  readonly sha256: string
  /** The upload of the picture that stands for a film; absent for photos, and where this phone could make none. */
  readonly poster?: string
  /** The order of taking in. */
  readonly order: number
  readonly state: PhotoState
  /** The number of the refusal. */
  readonly refused: number | null
}

export type PocketPhotos = Readonly<Record<string, PocketPhoto>>

const rank: Readonly<Record<PhotoState, number>> = { storing: 0, waiting: 1, refused: 2, arrived: 3, gone: 4 }

/** Two pages of one phone tell each other of a photo: what is further on stands. */
export function stoodPhoto(photos: PocketPhotos, heard: PocketPhoto): PocketPhotos {
  const known = photos[heard.id]
  return known !== undefined && rank[known.state] > rank[heard.state] ? photos : { ...photos, [heard.id]: heard }
}

const inOrder = (photos: PocketPhotos): PocketPhoto[] => Object.values(photos).toSorted((one, other) => one.order - other.order)

/** Whether it is a film; said here, so that a first screen does not carry the kinds of files. */
export const isFilmed = ({ media }: Pick<PocketPhoto, 'media'>): boolean => media.startsWith('video/')

/** The photo that is sent next; undefined when none waits. */
export const photoToSend = (photos: PocketPhotos): PocketPhoto | undefined => inOrder(photos).find(({ state }) => state === 'waiting')

/** Whether the very picture is here already and has not been taken off. */
export const isHere = (photos: PocketPhotos, sha256: string): boolean =>
  Object.values(photos).some((photo) => photo.sha256 === sha256 && photo.state !== 'gone' && photo.state !== 'refused')

export interface Standing {
  /** On the phone, not at the server. */
  readonly kept: number
  readonly arrived: number
  readonly refused: number
}

/** What the honest bar says. A photo that is being laid down does not count as kept yet. */
export function standingOf(photos: PocketPhotos): Standing {
  const count = (state: PhotoState): number => Object.values(photos).filter((photo) => photo.state === state).length
  return { kept: count('waiting'), arrived: count('arrived'), refused: count('refused') }
}

/** Those to look at: refused ones first, then what waits, in the order of taking in. */
export const shownPhotos = (photos: PocketPhotos): PocketPhoto[] => [
  ...inOrder(photos).filter(({ state }) => state === 'refused'),
  ...inOrder(photos).filter(({ state }) => state === 'waiting' || state === 'storing'),
]

/** The day that a photo is recorded with: a phone whose clock is ahead would state a day that has not come. */
export const dayToRecord = (stated: Day, today: Day): Day => (stated > today ? today : stated)
