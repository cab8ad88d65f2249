// The map service that an operator may set: an address with {z}, {x} and {y}, and the line that must stand beside every map of
// it, with provider and map approval number (审图号). Half a setting is none.

export interface TileService {
  readonly address: string
  readonly notice: string
}

/** The service of the settings; null where none is set whole. */
export function tileService(settings: Readonly<Record<string, string | undefined>>): TileService | null {
  const { MAP_TILES_URL: address = '', MAP_TILES_NOTICE: notice = '' } = settings
  const whole = /^https?:\/\//.test(address) && ['{z}', '{x}', '{y}'].every((part) => address.includes(part)) && notice.trim() !== ''
  return whole ? { address, notice: notice.trim() } : null
}

/** The address of one tile. */
export const tileAddress = ({ address }: TileService, at: { readonly z: number; readonly x: number; readonly y: number }): string =>
  address.replaceAll('{z}', String(at.z)).replaceAll('{x}', String(at.x)).replaceAll('{y}', String(at.y))

/** What the bytes are, by their beginning; null for anything that is no picture of a map. */
export function tileMedia(bytes: Uint8Array): 'image/png' | 'image/jpeg' | 'image/webp' | null {
  const begins = (marks: readonly number[], from = 0): boolean => marks.every((mark, at) => bytes[from + at] === mark)
  if (begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (begins([0xff, 0xd8, 0xff])) return 'image/jpeg'
  return begins([0x52, 0x49, 0x46, 0x46]) && begins([0x57, 0x45, 0x42, 0x50], 8) ? 'image/webp' : null
}
