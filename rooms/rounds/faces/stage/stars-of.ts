// How many stars the presented unit holds and aims for, from the sand table's room; nothing while that is not known, and never
// the figures of another unit.

import { useEffect, useState } from 'react'
import { callByName, hasEndpoint } from '#ground/ui/client.ts'

export interface Stars {
  readonly certified: number
  readonly aimed: number
}

interface Presented {
  readonly subject: string | null
  readonly stars: readonly { readonly certified: number; readonly aimed: number }[]
}

const againMs = 2000

/** Null until the answer speaks of this unit, and where it has no stars at all. */
export function useStars(subject: string): Stars | null {
  const [known, setKnown] = useState<Presented | null>(null)
  useEffect(() => {
    if (!hasEndpoint('sandtable', 'presented')) return undefined
    let again: ReturnType<typeof setTimeout> | undefined
    const left = new AbortController()
    const ask = async (): Promise<void> => {
      try {
        const answer = (await callByName('sandtable', 'presented', { signal: left.signal })) as Presented
        setKnown(answer)
        if (answer.subject === subject || left.signal.aborted) return
      } catch {
        if (left.signal.aborted) return
      }
      again = setTimeout(() => void ask(), againMs)
    }
    void ask()
    return () => {
      left.abort()
      clearTimeout(again)
    }
  }, [subject])
  if (known?.subject !== subject) return null
  const sum = (figure: 'certified' | 'aimed'): number => known.stars.reduce((all, star) => all + star[figure], 0)
  return known.stars.length === 0 ? null : { certified: sum('certified'), aimed: sum('aimed') }
}
