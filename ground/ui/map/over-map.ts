// Moving over a schematic map by keys: the focus goes to the nearest part in the direction of an arrow.

import { nearestTo } from './nearest.ts'
import type { Direction, Spot } from './nearest.ts'

/** The keys that move. */
export const arrows: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

export const partsIn = (place: HTMLElement): (HTMLElement | SVGElement)[] => [
  ...place.querySelectorAll<HTMLElement | SVGElement>('[data-code]'),
]

function middleOf(part: Element): Spot {
  const { left, top, width, height } = part.getBoundingClientRect()
  return { code: part.getAttribute('data-code') ?? '', x: left + width / 2, y: top + height / 2 }
}

export function moveOver(place: HTMLElement, direction: Direction): void {
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

/** Puts the focus on the chosen part, else on the first. */
export function focusOn(place: HTMLElement): void {
  const parts = partsIn(place)
  ;(parts.find((part) => part.getAttribute('aria-pressed') === 'true') ?? parts[0])?.focus()
}
