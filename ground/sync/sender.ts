// Sends what waits on the device: soon after a change, when the line or the page comes back, and by itself with growing
// pauses. One round at a time in a page, and one page at a time where the browser has locks; two would do no harm.

export interface Sending {
  /** One attempt at everything that waits: `done` when nothing waits, `again` to go on at once, `later` after a pause. */
  attempt(): Promise<Outcome>
}

export type Outcome = 'done' | 'again' | 'later'

export interface Sender {
  /** Something changed here; it is sent in a moment, together with what changes until then. */
  wake(): void
  close(): void
}

const soonMs = 300
const firstPauseMs = 1_500
const longestPauseMs = 30_000

/** Begins to send. */
export function openSender(name: string, { attempt }: Sending): Sender {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  let wanted = false
  let failures = 0
  let closed = false

  const later = (ms: number): void => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(() => void run(), ms)
  }

  const once = async (): Promise<void> => {
    for (;;) {
      wanted = false
      const outcome = await attempt().catch(() => 'later' as const)
      if (outcome === 'later') {
        failures += 1
        // Spread, so that a hall of phones does not come back in the same instant.
        later(Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 5)) * (0.75 + Math.random() / 2))
        return
      }
      failures = 0
      if (outcome === 'done' && !wanted) return
    }
  }

  const run = async (): Promise<void> => {
    if (running || closed) {
      wanted = true
      return
    }
    running = true
    try {
      const locks = (navigator as { locks?: LockManager }).locks
      await (locks === undefined ? once() : locks.request(name, once))
    } finally {
      running = false
      if (wanted) later(soonMs)
    }
  }

  const now = (): void => {
    failures = 0
    later(0)
  }
  const seen = (): void => {
    if (document.visibilityState === 'visible') now()
  }
  addEventListener('online', now)
  addEventListener('pageshow', now)
  document.addEventListener('visibilitychange', seen)
  later(0)

  return {
    wake: () => {
      wanted = true
      later(soonMs)
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      removeEventListener('online', now)
      removeEventListener('pageshow', now)
      document.removeEventListener('visibilitychange', seen)
    },
  }
}
