// Width and height out of a picture's own header, read without opening it: a picture of too many pixels is refused before
// any library unpacks it. Reads a few bytes at a time, because the header of a JPEG may stand megabytes into the file.

import type { Media } from './media.ts'

/** Bytes at an offset, fewer at the end of the file. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>

export interface PictureSize {
  readonly width: number
  readonly height: number
}

const big = (bytes: Uint8Array, at: number, length: number): number => {
  let value = 0
  for (let index = 0; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}
const little = (bytes: Uint8Array, at: number, length: number): number => {
  let value = 0
  for (let index = length - 1; index >= 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

const mostSegments = 4000

async function jpegSize(read: ReadAt): Promise<PictureSize | null> {
  let at = 2
  for (let segment = 0; segment < mostSegments; segment += 1) {
    const head = await read(at, 10)
    if (head.length < 10 || head[0] !== 0xff) return null
    const marker = head[1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) {
      return { height: big(head, 5, 2), width: big(head, 7, 2) }
    }
    if (marker === 0xda || marker === 0xd9) return null
    at += 2 + big(head, 2, 2)
  }
  return null
}

async function pngSize(read: ReadAt): Promise<PictureSize | null> {
  const head = await read(0, 24)
  if (head.length < 24 || big(head, 12, 4) !== 0x49484452) return null
  return { width: big(head, 16, 4), height: big(head, 20, 4) }
}

async function webpSize(read: ReadAt): Promise<PictureSize | null> {
  const head = await read(0, 30)
  if (head.length < 30) return null
  const chunk = big(head, 12, 4)
  if (chunk === 0x56503858) return { width: little(head, 24, 3) + 1, height: little(head, 27, 3) + 1 }
  if (chunk === 0x56503820) return { width: little(head, 26, 2) & 0x3fff, height: little(head, 28, 2) & 0x3fff }
  if (chunk !== 0x5650384c) return null
  const bits = little(head, 21, 4)
  return { width: (bits & 0x3fff) + 1, height: (Math.floor(bits / 0x4000) & 0x3fff) + 1 }
}

const mostMeta = 1_048_576

/** Of a HEIC every part says its size; the whole is the largest. They stand in the box `meta`, near the beginning. */
async function heicSize(read: ReadAt): Promise<PictureSize | null> {
  for (let at = 0, box = 0; box < 64; box += 1) {
    const head = await read(at, 8)
    if (head.length < 8) return null
    const length = big(head, 0, 4)
    if (big(head, 4, 4) !== 0x6d657461) {
      if (length < 8) return null
      at += length
      continue
    }
    const meta = await read(at, Math.min(length, mostMeta))
    let largest: PictureSize | null = null
    for (let place = 8; place + 16 <= meta.length; place += 1) {
      if (big(meta, place, 4) !== 0x69737065) continue
      const size = { width: big(meta, place + 8, 4), height: big(meta, place + 12, 4) }
      if (largest === null || size.width * size.height > largest.width * largest.height) largest = size
    }
    return largest
  }
  return null
}

const readers: Readonly<Partial<Record<Media, (read: ReadAt) => Promise<PictureSize | null>>>> = {
  'image/jpeg': jpegSize,
  'image/png': pngSize,
  'image/webp': webpSize,
  'image/heic': heicSize,
}

/** The size as stored, before turning upright; null when the header says none. Other media have none to say. */
export async function pictureSize(media: Media, read: ReadAt): Promise<PictureSize | null> {
  const size = (await readers[media]?.(read)) ?? null
  return size === null || size.width < 1 || size.height < 1 ? null : size
}
