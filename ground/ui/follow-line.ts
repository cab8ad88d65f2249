// For pages that send by themselves: whether there is a line, and when something happened in a room, from the house's one stream
// of announcements.

import { createLive } from './live.ts'

export interface Following {
  lost(): void
  found(): void
  /** Something moved there that this post hears of. */
  happened(): void
}

/** Several announcements of one decision are answered once, and a county of phones not in the same instant. */
const gatherMs = 600

export function followLine(room: string, { lost, found, happened }: Following): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const live = createLive({ open: () => new EventSource('/api/v1/live'), now: () => Date.now(), chance: () => Math.random() })
  live.listen((event) => {
    if (event !== 'resync' && event.room !== room) return
    clearTimeout(timer)
    timer = setTimeout(happened, gatherMs * (0.5 + Math.random()))
  })
  live.watch(() => {
    const { state } = live.current()
    if (state === 'lost') lost()
    if (state === 'open') found()
  })
}
