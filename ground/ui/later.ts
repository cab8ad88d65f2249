// A part of a screen that is fetched behind the first picture. Where the line was gone, it is asked for again with the line;
// until it is there the screen says so itself and goes on without it.

import { useEffect, useState } from 'react'

/** The part, or null while it is not there. `load` is the same function at every call; `line` changes when the line does. */
export function useLater<T>(load: () => Promise<T>, line: unknown): T | null {
  const [part, setPart] = useState<{ readonly value: T } | null>(null)
  useEffect(() => {
    let wanted = line !== undefined
    load().then(
      (value) => wanted && setPart({ value }),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [load, line])
  return part === null ? null : part.value
}
