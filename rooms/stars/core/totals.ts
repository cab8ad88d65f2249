// Counting what units aim for or hold. The level of a unit is the number of its stars, so the levels and the stars of any
// set of units add up to the same figure; every board shows both sums beside each other.

export interface Totals {
  /** Units by level, from no star to as many as the edition has. */
  readonly levels: readonly number[]
  /** Units by star. */
  readonly stars: Readonly<Record<string, number>>
  readonly units: number
}

/** Totals of units, each given as its stars; repeated stars count once. */
export function totalsOf(units: Iterable<readonly string[]>, stars: readonly string[]): Totals {
  const levels = Array.from({ length: stars.length + 1 }, () => 0)
  const counts: Record<string, number> = Object.fromEntries(stars.map((star) => [star, 0]))
  let count = 0
  for (const held of units) {
    const own = new Set(held.filter((star) => star in counts))
    for (const star of own) counts[star] = (counts[star] ?? 0) + 1
    levels[own.size] = (levels[own.size] ?? 0) + 1
    count += 1
  }
  return { levels, stars: counts, units: count }
}

/** Totals of several parts. */
export function addTotals(parts: readonly Totals[], stars: readonly string[]): Totals {
  return {
    levels: Array.from({ length: stars.length + 1 }, (_, level) => parts.reduce((sum, part) => sum + (part.levels[level] ?? 0), 0)),
    stars: Object.fromEntries(stars.map((star) => [star, parts.reduce((sum, part) => sum + (part.stars[star] ?? 0), 0)])),
    units: parts.reduce((sum, part) => sum + part.units, 0),
  }
}

/** Σ (level × units). */
export function sumOfLevels(totals: Totals): number {
  return totals.levels.reduce((sum, units, level) => sum + level * units, 0)
}

/** Σ stars. */
export function sumOfStars(totals: Totals): number {
  return Object.values(totals.stars).reduce((sum, count) => sum + count, 0)
}
