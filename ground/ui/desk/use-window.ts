// Which rows of a long table are in sight, measured from the scrolled box and a real row.

import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { windowOf } from './table-columns.ts'

const longFrom = 150

export interface RowWindow {
  readonly from: number
  readonly to: number
  readonly rowHeight: number
  readonly windowed: boolean
}

export function useWindow(box: RefObject<HTMLDivElement | null>, count: number, guess: number): RowWindow {
  const [sight, setSight] = useState({ top: 0, height: 900 })
  const [rowHeight, setRowHeight] = useState(guess)
  const [printing, setPrinting] = useState(false)
  const windowed = count > longFrom && !printing

  useEffect(() => {
    const element = box.current
    if (element === null || !windowed) return undefined
    const look = (): void => setSight({ top: element.scrollTop, height: element.clientHeight })
    look()
    element.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [box, windowed])

  useLayoutEffect(() => {
    const row = box.current?.querySelector<HTMLElement>('tbody tr[data-row]')
    const height = row?.getBoundingClientRect().height ?? 0
    if (height > 0 && Math.abs(height - rowHeight) > 0.5) setRowHeight(height)
  }, [box, guess, rowHeight, count])

  useEffect(() => {
    const before = (): void => setPrinting(true)
    const after = (): void => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])

  return { ...(windowed ? windowOf(count, rowHeight, sight.top, sight.height) : { from: 0, to: count }), rowHeight, windowed }
}
