// One chosen file on its way: its kind by its first bytes, its place taken out, sent in chunks, recorded. Ids are made when
// the file is chosen and stay, so that trying again goes on where it stopped and never records twice.

import { sourceOf } from '#ground/ui/blob-source.ts'
import { newKey } from '#ground/ui/client.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import { withoutLocation } from '../../core/location.ts'
import { firstBytes, kinds, mediaOf } from '../../core/media.ts'
import type { Media } from '../../core/media.ts'
import { sendFile } from '../../core/send-file.ts'
import type { UploadDoor } from '../../core/send-file.ts'
import { evidence } from './evidence.ts'

export interface Chosen {
  readonly file: File
  readonly upload: string
  readonly item: string
  /** What it is by its first bytes; null when it cannot be evidence. */
  readonly media: Media | null
  readonly state: 'ready' | 'sending' | 'arrived' | 'interrupted' | 'refused'
  readonly share: number
  readonly problem: unknown
}

/** Looks at a file's beginning. */
export async function chosen(file: File): Promise<Chosen> {
  const media = mediaOf(await sourceOf(file).read(0, Math.min(firstBytes, file.size)))
  const kept = media === 'two' ? null : media
  return { file, upload: newKey(), item: newKey(), media: kept, state: 'ready', share: 0, problem: null }
}

/** Whether it may be sent at all. */
export function isFit({ media, file }: Chosen): boolean {
  return media !== null && file.size > 0 && file.size <= kinds[media].mostBytes
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

async function deliver({ file, upload, item, media }: Chosen, unit: string, said: Said, tell: (share: number) => void): Promise<void> {
  if (media === null) return
  const whole = sourceOf(file)
  const source = media === 'application/pdf' ? whole : sourceOf(withoutLocation(media, await whole.read(0, file.size)))
  const told = { sent: (bytes: number, of: number) => tell(of === 0 ? 0 : bytes / of) }
  await sendFile(source, { id: upload, unit, media, name: file.name }, door, { told })
  // The item's own id is the key: a repeat whose first answer was lost finds it recorded.
  await evidence.record({ body: { id: item, upload, ...said }, key: item })
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
