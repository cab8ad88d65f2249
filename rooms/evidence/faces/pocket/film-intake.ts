// Reading a film that was chosen. A film is never held whole: it is walked, hashed, laid down and sent in
// pieces of the file that the browser has on its disk.

import type { Taken } from '#ground/sync/camera.ts'
import { stillOf } from '#ground/sync/film-still.ts'
import { sourceOf } from '#ground/ui/blob-source.ts'
import type { Media } from '../../core/media.ts'
import { hashOf } from '../../core/send-file.ts'
import { readFilm } from '../../core/video.ts'
import type { Blank } from '../../core/video.ts'

const zerosBytes = 262_144

/** The film with what is to be blanked blanked, as a file made of parts of the file: nothing of it is read here. */
function blankedFilm(film: Blob, blanks: readonly Blank[], type: string): Blob {
  const zeros = new Blob([new Uint8Array(zerosBytes)])
  const parts: BlobPart[] = []
  let reached = 0
  for (const { at, length, name } of blanks) {
    const end = at + length
    if (end <= reached) continue
    const from = Math.max(at, reached)
    parts.push(film.slice(reached, from))
    if (name === true) parts.push('free'.slice(from - at))
    else for (let left = end - from; left > 0; left -= zerosBytes) parts.push(zeros.slice(0, Math.min(left, zerosBytes)))
    reached = end
  }
  parts.push(film.slice(reached))
  return new Blob(parts, { type })
}

/** A film ready to be laid down, with the picture that stands for it where this browser makes one. */
export async function takeFilm(file: Blob, media: Media): Promise<Taken<Blob> | 'unreadable'> {
  const whole = sourceOf(file)
  const film = await readFilm(media, (at, length) => whole.read(at, length), whole.size)
  if (film === null) return 'unreadable'
  const bytes = blankedFilm(file, film.blanks, media)
  return { media, bytes, sha256: await hashOf(sourceOf(bytes)), look: await stillOf(file) }
}
