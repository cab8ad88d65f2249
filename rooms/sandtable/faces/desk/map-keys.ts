// Keys over a map: arrows move the focus to the nearest part, Escape and Backspace go up. A part goes in by Enter itself.

import { useCallback, useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { nearestTo } from '../../core/nearest.ts'
import type { Direction, Spot } from '../../core/nearest.ts'

const arrows: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

const partsIn = (place: HTMLElement): (HTMLElement | SVGElement)[] => [...place.querySelectorAll<HTMLElement | SVGElement>('[data-code]')]

function middleOf(part: Element): Spot {
  const { left, top, width, height } = part.getBoundingClientRect()
  return { code: part.getAttribute('data-code') ?? '', x: left + width / 2, y: top + height / 2 }
}

function move(place: HTMLElement, direction: Direction): void {
  const parts = partsIn(place)
  const on = parts.find((part) => part === document.activeElement)
  const start = on ?? parts.find((part) => part.getAttribute('aria-pressed') === 'true')
  if (start === undefined) {
    parts[0]?.focus()
    return
  }
  const to = on === undefined ? middleOf(start) : nearestTo(middleOf(on), parts.map(middleOf), direction)
  parts.find((part) => part.getAttribute('data-code') === to.code)?.focus()
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]') !== null

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
        move(place.current, direction)
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
      const parts = partsIn(place.current)
      ;(parts.find((part) => part.getAttribute('aria-pressed') === 'true') ?? parts[0])?.focus()
    },
    [place],
  )
}
