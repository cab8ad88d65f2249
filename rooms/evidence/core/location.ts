// Takes the place where a picture was made out of it before it leaves the device: GPS in EXIF, and whatever else may name
// a place (XMP, IPTC, text chunks, what hangs behind the picture). Orientation and the camera's date stay.

import type { Media } from './media.ts'

const at16 = (view: DataView, at: number, little: boolean): number => (at + 2 <= view.byteLength ? view.getUint16(at, little) : 0)
const at32 = (view: DataView, at: number, little: boolean): number => (at + 4 <= view.byteLength ? view.getUint32(at, little) : 0)
const typeBytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
const gpsPointer = 0x8825
/** The standard knows 32; whoever says more is no EXIF. */
const mostGpsTags = 64

/** A copy for certain: `slice` of some byte arrays is a view. */
const copyOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

/** Empties the GPS directory of an EXIF block (a TIFF structure) in place; everything else keeps its offset. */
function emptyGps(tiff: Uint8Array): void {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const little = at16(view, 0, false) === 0x4949
  const first = at32(view, 4, little)
  for (let entry = 0; entry < at16(view, first, little); entry += 1) {
    const at = first + 2 + entry * 12
    if (at16(view, at, little) !== gpsPointer) continue
    const gps = at32(view, at + 8, little)
    const count = Math.min(at16(view, gps, little), mostGpsTags)
    for (let index = 0; index < count; index += 1) {
      const one = gps + 2 + index * 12
      const length = (typeBytes[at16(view, one + 2, little)] ?? 1) * at32(view, one + 4, little)
      if (length > 4) tiff.fill(0, at32(view, one + 8, little), at32(view, one + 8, little) + length)
    }
    tiff.fill(0, gps, gps + 2 + count * 12)
  }
}

const startsWith = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

/** Where the entropy-coded data after a start of scan ends: at the next marker that is no restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length - 1; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

function jpeg(bytes: Uint8Array): Uint8Array[] {
  const kept = [bytes.subarray(0, 2)]
  for (let at = 2; at < bytes.length;) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || at + 4 > bytes.length) {
      // End of picture in its last two bytes, or damage that the server will judge.
      kept.push(bytes.subarray(at))
      return kept
    }
    // What hangs behind the end of the picture (a film of the moment, further pictures) has places of its own.
    if (marker === 0xd9) return [...kept, bytes.subarray(at, at + 2)]
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    if (marker === 0xda) {
      const next = scanEnd(bytes, end)
      kept.push(bytes.subarray(at, next))
      at = next
      continue
    }
    const isExif = marker === 0xe1 && startsWith(bytes, at + 4, 'Exif\0\0')
    if (isExif) {
      const segment = copyOf(bytes.subarray(at, end))
      emptyGps(segment.subarray(10))
      kept.push(segment)
    } else if (marker !== 0xe1 && marker !== 0xed && marker !== 0xfe) kept.push(bytes.subarray(at, end))
    at = end
  }
  return kept
}

const pngDropped = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt'])

function png(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 8 <= bytes.length;) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const end = at + 12 + view.getUint32(at)
    if (!pngDropped.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') break
    at = end
  }
  return kept
}

function webp(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length < 12) return [bytes]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = copyOf(bytes.subarray(0, 12))
  const kept: Uint8Array[] = [head]
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4))
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length + (length % 2)
    if (name === 'VP8X') {
      const chunk = copyOf(bytes.subarray(at, end))
      // Bits 2 and 3 say that XMP and EXIF follow.
      chunk[8] = (chunk[8] ?? 0) & ~0x0c
      kept.push(chunk)
    } else if (name !== 'EXIF' && name !== 'XMP ') kept.push(bytes.subarray(at, end))
    at = end
  }
  const total = kept.reduce((sum, piece) => sum + piece.length, 0)
  new DataView(head.buffer).setUint32(4, total - 8, true)
  return kept
}

const indexOf = (bytes: Uint8Array, text: string, from: number): number => {
  for (let at = from; at <= bytes.length - text.length; at += 1) {
    if (bytes[at] === text.charCodeAt(0) && startsWith(bytes, at, text)) return at
  }
  return -1
}

/** Everything in a HEIC is found by its offset, so nothing is cut out: EXIF loses its figures, XMP its words, in place. */
function heic(bytes: Uint8Array): Uint8Array[] {
  const out = copyOf(bytes)
  for (const head of ['II*\0\b\0\0\0', 'MM\0*\0\0\0\b']) {
    for (let at = indexOf(out, head, 0); at !== -1; at = indexOf(out, head, at + 1)) emptyGps(out.subarray(at))
  }
  for (let at = indexOf(out, '<x:xmpmeta', 0); at !== -1; at = indexOf(out, '<x:xmpmeta', at)) {
    const end = indexOf(out, '</x:xmpmeta>', at)
    out.fill(0x20, at, end === -1 ? out.length : end + 12)
  }
  return [out]
}

const cleaners: Readonly<Partial<Record<Media, (bytes: Uint8Array) => Uint8Array[]>>> = {
  'image/jpeg': jpeg,
  'image/png': png,
  'image/webp': webp,
  'image/heic': heic,
}

/** The same picture without its place; other media come back as they are. */
export function withoutLocation(media: Media, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const pieces = cleaners[media]?.(bytes) ?? [bytes]
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    out.set(piece, at)
    at += piece.length
  }
  return out
}
