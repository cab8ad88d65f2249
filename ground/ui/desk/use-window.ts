// Which rows of a long table are in sight, measured from the scrolled box and a real row.

import { type RefObject, useEffect, useState } from 'react'
import { windowOf } from './table-columns.ts'

const longFrom = 150

export interface RowWindow {
  readonly from: number
  readonly to: number
  readonly rowHeight: number
  readonly windowed: boolean
}

export function useWindow(box: RefObject<HTMLDivElement | null>, count: number, guess: number): RowWindow {
  const [sight, setSight] = useState({ top: 0, height: 900, rowHeight: guess })
  const [printing, setPrinting] = useState(false)
  const windowed = count > longFrom && !printing
  // The box is there only while there are rows.
  const filled = count > 0

  useEffect(() => {
    const element = box.current
    if (element === null || !filled) return undefined
    const look = (): void => {
      const row = element.querySelector('tbody tr[data-row]')?.getBoundingClientRect().height ?? 0
      setSight((before) => ({ top: element.scrollTop, height: element.clientHeight, rowHeight: row > 0 ? row : before.rowHeight }))
    }
    if (windowed) element.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    const table = element.querySelector('table')
    if (table !== null) sizes.observe(table)
    return () => {
      element.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [box, windowed, filled])

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

  return {
    ...(windowed ? windowOf(count, sight.rowHeight, sight.top, sight.height) : { from: 0, to: count }),
    rowHeight: sight.rowHeight,
    windowed,
  }
}
