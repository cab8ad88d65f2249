// Percentiles, medians and histograms of latencies. Nearest rank: every figure shown is a time that really happened.

/** The p-th percentile (0 < p ≤ 100) of values in any order; NaN of none. */
export function percentile(values: ArrayLike<number>, p: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted.length === 0 ? Number.NaN : (sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN)
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
}

/** How many times each whole millisecond was seen; the last place holds everything from there on. */
export type Histogram = readonly number[]

/** Adds histograms of one length place by place. */
export function added(histograms: readonly Histogram[]): number[] {
  const [first = []] = histograms
  return first.map((_count, place) => histograms.reduce((sum, histogram) => sum + (histogram[place] ?? 0), 0))
}

/** The p-th percentile of a histogram, in milliseconds, rounded up to the next whole one. */
export function percentileOf(histogram: Histogram, p: number): number {
  const total = histogram.reduce((sum, count) => sum + count, 0)
  if (total === 0) return Number.NaN
  let left = Math.ceil((p / 100) * total)
  for (const [place, count] of histogram.entries()) {
    left -= count
    if (left <= 0) return place + 1
  }
  return histogram.length
}
