// Keys over a map: arrows move the focus to the nearest part, Escape and Backspace go up. A part goes in by Enter itself.

import { useCallback, useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { arrows, focusOn, moveOver } from '#ground/ui/map/over-map.ts'
import { typing } from '#ground/ui/typing.ts'

/**
 * Keys of the whole page while nothing is being typed. What it gives is called when the map is drawn: after a step by key,
 * the focus stands on the map again.
 */
export function useMapKeys(place: RefObject<HTMLElement | null>, up: (() => void) | null): (unit: string) => void {
  const byKey = useRef(false)
  const step = useRef(up)
  useEffect(() => {
    step.current = up
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      const direction = arrows[event.key]
      if (direction !== undefined && place.current !== null) {
        event.preventDefault()
        moveOver(place.current, direction)
      } else if ((event.key === 'Escape' || event.key === 'Backspace') && step.current !== null) {
        event.preventDefault()
        byKey.current = true
        step.current()
      } else byKey.current = event.key === 'Enter' || event.key === ' '
    }
    // In the capturing phase: the part itself takes Enter and stops nothing.
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [place])
  const drawn = useRef('')
  return useCallback(
    (unit: string) => {
      if (drawn.current === unit || place.current === null) return
      drawn.current = unit
      if (!byKey.current) return
      byKey.current = false
      focusOn(place.current)
    },
    [place],
  )
}
