// The photos of a seat on this device: taken in, freed of their place, laid on the disk, sent piece by piece when nothing else
// waits, and let go when they have arrived. Loaded after the first screen, because most sheets never have one.

import { openKept } from '#ground/sync/kept.ts'
import type { Kept } from '#ground/sync/kept.ts'
import { thumbOf } from '#ground/sync/pictures.ts'
import type { Outcome } from '#ground/sync/sender.ts'
import { sourceOf } from '#ground/ui/blob-source.ts'
import { newKey } from '#ground/ui/client.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import { withoutLocation } from '#rooms/evidence/core/location.ts'
import { firstBytes, kinds, mediaOf } from '#rooms/evidence/core/media.ts'
import { hashOf, sendFile } from '#rooms/evidence/core/send-file.ts'
import type { UploadDoor } from '#rooms/evidence/core/send-file.ts'
import { photoMedia } from '../../core/photo-media.ts'
import type { PhotoMedia } from '../../core/photo-media.ts'
import { mergedPhotos, notLetGo, photoToSend, roomOn, stood, takenOff } from '../../core/pocket-photos.ts'
import type { LocalPhoto, LocalPhotos } from '../../core/pocket-photos.ts'
import { patience, rounds } from './seat-client.ts'
import type { Mine } from './seat-client.ts'
import { keyOfPhoto, photoPrefix } from './seat-state.ts'
import type { Chosen, SeatState } from './seat-state.ts'

/** Why a picture was not taken in; nothing else is touched by it. */
export type PhotoTrouble = 'full' | 'unfit' | 'large' | 'unreadable' | 'enough'

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

const pictureStore = 'lx-photos'
/** Small, so that a tap does not wait long for the line. */
const pieceBytes = 65_536
/** Room that a picture leaves on a full disk for what is typed. */
const spareBytes = 524_288
const spareKey = 'spare'
const noSuchSeat = 4112
/** The server is behind or ahead of this page: beginning again finds out. */
const anew = new Set([3600, 3602, 3604, 3611])

class Yield extends Error {}

const isRefusal = (error: unknown): error is ProblemError =>
  error instanceof ProblemError &&
  error.code !== 0 &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== 401 &&
  error.status !== 429

/** The picture's bytes without its place, or what is wrong with it. */
async function read(file: Blob): Promise<{ media: PhotoMedia; bytes: Uint8Array<ArrayBuffer> } | PhotoTrouble> {
  const source = sourceOf(file)
  try {
    const media = mediaOf(await source.read(0, Math.min(firstBytes, source.size)))
    if (media === null || media === 'two' || !photoMedia.includes(media)) return 'unfit'
    if (source.size > kinds[media].mostBytes) return 'large'
    return { media, bytes: withoutLocation(media, await source.read(0, source.size)) }
  } catch {
    return 'unreadable'
  }
}

/** Lays a picture on the disk, and only where enough is left beside it for what is typed. */
async function layDown(pictures: Kept, key: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  await pictures.set(spareKey, new ArrayBuffer(spareBytes))
  await pictures.set(key, bytes.buffer)
  const full = pictures.state === 'full'
  if (full) await pictures.remove(key)
  await pictures.remove(spareKey)
  return !full
}

function doorOf(seat: string, { id, subject, component, media }: LocalPhoto): UploadDoor {
  return {
    begin: ({ sha256, bytes }) => rounds.beginPhoto({ body: { seat, id, subject, component, sha256, bytes, media }, signal: patience() }),
    append: (photo, offset, bytes) => rounds.appendPhoto({ params: { photo }, query: { seat, offset }, bytes, signal: patience() }),
    finish: (photo) => rounds.finishPhoto({ params: { photo }, body: { seat }, signal: patience() }),
  }
}

/** Opens the photos of this page's store. */
export async function openPhotos(lent: Lent): Promise<PhotoStore> {
  const pictures = await openKept(pictureStore)
  const addresses = new Map<string, string>()
  /** How far the server was known to be with each. */
  const reached = new Map<string, number>()
  let loaded: string | null = null
  const seatNow = (): string => lent.get().mine?.seat.id ?? ''
  const bytesKey = (id: string): string => `bytes/${seatNow()}/${id}`
  const thumbKey = (id: string): string => `thumb/${seatNow()}/${id}`

  /** Takes new photos in and writes those that differ. */
  const take = async (next: LocalPhotos): Promise<void> => {
    const before = lent.get().photos
    lent.become({ photos: next })
    const changed = Object.values(next).filter((photo) => before[photo.id] !== photo)
    await Promise.all(changed.map((photo) => lent.keep(keyOfPhoto(seatNow(), photo), photo)))
    for (const { id, state } of changed) {
      if (state === 'arrived' || state === 'gone') await pictures.remove(bytesKey(id))
      if (state === 'gone') await pictures.remove(thumbKey(id))
    }
  }
  const move = (next: LocalPhoto): Promise<void> => take(stood(lent.get().photos, next))

  lent.kept.hear((key, value) => {
    if (key.startsWith(photoPrefix(seatNow()))) lent.become({ photos: stood(lent.get().photos, value as LocalPhoto) })
  })

  const add: PhotoStore['add'] = async ({ subject, component }, file) => {
    if (roomOn(lent.get().photos, { subject, component }) === 0) return 'enough'
    const picture = await read(file)
    if (typeof picture === 'string') return picture
    const { media, bytes } = picture
    const sha256 = await hashOf(sourceOf(bytes))
    const photo: LocalPhoto = { id: newKey(), subject, component, media, bytes: bytes.length, sha256, state: 'storing', refused: null }
    if (roomOn(lent.get().photos, photo) === 0) return 'enough'
    // Named before its bytes are laid down: after a kill between the two nothing lies there that nobody knows of.
    await move(photo)
    const thumb = await thumbOf(new Blob([bytes], { type: media }))
    if (thumb !== null) addresses.set(photo.id, URL.createObjectURL(new Blob([thumb], { type: 'image/jpeg' })))
    if (!(await layDown(pictures, bytesKey(photo.id), bytes))) {
      await move(takenOff(photo))
      return 'full'
    }
    if (thumb !== null) {
      await pictures.set(thumbKey(photo.id), thumb)
      if (pictures.state === 'full') await pictures.remove(thumbKey(photo.id))
    }
    await move({ ...photo, state: 'waiting' })
    lent.wake()
    return null
  }

  /** What was being laid down when the page ended is there whole, or was never said to be kept. */
  const found = async (photo: LocalPhoto): Promise<LocalPhoto> => {
    if (photo.state !== 'storing') return photo
    const bytes = await pictures.get<ArrayBuffer>(bytesKey(photo.id))
    return { ...photo, state: bytes?.byteLength === photo.bytes ? 'waiting' : 'gone' }
  }

  const settle: PhotoStore['settle'] = async () => {
    const { mine } = lent.get()
    if (mine === null) return
    if (loaded !== mine.seat.id) {
      loaded = mine.seat.id
      const stored = [...(await lent.kept.all<LocalPhoto>(photoPrefix(mine.seat.id))).values()]
      for (const photo of stored) await move(await found(photo))
    }
    // Kept by a page of before photos, it says nothing of them.
    await take(mergedPhotos(lent.get().photos, (mine as { readonly photos?: Mine['photos'] }).photos ?? []))
  }

  const letGo = async (seat: string, photo: LocalPhoto): Promise<Outcome> => {
    const { id, subject, component } = photo
    try {
      await rounds.withdrawPhoto({ body: { seat, id, subject, component }, key: `off-${id}`, signal: patience() })
      await move({ ...photo, state: 'gone' })
    } catch (error) {
      if (!isRefusal(error) || error.code === noSuchSeat) return lent.refusedWhole(error)
      await lent.refresh()
      await take(notLetGo(lent.get().photos, id, lent.get().mine?.photos ?? []))
    }
    return 'again'
  }

  const send = async (seat: string, photo: LocalPhoto): Promise<Outcome> => {
    const { id, subject, component, media, sha256 } = photo
    const bytes = await pictures.get<ArrayBuffer>(bytesKey(id))
    const before = reached.get(id) ?? 0
    try {
      const sent = (done: number, of: number): void => {
        lent.become({ photoOnWay: { id, share: of === 0 ? 0 : done / of }, line: 'open' })
        reached.set(id, Math.max(reached.get(id) ?? 0, done))
        // A score never waits for a picture; what has been acknowledged is not sent twice.
        if (lent.busy()) throw new Yield()
      }
      // Bytes that the device has lost may have arrived all the same.
      if (bytes !== undefined) {
        const declared = { id, unit: '', media, name: '' }
        await sendFile(sourceOf(bytes), declared, doorOf(seat, photo), { told: { sent }, chunk: pieceBytes, sha256 })
      }
      const { state } = await rounds.keepPhoto({ body: { seat, id, subject, component }, key: id, signal: patience() })
      lent.become({ line: 'open' })
      await move({ ...photo, state: state === 'kept' ? 'arrived' : 'gone' })
      return 'again'
    } catch (error) {
      if (error instanceof Yield) return 'again'
      if (!isRefusal(error) || error.code === noSuchSeat) {
        const outcome = await lent.refusedWhole(error)
        // A line that breaks and still carried something is tried again at once.
        return outcome === 'later' && (reached.get(id) ?? 0) > before ? 'again' : outcome
      }
      if (anew.has(error.code) && bytes !== undefined) return 'later'
      await move({ ...photo, state: 'refused', refused: error.code })
      return 'again'
    } finally {
      lent.become({ photoOnWay: null })
    }
  }

  await settle()
  return {
    add,
    takeOff: (id) => {
      const photo = lent.get().photos[id]
      if (photo === undefined) return
      void move(takenOff(photo))
      lent.wake()
    },
    settle,
    attempt: async () => {
      const { mine, photos } = lent.get()
      const photo = photoToSend(photos)
      if (mine === null || photo === undefined) return null
      return photo.state === 'leaving' ? letGo(mine.seat.id, photo) : send(mine.seat.id, photo)
    },
    pictureOf: async (id) => {
      const known = addresses.get(id)
      if (known !== undefined) return known
      const thumb = await pictures.get<ArrayBuffer>(thumbKey(id))
      if (thumb === undefined) return null
      const address = URL.createObjectURL(new Blob([thumb], { type: 'image/jpeg' }))
      addresses.set(id, address)
      return address
    },
  }
}
