// Keys of a keyboard and of a clicker: what each does depends on whether the map or a spot is on.

import { useEffect, useRef } from 'react'

export interface Acts {
  /** Arrow keys over the map; in pictures, left and right turn them. */
  arrow(key: string): void
  forward(): void
  back(): void
  up(): void
  enter(): void
  quarter(step: 1 | -1): void
  compare(): void
  blank(): void
}

const actOf: Readonly<Record<string, (acts: Acts, key: string) => void>> = {
  ArrowLeft: (acts, key) => acts.arrow(key),
  ArrowRight: (acts, key) => acts.arrow(key),
  ArrowUp: (acts, key) => acts.arrow(key),
  ArrowDown: (acts, key) => acts.arrow(key),
  PageDown: (acts) => acts.forward(),
  PageUp: (acts) => acts.back(),
  Escape: (acts) => acts.up(),
  Backspace: (acts) => acts.up(),
  Enter: (acts) => acts.enter(),
  '[': (acts) => acts.quarter(-1),
  ']': (acts) => acts.quarter(1),
  s: (acts) => acts.compare(),
  b: (acts) => acts.blank(),
  '.': (acts) => acts.blank(),
}

/** While the divide of two pictures is moved, left and right are its own. */
const dividing = (target: EventTarget | null): boolean => target instanceof HTMLInputElement

export function useTableKeys(acts: Acts): void {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (dividing(event.target) && event.key.startsWith('Arrow')) return
      // A part of the map takes Enter itself.
      if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('[data-code], a, button') !== null) return
      const act = actOf[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (act === undefined) return
      event.preventDefault()
      act(latest.current, event.key)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
