// Which tiles of a map service lie behind a drawing, and where: the usual squares of web maps (XYZ, Web Mercator), each
// stretched to its place on the drawing's own plane, which over a county differs from theirs by less than a line's width.

export interface Square {
  readonly z: number
  readonly x: number
  readonly y: number
  readonly west: number
  readonly east: number
  readonly north: number
  readonly south: number
}

/** Degrees. */
export interface Bounds {
  readonly west: number
  readonly east: number
  readonly north: number
  readonly south: number
}

/** Squares across a drawing: enough to be sharp at 800 pixels, few enough to be fetched at once. */
const across = 4
const deepest = 18
/** Web maps end here. */
const edge = 85

const radians = (degrees: number): number => (degrees * Math.PI) / 180
const column = (longitude: number, z: number): number => Math.floor(((longitude + 180) / 360) * 2 ** z)
const row = (latitude: number, z: number): number => {
  const angle = radians(Math.max(-edge, Math.min(edge, latitude)))
  return Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * 2 ** z)
}
const longitudeOf = (x: number, z: number): number => (x / 2 ** z) * 360 - 180
const latitudeOf = (y: number, z: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI

/** The squares that cover the bounds, row by row. */
export function squaresOver({ west, east, north, south }: Bounds): readonly Square[] {
  if (!(east > west && north > south)) return []
  const z = Math.max(0, Math.min(deepest, Math.floor(Math.log2((360 * across) / Math.max(east - west, north - south)))))
  const squares: Square[] = []
  for (let y = row(north, z); y <= row(south, z); y += 1)
    for (let x = column(west, z); x <= column(east, z); x += 1)
      squares.push({
        z,
        x,
        y,
        west: longitudeOf(x, z),
        east: longitudeOf(x + 1, z),
        north: latitudeOf(y, z),
        south: latitudeOf(y + 1, z),
      })
  return squares
}

/** What a list of rings covers. */
export function boundsOf(rings: readonly (readonly (readonly [number, number])[])[]): Bounds {
  let bounds = { west: Infinity, east: -Infinity, north: -Infinity, south: Infinity }
  for (const [x, y] of rings.flat())
    bounds = {
      west: Math.min(bounds.west, x),
      east: Math.max(bounds.east, x),
      north: Math.max(bounds.north, y),
      south: Math.min(bounds.south, y),
    }
  return bounds
}
