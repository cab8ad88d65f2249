// What may be taken in here, photos and films, and under which names: ids are made once, so that whatever is sent again is the same
// upload and the same item.

import { sourceOf } from '#ground/ui/blob-source.ts'
import { newKey } from '#ground/ui/client.ts'
import type { Taken } from '#ground/sync/camera.ts'
import type { Content } from '#ground/sync/pictures.ts'
import { firstBytes, hasViews, isFilm, mediaOf, mostBytesOf } from '../../core/media.ts'
import { isHere } from '../../core/pocket-photo.ts'
import type { PocketPhoto } from '../../core/pocket-photo.ts'
import { readPicture } from '../../core/take-in.ts'
import type { Unfit } from '../../core/take-in.ts'
import type { CameraState } from './camera-state.ts'

/** Why a picture was not taken in; nothing else is touched by it. */
export type Trouble = Unfit | 'full' | 'largeFilm' | 'twice'

/** Reads a photo or a film; a film with the picture that stands for it, where this browser makes one. */
export async function readPhoto(file: Blob, filmBytes: number): Promise<Taken<Content> | Trouble> {
  const source = sourceOf(file)
  try {
    const media = mediaOf(await source.read(0, Math.min(firstBytes, source.size)))
    if (media === null || media === 'two' || !isFilm(media)) return await readPicture(source, hasViews)
    if (filmBytes === 0) return 'unfit'
    if (source.size > mostBytesOf(media, filmBytes)) return 'largeFilm'
    const { takeFilm } = await import('./film-intake.ts')
    return await takeFilm(file, media)
  } catch {
    return 'unreadable'
  }
}

/** The photo as it is named when it is taken in. */
export function namedPhoto({ hand, photos, said }: CameraState, { media, bytes, sha256, look }: Taken<Content>): PocketPhoto | Trouble {
  if (hand === null) return 'unreadable'
  if (isHere(photos, sha256)) return 'twice'
  return {
    ...said,
    ...(look === undefined || look === null ? {} : { poster: newKey() }),
    shows: said.shows.trim(),
    spot: said.spot.trim(),
    id: newKey(),
    item: newKey(),
    unit: hand.unit,
    media,
    bytes: bytes instanceof Blob ? bytes.size : bytes.length,
    sha256,
    order: Math.max(0, ...Object.values(photos).map(({ order }) => order)) + 1,
    state: 'storing',
    refused: null,
  }
}
