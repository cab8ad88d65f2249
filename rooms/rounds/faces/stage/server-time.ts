// The server's time on a screen whose own clock may be a day wrong: counted by a clock that only runs forward, set by the
// server's word. An answer is never younger than it says, so the latest estimate is the best one.

export interface ServerTime {
  /** Milliseconds since 1970 by the server; null before it has said anything. */
  now(): number | null
  /** The server said this time. */
  said(at: string): void
  /** After a line was lost the server may be another one. */
  forget(): void
}

/** `ticks` counts milliseconds and never goes back. */
export function openServerTime(ticks: () => number): ServerTime {
  let ahead: number | null = null
  let forgotten = false
  return {
    now: () => (ahead === null ? null : ticks() + ahead),
    said: (at) => {
      const next = Date.parse(at) - ticks()
      if (Number.isNaN(next)) return
      ahead = ahead === null || forgotten ? next : Math.max(ahead, next)
      forgotten = false
    },
    forget: () => {
      forgotten = true
    },
  }
}
