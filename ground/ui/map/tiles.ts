// A tidy grid of equal cells inside an outline: where what lies inside has no outline of its own, each part gets a cell. The
// cells are as large as they can be; of those that fit, the ones nearest the middle are taken.

export type Point = readonly [number, number]

export interface Tile {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Inside by the even-odd rule over all rings. */
export function inside(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let within = false
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
      const [ax, ay] = ring[at] ?? [0, 0]
      const [bx, by] = ring[before] ?? [0, 0]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within
    }
  }
  return within
}

const spots: readonly Point[] = [
  [0.5, 0.5],
  [0.1, 0.1],
  [0.9, 0.1],
  [0.1, 0.9],
  [0.9, 0.9],
]
/** No cell is wider than this share of the outline: two townships are not a wall. */
const widest = 0.25

function fitting(rings: readonly (readonly Point[])[], width: number, height: number): Tile[] {
  const points = rings.flat()
  const [left, right] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))]
  const [top, bottom] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))]
  const [columns, rows] = [Math.floor((right - left) / width), Math.floor((bottom - top) / height)]
  const [startX, startY] = [left + (right - left - columns * width) / 2, top + (bottom - top - rows * height) / 2]
  const tiles: Tile[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [startX + column * width, startY + row * height]
      // Its middle and, but for a rim, its corners.
      const held = spots.every(([across, down]) => inside(rings, [x + width * across, y + height * down]))
      if (held) tiles.push({ x, y, width, height })
    }
  }
  return tiles
}

/** `count` cells of the given shape (width ÷ height) inside the rings, row by row; none when there is no room or nothing to place. */
export function tilesInside(rings: readonly (readonly Point[])[], count: number, shape = 2): Tile[] {
  const points = rings.flat()
  if (count < 1 || points.length < 3) return []
  const span = Math.max(...points.map(([x]) => x)) - Math.min(...points.map(([x]) => x))
  let best: Tile[] = []
  for (let width = span * widest; width > span / 400; width *= 0.96) {
    best = fitting(rings, width, width / shape)
    if (best.length >= count) break
  }
  if (best.length < count) return []
  const middle = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length
  const [cx, cy] = [middle(0), middle(1)]
  const far = ({ x, y, width, height }: Tile): number => ((x + width / 2 - cx) / shape) ** 2 + (y + height / 2 - cy) ** 2
  return best
    .toSorted((a, b) => far(a) - far(b))
    .slice(0, count)
    .toSorted((a, b) => a.y - b.y || a.x - b.x)
}
