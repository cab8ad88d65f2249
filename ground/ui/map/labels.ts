// Where names stand on a map: inside their own outline, not inside another's, never one over another. The smallest parts
// choose first, because they have the fewest places; a name that finds none is left out and still said by its button.
// A province has 157 parts: whether a point lies inside an outline is asked only where their boxes meet.

import { inside } from './tiles.ts'
import type { Point } from './tiles.ts'

export interface Labelled {
  readonly rings: readonly (readonly Point[])[]
  /** Where it would stand best. */
  readonly middle: Point
  readonly width: number
  readonly height: number
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const overlap = (a: Point, b: Point, width: number, height: number): boolean =>
  Math.abs(a[0] - b[0]) < width && Math.abs(a[1] - b[1]) < height

function boundsOf(rings: Labelled['rings']): Box {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const ring of rings)
    for (const [x, y] of ring) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  return { left, top, right, bottom }
}

const holds = ({ left, top, right, bottom }: Box, [x, y]: Point): boolean => x >= left && x <= right && y >= top && y <= bottom
const meet = (a: Box, b: Box): boolean => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom

const steps = 12

/** The middle, then a grid over the part, nearest to the middle first. */
function candidates({ middle }: Labelled, { left, top, right, bottom }: Box): Point[] {
  const grid = Array.from({ length: steps * steps }, (_, at): Point => {
    const [column, row] = [at % steps, Math.floor(at / steps)]
    return [left + ((column + 0.5) * (right - left)) / steps, top + ((row + 0.5) * (bottom - top)) / steps]
  })
  const far = ([x, y]: Point): number => (x - middle[0]) ** 2 + (y - middle[1]) ** 2
  return [middle, ...grid.toSorted((a, b) => far(a) - far(b))]
}

const areaOf = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top)

/** How large a part is, roughly: of two that overlap, the smaller one lies above. */
export const sizeOf = (rings: Labelled['rings']): number => areaOf(boundsOf(rings))

/** A place for each, in the order given; null for one that finds none. */
export function placeLabels(parts: readonly Labelled[]): (Point | null)[] {
  const places: (Point | null)[] = parts.map(() => null)
  const order = parts
    .map((part, index) => {
      const box = boundsOf(part.rings)
      return { part, index, box, size: areaOf(box) }
    })
    .toSorted((a, b) => a.size - b.size)
  const taken: { at: Point; width: number; height: number }[] = []
  for (const [rank, { part, index, box }] of order.entries()) {
    const above = order.slice(0, rank).filter((other) => meet(other.box, box))
    const free = (point: Point): boolean =>
      !taken.some((one) => overlap(point, one.at, (part.width + one.width) / 2, (part.height + one.height) / 2))
    const spot = candidates(part, box).find(
      (point) =>
        free(point) && inside(part.rings, point) && !above.some((other) => holds(other.box, point) && inside(other.part.rings, point)),
    )
    if (spot === undefined) continue
    places[index] = spot
    taken.push({ at: spot, width: part.width, height: part.height })
  }
  return places
}
