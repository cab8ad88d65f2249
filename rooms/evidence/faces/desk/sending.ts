// One chosen file on its way: its kind by its first bytes, its place taken out, sent in chunks, recorded. Ids are made when
// the file is chosen and stay, so that trying again goes on where it stopped and never records twice.

import { stillOf } from '#ground/sync/film-still.ts'
import { sourceOf } from '#ground/ui/blob-source.ts'
import { newKey } from '#ground/ui/client.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import { withoutLocation } from '../../core/location.ts'
import { firstBytes, isFilm, mediaOf, mostBytesOf } from '../../core/media.ts'
import type { Media } from '../../core/media.ts'
import { sendFile } from '../../core/send-file.ts'
import type { Source, UploadDoor } from '../../core/send-file.ts'
import { blankedSource, readFilm } from '../../core/video.ts'
import { evidence } from './evidence.ts'

export interface Chosen {
  readonly file: File
  readonly upload: string
  readonly item: string
  /** The upload of the picture that stands for a film. */
  readonly poster: string
  /** What it is by its first bytes; null when it cannot be evidence. */
  readonly media: Media | null
  /** Most bytes of its kind. */
  readonly most: number
  readonly state: 'ready' | 'sending' | 'arrived' | 'interrupted' | 'refused'
  readonly share: number
  readonly problem: unknown
}

/** Looks at a file's beginning; films may have so many bytes. */
export async function chosen(file: File, filmBytes = 0): Promise<Chosen> {
  const media = mediaOf(await sourceOf(file).read(0, Math.min(firstBytes, file.size)))
  const kept = media === 'two' ? null : media
  const most = kept === null ? 0 : mostBytesOf(kept, filmBytes)
  return { file, upload: newKey(), item: newKey(), poster: newKey(), media: kept, most, state: 'ready', share: 0, problem: null }
}

/** Whether it may be sent at all. */
export function isFit({ media, file, most }: Chosen): boolean {
  return media !== null && file.size > 0 && file.size <= most
}

const door: UploadDoor = {
  begin: (body) => evidence.begin({ body }),
  append: (id, offset, bytes) => evidence.append({ params: { id }, query: { offset }, bytes }),
  finish: (id) => evidence.finish({ params: { id } }),
}

export interface Said {
  readonly shows: string
  readonly spot?: string
  readonly phase?: 'before' | 'during' | 'after'
  readonly effectiveOn: string
  /** The item whose place a masked copy takes. */
  readonly maskedFrom?: string
}

/** The bytes as they leave the device: without the place. A broken film goes as it is and is refused with its reason. */
async function sourceToSend(media: Media, file: File): Promise<Source> {
  const whole = sourceOf(file)
  if (isFilm(media)) {
    const film = await readFilm(media, (at, length) => whole.read(at, length), whole.size)
    return film === null ? whole : blankedSource(whole, film.blanks)
  }
  return media === 'application/pdf' ? whole : sourceOf(withoutLocation(media, await whole.read(0, file.size)))
}

/** Made once a file: a repeat says the same. */
const stills = new WeakMap<File, Promise<ArrayBuffer | null>>()

/** Sends a picture of the film first; a film is recorded without one, too. */
async function posterFor({ file, poster }: Chosen, unit: string): Promise<{ poster?: string }> {
  const made = stills.get(file) ?? stillOf(file)
  stills.set(file, made)
  const still = await made
  if (still === null) return {}
  await sendFile(sourceOf(still), { id: poster, unit, media: 'image/jpeg', name: '' }, door)
  return { poster }
}

async function deliver(one: Chosen, unit: string, said: Said, tell: (share: number) => void): Promise<void> {
  const { file, upload, item, media } = one
  if (media === null) return
  const told = { sent: (bytes: number, of: number) => tell(of === 0 ? 0 : bytes / of) }
  await sendFile(await sourceToSend(media, file), { id: upload, unit, media, name: file.name }, door, { told })
  const still = isFilm(media) ? await posterFor(one, unit) : {}
  // The item's own id is the key: a repeat whose first answer was lost finds it recorded.
  await evidence.record({ body: { id: item, upload, ...said, ...still }, key: item })
}

/** Sends and records one file; says at every step where it stands. Never throws. */
export async function sendChosen(one: Chosen, unit: string, said: Said, tell: (changes: Partial<Chosen>) => void): Promise<boolean> {
  tell({ state: 'sending', problem: null })
  try {
    await deliver(one, unit, said, (share) => tell({ share }))
    tell({ state: 'arrived', share: 1 })
    return true
  } catch (error) {
    const final = error instanceof ProblemError && error.status >= 400 && error.status < 500 && error.status !== 429
    tell({ state: final ? 'refused' : 'interrupted', problem: error })
    return false
  }
}
