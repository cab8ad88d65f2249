// The code for evidence comes after the first screen; where the line broke before it came, it is asked for again.

import { useEffect, useState } from 'react'
import type { Exhibits } from './exhibits.ts'
import type { HandStore } from './hand-store.ts'

const againMs = 3_000

/** Null until it is there; nothing else of the page waits for it. */
export function useExhibits(store: HandStore): Exhibits | null {
  const [exhibits, setExhibits] = useState<Exhibits | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const find = async (): Promise<void> => {
      const found = await store.exhibits().catch(() => null)
      if (gone) return
      if (found === null) timer = setTimeout(() => void find(), againMs)
      else setExhibits(found)
    }
    void find()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [store])
  return exhibits
}
