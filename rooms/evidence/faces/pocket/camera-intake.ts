// Photos taken in: freed of their place, laid on the phone's disk, each named before its bytes are there, so that after a kill
// between the two nothing lies there that nobody knows of.

import { sourceOf } from '#ground/ui/blob-source.ts'
import { newKey } from '#ground/ui/client.ts'
import { stillOf } from '#ground/sync/film-still.ts'
import { layDown, thumbOf } from '#ground/sync/pictures.ts'
import { withoutLocation } from '../../core/location.ts'
import { firstBytes, hasViews, isFilm, mediaOf, mostBytesOf } from '../../core/media.ts'
import type { Media } from '../../core/media.ts'
import { isHere } from '../../core/pocket-photo.ts'
import type { PocketPhoto, Saying } from '../../core/pocket-photo.ts'
import { hashOf } from '../../core/send-file.ts'
import { blanked, readFilm } from '../../core/video.ts'
import { bytesKey, thumbKey } from './camera-state.ts'
import type { Lent } from './camera-state.ts'

/** Why a picture was not taken in; nothing else is touched by it. */
export type Trouble = 'full' | 'unfit' | 'large' | 'largeFilm' | 'unreadable' | 'twice'

async function read(file: Blob, filmBytes: number): Promise<{ media: Media; bytes: Uint8Array<ArrayBuffer> } | Trouble> {
  const source = sourceOf(file)
  try {
    const media = mediaOf(await source.read(0, Math.min(firstBytes, source.size)))
    if (media === null || media === 'two' || !(hasViews(media) || (isFilm(media) && filmBytes > 0))) return 'unfit'
    if (source.size > mostBytesOf(media, filmBytes)) return isFilm(media) ? 'largeFilm' : 'large'
    if (isFilm(media)) {
      const film = await readFilm(media, (at, length) => source.read(at, length), source.size)
      return film === null ? 'unreadable' : { media, bytes: blanked(await source.read(0, source.size), 0, film.blanks) }
    }
    return { media, bytes: withoutLocation(media, await source.read(0, source.size)) }
  } catch {
    return 'unreadable'
  }
}

/** Takes one picture in; null, or why not. */
export async function takeIn({ pictures, get, move, laying }: Lent, file: Blob, said: Saying): Promise<Trouble | null> {
  const { hand } = get()
  if (hand === null) return 'unreadable'
  const picture = await read(file, hand.filmBytes)
  if (typeof picture === 'string') return picture
  const { media, bytes } = picture
  const sha256 = await hashOf(sourceOf(bytes))
  if (isHere(get().photos, sha256)) return 'twice'
  const still = isFilm(media) ? await stillOf(file) : null
  const photo: PocketPhoto = {
    ...said,
    ...(still === null ? {} : { poster: newKey() }),
    shows: said.shows.trim(),
    spot: said.spot.trim(),
    id: newKey(),
    item: newKey(),
    unit: hand.unit,
    media,
    bytes: bytes.length,
    sha256,
    order: Math.max(0, ...Object.values(get().photos).map(({ order }) => order)) + 1,
    state: 'storing',
    refused: null,
  }
  laying.add(photo.id)
  await move(photo)
  const thumb =
    isFilm(media) && still === null ? null : await thumbOf(still === null ? new Blob([bytes], { type: media }) : new Blob([still]))
  const isLaid = await layDown(pictures, bytesKey(hand.post, photo.id), bytes)
  // Without room for its picture a film goes without one.
  if (isLaid && still !== null && photo.poster !== undefined)
    await layDown(pictures, bytesKey(hand.post, photo.poster), new Uint8Array(still))
  if (isLaid && thumb !== null) {
    await pictures.set(thumbKey(hand.post, photo.id), thumb)
    if (pictures.state === 'full') await pictures.remove(thumbKey(hand.post, photo.id))
  }
  await move({ ...photo, state: isLaid ? 'waiting' : 'gone' })
  laying.delete(photo.id)
  return isLaid ? null : 'full'
}

/** What was being laid down when the page ended lies there whole, or was never said to be kept. */
export async function settle({ pictures, get, move, laying }: Lent): Promise<void> {
  const { hand, photos } = get()
  for (const photo of Object.values(photos)) {
    if (photo.state !== 'storing' || laying.has(photo.id)) continue
    const bytes = await pictures.get<ArrayBuffer>(bytesKey(hand?.post ?? '', photo.id))
    await move({ ...photo, state: bytes?.byteLength === photo.bytes ? 'waiting' : 'gone' })
  }
}
