// Which files may be evidence. What a file is follows from its first bytes alone: neither its name nor what the sender
// calls it counts, and a file that begins as a picture but goes on as a page or program is none of ours.

/** Media types that are kept. */
export const mediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
  'video/mp4',
  'video/quicktime',
  'video/webm',
] as const

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
  // Films have the operator's limit below this one.
  'video/mp4': { ending: 'mp4', mostBytes: 2047 * mega, mostPixels: null },
  'video/quicktime': { ending: 'mov', mostBytes: 2047 * mega, mostPixels: null },
  'video/webm': { ending: 'webm', mostBytes: 2047 * mega, mostPixels: null },
}

/** Films, which are kept as they come and played from there. */
export const isFilm = (media: string): boolean => media.startsWith('video/')

/** Films, for the contract. */
export const filmTypes = mediaTypes.filter(isFilm)

const usualFilmMegabytes = 200

/** Most bytes of a film (`EVIDENCE_VIDEO_MB`, 200 when left out); 0 where none is taken. */
export function filmBytesOf(settings: Readonly<Record<string, string | undefined>> = {}): number {
  const given = settings['EVIDENCE_VIDEO_MB'] ?? ''
  return Math.min(/^\d{1,4}$/.test(given) ? Number(given) : usualFilmMegabytes, 2047) * mega
}

/** Most bytes of a file of a kind. */
export const mostBytesOf = (media: Media, filmBytes: number): number => (isFilm(media) ? filmBytes : kinds[media].mostBytes)

/** Pictures, of which the server makes views in all sizes. */
export const hasViews = (media: Media): boolean => kinds[media].mostPixels !== null

/** What opens it for the screen; of a PDF that is its first page. */
export const openerOf = (media: Media): 'picture' | 'heic' | 'pdf' =>
  media === 'application/pdf' ? 'pdf' : media === 'image/heic' ? 'heic' : 'picture'

/** How many first bytes `mediaOf` wants to see. */
export const firstBytes = 2048

const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

const filmBrands = new Set([
  'isom',
  'iso2',
  'iso4',
  'iso5',
  'iso6',
  'mp41',
  'mp42',
  'avc1',
  'M4V ',
  'M4VH',
  'M4VP',
  'MSNV',
  '3gp4',
  '3gp5',
  '3gp6',
])

function boxedAs(brand: string): Media | null {
  if (heicBrands.has(brand)) return 'image/heic'
  if (brand === 'qt  ') return 'video/quicktime'
  return filmBrands.has(brand) ? 'video/mp4' : null
}

function beginsAs(bytes: Uint8Array): Media | null {
  if (text(bytes, 0, 3) === '\u00ff\u00d8\u00ff') return 'image/jpeg'
  if (text(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n') return 'image/png'
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (text(bytes, 4, 8) === 'ftyp') return boxedAs(text(bytes, 8, 12))
  if (text(bytes, 0, 4) === '\u001a\u0045\u00df\u00a3') return text(bytes, 0, 64).includes('\u0042\u0082\u0084webm') ? 'video/webm' : null
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
