// Which files may be evidence. What a file is follows from its first bytes alone: neither its name nor what the sender
// calls it counts, and a file that begins as a picture but goes on as a page or program is none of ours.

/** Media types that are kept. */
export const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'] as const

export type Media = (typeof mediaTypes)[number]

interface Kind {
  readonly ending: string
  readonly mostBytes: number
  /** Most pixels; null where nothing is measured. */
  readonly mostPixels: number | null
}

const mega = 1024 * 1024

/** Endings for downloads, and limits. A JPEG is opened in strips and may be large; the others are unpacked as a whole. */
export const kinds: Readonly<Record<Media, Kind>> = {
  'image/jpeg': { ending: 'jpg', mostBytes: 48 * mega, mostPixels: 220_000_000 },
  'image/png': { ending: 'png', mostBytes: 48 * mega, mostPixels: 60_000_000 },
  'image/webp': { ending: 'webp', mostBytes: 48 * mega, mostPixels: 60_000_000 },
  'image/heic': { ending: 'heic', mostBytes: 48 * mega, mostPixels: 60_000_000 },
  'application/pdf': { ending: 'pdf', mostBytes: 64 * mega, mostPixels: null },
}

/** Pictures, of which the server makes views in all sizes. */
export const hasViews = (media: Media): boolean => kinds[media].mostPixels !== null

/** What opens it for the screen; of a PDF that is its first page. */
export const openerOf = (media: Media): 'picture' | 'heic' | 'pdf' =>
  media === 'application/pdf' ? 'pdf' : media === 'image/heic' ? 'heic' : 'picture'

/** How many first bytes `mediaOf` wants to see. */
export const firstBytes = 2048

const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

function beginsAs(bytes: Uint8Array): Media | null {
  if (text(bytes, 0, 3) === '\u00ff\u00d8\u00ff') return 'image/jpeg'
  if (text(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n') return 'image/png'
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (text(bytes, 4, 8) === 'ftyp' && heicBrands.has(text(bytes, 8, 12))) return 'image/heic'
  return text(bytes, 0, 5) === '%PDF-' ? 'application/pdf' : null
}

/** What a page or program would begin with. */
const foreign = /<script|<html|<!doctype|<svg|<iframe|<body|<\?php|#!\//i

/** The media type by the first bytes; null when it is none of those kept, `two` when it is one thing and another. */
export function mediaOf(bytes: Uint8Array): Media | 'two' | null {
  const media = beginsAs(bytes)
  if (media === null) return null
  const head = text(bytes, 0, Math.min(bytes.length, firstBytes))
  if (foreign.test(head)) return 'two'
  // Readers of PDF look for its mark anywhere in the first kilobyte.
  return media !== 'application/pdf' && head.includes('%PDF-') ? 'two' : media
}
