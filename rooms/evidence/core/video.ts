// What a film is, by walking its container: whether it is whole and holds pictures, how large they are, and which of its parts
// are to be blanked before anybody sees it. A part is blanked where it stands (renamed `free`, filled with zeros), so that every
// offset in the file stays true and it can be done while it is being sent.

import type { Media } from './media.ts'

/** Reads a part of a file, shorter at its end. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>

/** Bytes that are read as something else: zeros, or `free` where the name of a part stood. */
export interface Blank {
  readonly at: number
  readonly length: number
  readonly name?: true
}

export interface Film {
  readonly width: number | null
  readonly height: number | null
  /** In the order in which they stand. */
  readonly blanks: readonly Blank[]
}

interface Box {
  readonly type: string
  readonly at: number
  readonly header: number
  readonly size: number
}

/** More parts than any phone writes; whoever has more is not read on. */
const mostBoxes = 4096
/** What describes the film instead of being it: places, makes, names, comments. */
const told = new Set(['udta', 'meta', 'uuid'])

const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The parts between two places; null when their sizes do not add up. */
async function boxesIn(read: ReadAt, from: number, to: number): Promise<Box[] | null> {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to;) {
    const head = await read(at, 16)
    if (head.length < 8 || boxes.length === mostBoxes) return null
    const view = viewOf(head)
    const short = view.getUint32(0)
    if (short === 1 && head.length < 16) return null
    const header = short === 1 ? 16 : 8
    const size = short === 1 ? Number(view.getBigUint64(8)) : short === 0 ? to - at : short
    if (size < header || at + size > to) return null
    boxes.push({ type: text(head, 4, 8), at, header, size })
    at += size
  }
  return boxes
}

const childrenOf = (read: ReadAt, { at, header, size }: Box): Promise<Box[] | null> => boxesIn(read, at + header, at + size)

const blanksOf = ({ at, header, size }: Box): Blank[] => [
  { at: at + 4, length: 4, name: true },
  { at: at + header, length: size - header },
]

/** Turned by a quarter, width and height change places; both stand at the end of the part as 16.16 numbers. */
async function sizeIn(read: ReadAt, { at, size }: Box): Promise<{ width: number; height: number } | null> {
  if (size < 84) return null
  const end = await read(at + size - 44, 44)
  if (end.length < 44) return null
  const view = viewOf(end)
  const [width, height] = [view.getUint32(36) >>> 16, view.getUint32(40) >>> 16]
  return view.getInt32(0) === 0 && view.getInt32(16) === 0 ? { width: height, height: width } : { width, height }
}

interface Track {
  readonly handler: string
  readonly size: { readonly width: number; readonly height: number } | null
  readonly blanks: readonly Blank[]
}

async function trackIn(read: ReadAt, box: Box): Promise<Track | null> {
  const parts = await childrenOf(read, box)
  const media = parts?.find(({ type }) => type === 'mdia')
  const inside = media === undefined ? null : await childrenOf(read, media)
  const hdlr = inside?.find(({ type }) => type === 'hdlr')
  if (parts === null || hdlr === undefined) return null
  const handler = text(await read(hdlr.at + hdlr.header + 8, 4), 0, 4)
  const head = parts.find(({ type }) => type === 'tkhd')
  const isSeen = handler === 'vide' || handler === 'soun'
  return {
    handler,
    size: head === undefined ? null : await sizeIn(read, head),
    // A track of data over time may hold the way that was gone.
    blanks: isSeen ? parts.filter(({ type }) => told.has(type)).flatMap(blanksOf) : blanksOf(box),
  }
}

/** MP4 and MOV: the same boxes. */
async function boxedFilm(read: ReadAt, bytes: number): Promise<Film | null> {
  const top = await boxesIn(read, 0, bytes)
  const moov = top?.find(({ type }) => type === 'moov')
  const data = top?.some(({ type }) => type === 'mdat') ?? false
  const parts = moov === undefined ? null : await childrenOf(read, moov)
  if (top === null || parts === null || !data || top[0]?.type !== 'ftyp') return null
  const tracks: Track[] = []
  for (const box of parts.filter(({ type }) => type === 'trak')) {
    const track = await trackIn(read, box)
    if (track === null) return null
    tracks.push(track)
  }
  const seen = tracks.find(({ handler }) => handler === 'vide')
  if (seen === undefined) return null
  const blanks = [...[...top, ...parts].filter(({ type }) => told.has(type)).flatMap(blanksOf), ...tracks.flatMap((track) => track.blanks)]
  const { width = 0, height = 0 } = seen.size ?? {}
  const sized = width > 0 && height > 0
  return { width: sized ? width : null, height: sized ? height : null, blanks: blanks.toSorted((a, b) => a.at - b.at) }
}

/** Where the codec of a WebM stands at the latest, by what browsers and ffmpeg write. */
const webmHead = 4096

async function webmFilm(read: ReadAt): Promise<Film | null> {
  const head = text(await read(0, webmHead), 0, webmHead)
  // The segment after the head, and a track of pictures of the codecs that WebM knows.
  return head.includes('\u0018\u0053\u0080\u0067') && /V_VP8|V_VP9|V_AV1/.test(head) ? { width: null, height: null, blanks: [] } : null
}

/** What a film is; null when it is broken, cut off, or holds no pictures. */
export const readFilm = (media: Media, read: ReadAt, bytes: number): Promise<Film | null> =>
  media === 'video/webm' ? webmFilm(read) : boxedFilm(read, bytes)

const free = [0x66, 0x72, 0x65, 0x65]

/** A copy of bytes that stand at an offset of a film, with what is to be blanked blanked. */
export function blanked(bytes: Uint8Array, offset: number, blanks: readonly Blank[]): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes)
  const end = offset + copy.length
  for (const { at, length, name } of blanks) {
    if (at >= end || at + length <= offset) continue
    for (let place = Math.max(at, offset); place < Math.min(at + length, end); place += 1)
      copy[place - offset] = name === true ? (free[place - at] ?? 0) : 0
  }
  return copy
}

/** A film as a source that is read blanked: what is sent from a device names no place. */
export const blankedSource = <S extends { readonly size: number; read(offset: number, length: number): Promise<Uint8Array> }>(
  source: S,
  blanks: readonly Blank[],
): { readonly size: number; read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> } => ({
  size: source.size,
  read: async (offset, length) => blanked(await source.read(offset, length), offset, blanks),
})
