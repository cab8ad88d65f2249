// A button that opens a short list of acts. Of our own, because it stands in the title bar of every page and the library's
// costs more bytes than all the rest of that bar. Arrow keys move, Escape and Tab close, a click elsewhere closes.

import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

export interface MenuItem {
  readonly key: string
  readonly label: string
}

export interface MenuButtonProps {
  readonly items: readonly MenuItem[]
  readonly onChoose: (key: string) => void
  /** The item that holds now, when the list is a choice of one. */
  readonly chosen?: string | null
  readonly label?: string
  /** `bar`: without a border, as in the title bar. */
  readonly look?: 'button' | 'bar'
  readonly align?: 'start' | 'end'
  readonly children: ReactNode
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

interface ListProps extends Pick<MenuButtonProps, 'items' | 'onChoose' | 'chosen' | 'label' | 'align'> {
  /** `back`: the focus returns to the button. */
  readonly close: (back: boolean) => void
}

function List({ items, onChoose, chosen, label, align, close }: ListProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const first = list.current?.querySelector<HTMLElement>('[aria-checked="true"]') ?? list.current?.querySelector('button')
    first?.focus()
    const outside = (event: Event): void => {
      const place = list.current?.parentElement
      if (event.target instanceof Node && place?.contains(event.target) !== true) close(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [close])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return close(true)
    if (event.key === 'Tab') return close(false)
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const entries = [...(list.current?.querySelectorAll('button') ?? [])]
    entries[step(entries.indexOf(document.activeElement as HTMLButtonElement), entries.length)]?.focus()
  }
  return (
    <ul
      role="menu"
      aria-label={label}
      className={align === 'end' ? 'lx-menu-list lx-menu-end' : 'lx-menu-list'}
      ref={list}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <li key={item.key} role="none">
          <button
            type="button"
            tabIndex={-1}
            role={chosen === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={chosen === undefined ? undefined : item.key === chosen}
            onClick={() => {
              close(true)
              onChoose(item.key)
            }}
          >
            {item.label}
          </button>
        </li>
      ))}
    </ul>
  )
}

export function MenuButton({ look = 'button', children, ...list }: MenuButtonProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const [close] = useState(() => (back: boolean): void => {
    setOpen(false)
    if (back) button.current?.focus()
  })
  return (
    <span className="lx-menu">
      <Button
        ref={button}
        type={look === 'bar' ? 'text' : 'default'}
        aria-label={list.label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {children} ▾
      </Button>
      {open ? <List {...list} close={close} /> : null}
    </span>
  )
}
