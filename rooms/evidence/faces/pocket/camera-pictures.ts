// The pictures of this page as the house's camera keeps and sends them; fetched behind the first screen.

import { openCamera } from '#ground/sync/camera.ts'
import type { Camera } from '#ground/sync/camera.ts'
import type { Content } from '#ground/sync/pictures.ts'
import type { Outcome } from '#ground/sync/sender.ts'
import { isFinal } from '#ground/ui/patience.ts'
import type { PocketPhoto } from '../../core/pocket-photo.ts'
import { beginsAgain } from '../../core/take-in.ts'
import { namedPhoto, readPhoto } from './camera-intake.ts'
import type { Trouble } from './camera-intake.ts'
import { deliver } from './camera-sending.ts'
import { pictureStore } from './camera-state.ts'
import type { CameraState } from './camera-state.ts'

/** What the store lends. */
export interface Lent {
  get(): CameraState
  become(next: Partial<CameraState>): void
  take(photo: PocketPhoto): Promise<void>
  failed(error: unknown): Outcome
}

export interface Pictures extends Omit<Camera<PocketPhoto, Trouble, Content>, 'add'> {
  /** Takes one picture in, with what is said now; null, or why not. */
  add(file: Blob): Promise<Trouble | null>
}

export async function openPictures({ get, become, take, failed }: Lent): Promise<Pictures> {
  const camera: Camera<PocketPhoto, Trouble, Content> = await openCamera<PocketPhoto, Trouble, Content>({
    store: pictureStore,
    owner: () => get().hand?.post ?? '',
    all: () => get().photos,
    bytesOf: ({ bytes }) => bytes,
    take,
    read: (file) => readPhoto(file, get().hand?.filmBytes ?? 0),
    beside: ({ poster }, { look }) =>
      poster === undefined || look === undefined || look === null ? [] : [{ key: poster, bytes: new Uint8Array(look) }],
    besideOf: ({ poster }) => (poster === undefined ? [] : [poster]),
    deliver: async (photo, bytes, told) => {
      const still = photo.poster === undefined ? undefined : await camera.bytes(photo.poster)
      return deliver(photo, { bytes, still, today: get().hand?.today ?? photo.effectiveOn }, told)
    },
    refusal: (error) => (isFinal(error) ? error.code : null),
    beginsAgain,
    failed,
    onWay: (onWay) => become(onWay === null ? { onWay } : { onWay, line: 'open' }),
  })
  // At hand before a film is chosen, perhaps without a line; where it does not come now, it is asked for then.
  if ((get().hand?.filmBytes ?? 0) > 0) void import('./film-intake.ts').catch(() => undefined)
  return { ...camera, add: (file) => camera.add(file, (taken) => namedPhoto(get(), taken)) }
}
