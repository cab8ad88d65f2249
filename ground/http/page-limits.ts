// Forms of the public face reach endpoints without passing the API's own limits, so they are counted here:
// calls per endpoint, peer and minute, in this process.

const minuteMs = 60_000

export interface PageLimits {
  /** Counts one call and says whether it is within the endpoint's limit. */
  allows(endpoint: string, peer: string, perMinute: number): boolean
}

/** Empty counters. */
export function pageLimits(now: () => number = () => performance.now()): PageLimits {
  let minute = 0
  let counts = new Map<string, number>()
  return {
    allows: (endpoint, peer, perMinute) => {
      const current = Math.floor(now() / minuteMs)
      if (current !== minute) {
        minute = current
        counts = new Map()
      }
      const key = `${endpoint} ${peer}`
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return count <= perMinute
    },
  }
}
