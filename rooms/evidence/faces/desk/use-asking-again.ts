// Views are made within seconds of the recording, and no event tells of it: it is nobody's decision. So a page that shows
// what waits for its view asks again.

import { useEffect } from 'react'

const again = 2_000

/** Asks again every two seconds as long as something waits. */
export function useAskingAgain(isWaiting: boolean, ask: () => unknown): void {
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setInterval(() => void ask(), again)
    return () => clearInterval(timer)
  }, [isWaiting, ask])
}
