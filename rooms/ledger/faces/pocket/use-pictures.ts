// The code for pictures comes behind the first screen; where the line broke before it came, it is asked for again.

import { useEffect, useState } from 'react'
import type { Pictures } from './pictures.ts'
import type { Store } from './store.ts'

const againMs = 3_000

/** Null until it is there; nothing else of the page waits for it. */
export function usePictures(of: Store): Pictures | null {
  const [pictures, setPictures] = useState<Pictures | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const find = async (): Promise<void> => {
      const found = await of.pictures().catch(() => null)
      if (gone) return
      if (found === null) timer = setTimeout(() => void find(), againMs)
      else setPictures(found)
    }
    void find()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [of])
  return pictures
}
