// Where names stand on a map: inside their own outline, not inside another's, never one over another. The smallest parts
// choose first, because they have the fewest places; a name that finds none is left out and still said by its button.

import { inside } from './tiles.ts'
import type { Point } from './tiles.ts'

export interface Labelled {
  readonly rings: readonly (readonly Point[])[]
  /** Where it would stand best. */
  readonly middle: Point
  readonly width: number
  readonly height: number
}

const overlap = (a: Point, b: Point, width: number, height: number): boolean =>
  Math.abs(a[0] - b[0]) < width && Math.abs(a[1] - b[1]) < height

function boundsOf(rings: Labelled['rings']): { left: number; top: number; right: number; bottom: number } {
  const points = rings.flat()
  const of = (axis: 0 | 1) => points.map((point) => point[axis])
  return { left: Math.min(...of(0)), top: Math.min(...of(1)), right: Math.max(...of(0)), bottom: Math.max(...of(1)) }
}

const steps = 12

/** The middle, then a grid over the part, nearest to the middle first. */
function candidates({ rings, middle }: Labelled): Point[] {
  const { left, top, right, bottom } = boundsOf(rings)
  const grid = Array.from({ length: steps * steps }, (_, at): Point => {
    const [column, row] = [at % steps, Math.floor(at / steps)]
    return [left + ((column + 0.5) * (right - left)) / steps, top + ((row + 0.5) * (bottom - top)) / steps]
  })
  const far = ([x, y]: Point): number => (x - middle[0]) ** 2 + (y - middle[1]) ** 2
  return [middle, ...grid.toSorted((a, b) => far(a) - far(b))]
}

/** How large a part is, roughly: of two that overlap, the smaller one lies above. */
export function sizeOf(rings: Labelled['rings']): number {
  const { left, top, right, bottom } = boundsOf(rings)
  return (right - left) * (bottom - top)
}

/** A place for each, in the order given; null for one that finds none. */
export function placeLabels(parts: readonly Labelled[]): (Point | null)[] {
  const places: (Point | null)[] = parts.map(() => null)
  const order = parts.map((part, index) => ({ part, index, size: sizeOf(part.rings) })).toSorted((a, b) => a.size - b.size)
  const taken: { at: Point; width: number; height: number }[] = []
  for (const [rank, { part, index }] of order.entries()) {
    const above = order.slice(0, rank)
    const spot = candidates(part).find(
      (point) =>
        inside(part.rings, point) &&
        !above.some((other) => inside(other.part.rings, point)) &&
        !taken.some((one) => overlap(point, one.at, (part.width + one.width) / 2, (part.height + one.height) / 2)),
    )
    if (spot === undefined) continue
    places[index] = spot
    taken.push({ at: spot, width: part.width, height: part.height })
  }
  return places
}
