// Long lists page by themselves, calmly: the next page simply stands there, nothing moves.

import { useEffect, useState } from 'react'

const pageMs = 8000

export interface Page<T> {
  readonly items: readonly T[]
  /** Counted from 1. */
  readonly page: number
  readonly pages: number
}

/** The page that is on now; begins anew with another list (`of`). */
export function usePages<T>(items: readonly T[], most: number, of: string): Page<T> {
  const pages = Math.max(1, Math.ceil(items.length / most))
  const [turned, setTurned] = useState({ of, count: 0 })
  useEffect(() => {
    if (pages === 1) return undefined
    const timer = setInterval(() => setTurned((before) => ({ of, count: before.of === of ? before.count + 1 : 1 })), pageMs)
    return () => clearInterval(timer)
  }, [pages, of])
  const page = turned.of === of ? turned.count % pages : 0
  return { items: items.slice(page * most, (page + 1) * most), page: page + 1, pages }
}
