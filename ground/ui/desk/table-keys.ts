// Keys of a table: j and k move, Enter opens, x selects, Esc closes, / finds. They rest while somebody types or a dialog is open.

import { useEffect, useRef } from 'react'

export interface TableKeys {
  move(by: 1 | -1): void
  open(): void
  select(): void
  close(): void
  find(): void
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="combobox"], .lx-keys-off') !== null

const pressing = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('button, a, summary') !== null

export function useTableKeys(keys: TableKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return
      const act: Record<string, () => void> = {
        j: () => latest.current.move(1),
        k: () => latest.current.move(-1),
        x: () => latest.current.select(),
        '/': () => latest.current.find(),
        Escape: () => latest.current.close(),
        ...(pressing(event.target) ? {} : { Enter: () => latest.current.open() }),
      }
      const found = act[event.key]
      if (found === undefined) return
      event.preventDefault()
      found()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}
