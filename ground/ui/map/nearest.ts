// Moving over a map by arrow keys: to the nearest part that lies in that direction, as the eye would.

export interface Spot {
  readonly code: string
  readonly x: number
  readonly y: number
}

export type Direction = 'left' | 'right' | 'up' | 'down'

/** Away from the line of sight counts double. */
const aside = 2

/** The part one arrives at; the same one when nothing lies there. */
export function nearestTo(from: Spot, spots: readonly Spot[], direction: Direction): Spot {
  const along = ({ x, y }: Spot): number =>
    direction === 'left' ? from.x - x : direction === 'right' ? x - from.x : direction === 'up' ? from.y - y : y - from.y
  const across = ({ x, y }: Spot): number => Math.abs(direction === 'left' || direction === 'right' ? y - from.y : x - from.x)
  let best = from
  let shortest = Number.POSITIVE_INFINITY
  for (const spot of spots) {
    const [ahead, off] = [along(spot), across(spot)]
    if (spot.code === from.code || ahead <= 0.5 || off > 2 * ahead + 4) continue
    const way = ahead + aside * off
    if (way < shortest) [best, shortest] = [spot, way]
  }
  return best
}
