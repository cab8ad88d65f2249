// A picture on its way from a phone, the same for every page that takes one: what it is by its bytes, its place taken out, and the
// calls by which it comes here. The pages of other rooms bring the line; they know nothing of this room's endpoints.

import { withoutLocation } from './location.ts'
import { firstBytes, kinds, mediaOf } from './media.ts'
import type { Media } from './media.ts'
import { hashOf, sendFile } from './send-file.ts'
import type { Source, Told, UploadDoor, UploadState } from './send-file.ts'

/** Why a file is not taken in. */
export type Unfit = 'unfit' | 'large' | 'unreadable'

export interface Picture {
  readonly media: Media
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
}

/** Reads a picture whole, without the place where it was taken. `fits`: which kinds the page takes. */
export async function readPicture(
  source: Source,
  fits: (media: Media) => boolean = (media) => media.startsWith('image/'),
): Promise<Picture | Unfit> {
  try {
    const media = mediaOf(await source.read(0, Math.min(firstBytes, source.size)))
    if (media === null || media === 'two' || !fits(media)) return 'unfit'
    if (source.size > kinds[media].mostBytes) return 'large'
    const bytes = withoutLocation(media, await source.read(0, source.size))
    return {
      media,
      bytes,
      sha256: await hashOf({ size: bytes.length, read: (at, length) => Promise.resolve(bytes.slice(at, at + length)) }),
    }
  } catch {
    return 'unreadable'
  }
}

/** Numbers of problems that only say that the server is behind or ahead of the sender: beginning again finds out. */
export const beginsAgain: ReadonlySet<number> = new Set([3600, 3602, 3604, 3611])

/** One call of this room's endpoints, however it travels. */
export type EvidenceCall = (
  key: string,
  call: {
    readonly params?: object
    readonly query?: object
    readonly body?: object
    readonly bytes?: Uint8Array<ArrayBuffer>
    readonly key?: string
  },
) => Promise<unknown>

/** The three calls of an upload over a line. */
export const uploadDoor = (call: EvidenceCall): UploadDoor => ({
  begin: async (body) => (await call('begin', { body })) as UploadState,
  append: async (id, offset, bytes) => (await call('append', { params: { id }, query: { offset }, bytes })) as UploadState,
  finish: async (id) => (await call('finish', { params: { id } })) as UploadState,
})

/** A picture and the ids that it has from the moment it was taken: sending it again is harmless. */
export interface HandedIn {
  /** Of the upload. */
  readonly id: string
  /** Of the evidence. */
  readonly item: string
  readonly unit: string
  readonly media: string
  readonly sha256: string
}

/** What is said of it. */
export interface Said {
  readonly subject?: string
  readonly shows: string
  readonly effectiveOn: string
  readonly spot?: string
  readonly phase?: 'before' | 'during' | 'after'
  readonly poster?: string
}

/** Small, so that a tap does not wait long for the line. */
const pieceBytes = 131_072

/** Sends the bytes; nothing where the device has lost them, because they may have arrived all the same. */
export async function upload(call: EvidenceCall, picture: HandedIn, bytes: Source | null, told: Told, chunk = pieceBytes): Promise<void> {
  const { id, unit, media, sha256 } = picture
  if (bytes === null) return
  await sendFile(bytes, { id, unit, media: media as Media, name: '' }, uploadDoor(call), { told, chunk, sha256 })
}

/** Records it as evidence under the id that it has; said again with another day it is another call. */
export async function recordPicture(call: EvidenceCall, { id, item }: HandedIn, said: Said): Promise<void> {
  await call('record', { body: { id: item, upload: id, ...said }, key: `${item}-${said.effectiveOn}` })
}
