// The photos of a seat on this device: taken in, freed of their place, laid on the disk, sent piece by piece when nothing else
// waits, and let go when they have arrived. Loaded after the first screen, because most sheets never have one.

import { openCamera } from '#ground/sync/camera.ts'
import type { Kept } from '#ground/sync/kept.ts'
import type { Outcome } from '#ground/sync/sender.ts'
import { sourceOf } from '#ground/ui/blob-source.ts'
import { newKey } from '#ground/ui/client.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import { sendFile } from '#rooms/evidence/core/send-file.ts'
import type { UploadDoor } from '#rooms/evidence/core/send-file.ts'
import { beginsAgain, readPicture } from '#rooms/evidence/core/take-in.ts'
import type { Unfit } from '#rooms/evidence/core/take-in.ts'
import { photoMedia } from '../../core/photo-media.ts'
import type { PhotoMedia } from '../../core/photo-media.ts'
import { mergedPhotos, notLetGo, photoToSend, roomOn, stood, takenOff } from '../../core/pocket-photos.ts'
import type { LocalPhoto, LocalPhotos } from '../../core/pocket-photos.ts'
import { patience, rounds } from './seat-client.ts'
import type { Mine } from './seat-client.ts'
import { keyOfPhoto, photoPrefix } from './seat-state.ts'
import type { Chosen, SeatState } from './seat-state.ts'

/** Why a picture was not taken in; nothing else is touched by it. */
export type PhotoTrouble = Unfit | 'full' | 'enough'

/** What the seat's store lends to its photos. */
export interface Lent {
  readonly kept: Kept
  get(): SeatState
  become(next: Partial<SeatState>): void
  keep(key: string, value: unknown): Promise<void>
  /** Whether something more urgent waits to be sent. */
  busy(): boolean
  wake(): void
  refresh(): Promise<boolean>
  refusedWhole(error: unknown): Promise<Outcome>
}

export interface PhotoStore {
  /** Takes a picture in for a sheet; null, or why not. */
  add(sheet: Chosen, file: Blob): Promise<PhotoTrouble | null>
  takeOff(id: string): void
  /** Takes in what the server says of the seat, and what the device has kept of it. */
  settle(): Promise<void>
  /** Sends one photo or lets one go; null when none waits. */
  attempt(): Promise<Outcome | null>
  /** Address of the small picture on this device; null when it has none. */
  pictureOf(id: string): Promise<string | null>
}

/** Small, so that a tap does not wait long for the line. */
const pieceBytes = 65_536
const noSuchSeat = 4112

const isRefusal = (error: unknown): error is ProblemError =>
  error instanceof ProblemError &&
  error.code !== 0 &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== 401 &&
  error.status !== 429 &&
  error.code !== noSuchSeat

function doorOf(seat: string, { id, subject, component, media }: LocalPhoto): UploadDoor {
  return {
    begin: ({ sha256, bytes }) => rounds.beginPhoto({ body: { seat, id, subject, component, sha256, bytes, media }, signal: patience() }),
    append: (photo, offset, bytes) => rounds.appendPhoto({ params: { photo }, query: { seat, offset }, bytes, signal: patience() }),
    finish: (photo) => rounds.finishPhoto({ params: { photo }, body: { seat }, signal: patience() }),
  }
}

/** Opens the photos of this page's store. */
export async function openPhotos(lent: Lent): Promise<PhotoStore> {
  let loaded: string | null = null
  const seatNow = (): string => lent.get().mine?.seat.id ?? ''

  /** Takes new photos in and writes those that differ. */
  const take = async (next: LocalPhotos): Promise<void> => {
    const before = lent.get().photos
    lent.become({ photos: next })
    const changed = Object.values(next).filter((photo) => before[photo.id] !== photo)
    await Promise.all(changed.map((photo) => lent.keep(keyOfPhoto(seatNow(), photo), photo)))
  }
  const camera = await openCamera<LocalPhoto, PhotoTrouble>({
    store: 'lx-photos',
    owner: seatNow,
    all: () => lent.get().photos,
    bytesOf: ({ bytes }) => bytes,
    take: (next) => take(stood(lent.get().photos, next)),
    read: (file) => readPicture(sourceOf(file), (media) => photoMedia.includes(media)),
    deliver: async (photo, bytes, sent) => {
      const { id, subject, component, media, sha256 } = photo
      const seat = seatNow()
      if (bytes !== undefined) {
        const declared = { id, unit: '', media, name: '' }
        await sendFile(sourceOf(bytes), declared, doorOf(seat, photo), { told: { sent }, chunk: pieceBytes, sha256 })
      }
      const { state } = await rounds.keepPhoto({ body: { seat, id, subject, component }, key: id, signal: patience() })
      lent.become({ line: 'open' })
      return { ...photo, state: state === 'kept' ? 'arrived' : 'gone' }
    },
    refusal: (error) => (isRefusal(error) ? error.code : null),
    beginsAgain,
    failed: lent.refusedWhole,
    // A score never waits for a picture.
    busy: lent.busy,
    onWay: (way) => lent.become(way === null ? { photoOnWay: way } : { photoOnWay: way, line: 'open' }),
  })

  lent.kept.hear((key, value) => {
    if (key.startsWith(photoPrefix(seatNow()))) lent.become({ photos: stood(lent.get().photos, value as LocalPhoto) })
  })

  const add: PhotoStore['add'] = async ({ subject, component }, file) => {
    if (roomOn(lent.get().photos, { subject, component }) === 0) return 'enough'
    const trouble = await camera.add(file, ({ media, bytes, sha256 }) =>
      roomOn(lent.get().photos, { subject, component }) === 0
        ? 'enough'
        : {
            id: newKey(),
            subject,
            component,
            media: media as PhotoMedia,
            bytes: bytes.length,
            sha256,
            state: 'storing',
            refused: null,
          },
    )
    if (trouble === null) lent.wake()
    return trouble
  }

  const settle: PhotoStore['settle'] = async () => {
    const { mine } = lent.get()
    if (mine === null) return
    if (loaded !== mine.seat.id) {
      loaded = mine.seat.id
      for (const photo of (await lent.kept.all<LocalPhoto>(photoPrefix(mine.seat.id))).values()) await camera.move(photo)
      await camera.settle(true)
    }
    // Kept by a page of before photos, it says nothing of them.
    const before = lent.get().photos
    await take(mergedPhotos(before, (mine as { readonly photos?: Mine['photos'] }).photos ?? []))
    // What has arrived without a receipt is let go of here as well.
    for (const photo of Object.values(lent.get().photos)) if (before[photo.id] !== photo) await camera.move(photo)
  }

  const letGo = async (seat: string, photo: LocalPhoto): Promise<Outcome> => {
    const { id, subject, component } = photo
    try {
      await rounds.withdrawPhoto({ body: { seat, id, subject, component }, key: `off-${id}`, signal: patience() })
      await camera.move({ ...photo, state: 'gone' })
    } catch (error) {
      if (!isRefusal(error)) return lent.refusedWhole(error)
      await lent.refresh()
      await take(notLetGo(lent.get().photos, id, lent.get().mine?.photos ?? []))
      const stands = lent.get().photos[id]
      if (stands !== undefined) await camera.move(stands)
    }
    return 'again'
  }

  await settle()
  return {
    add,
    takeOff: (id) => {
      const photo = lent.get().photos[id]
      if (photo === undefined) return
      void camera.move(takenOff(photo))
      lent.wake()
    },
    settle,
    attempt: async () => {
      const { mine, photos } = lent.get()
      const photo = photoToSend(photos)
      if (mine === null || photo === undefined) return null
      return photo.state === 'leaving' ? letGo(mine.seat.id, photo) : camera.send(photo)
    },
    pictureOf: (id) => camera.small(id),
  }
}
