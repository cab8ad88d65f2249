// What a person has typed is never lost: a draft is kept on this device a moment after each change, per account and form,
// and dropped when the form is sent. A draft with personal data stays with the window and is gone when it closes.

import { useEffect, useRef, useState } from 'react'
import { useMe } from './me.ts'

export interface Draft<T = unknown> {
  readonly value: T
  set(changes: Partial<T>): void
  /** When the last change was kept; null while nothing is. */
  readonly savedAt: number | null
  clear(): void
}

interface Kept<T> {
  readonly value: T
  readonly at: number
}

const prefix = 'lx-draft:'

function read<T>(store: Storage, key: string): Kept<T> | null {
  try {
    const text = store.getItem(key)
    return text === null ? null : (JSON.parse(text) as Kept<T>)
  } catch {
    // A draft that cannot be read is no draft.
    return null
  }
}

/** Removes every draft of this device, when somebody signs out. */
export function forgetDrafts(): void {
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key)
  }
}

/** A form's values, kept as typed. `name` says which form of which record; `personal` keeps it for this window only. */
export function useDraft<T extends object>(name: string, initial: T, options: { readonly personal?: boolean } = {}): Draft<T> {
  const { person } = useMe()
  const store = options.personal === true ? sessionStorage : localStorage
  const key = `${prefix}${person.id}:${name}`
  const [state, setState] = useState<{ key: string; value: T; at: number | null }>(() => {
    const before = read<T>(store, key)
    return { key, value: { ...initial, ...before?.value }, at: before?.at ?? null }
  })
  const latest = useRef(state.value)

  useEffect(() => {
    if (state.key === key) return
    const before = read<T>(store, key)
    latest.current = { ...initial, ...before?.value }
    setState({ key, value: latest.current, at: before?.at ?? null })
  }, [initial, key, state.key, store])

  return {
    value: state.value,
    savedAt: state.at,
    set(changes) {
      latest.current = { ...latest.current, ...changes }
      const at = Date.now()
      try {
        store.setItem(key, JSON.stringify({ value: latest.current, at } satisfies Kept<T>))
        setState({ key, value: latest.current, at })
      } catch {
        // The store is full or closed: the form works on, without the mark that says it is kept.
        setState({ key, value: latest.current, at: null })
      }
    },
    clear() {
      store.removeItem(key)
      latest.current = initial
      setState({ key, value: initial, at: null })
    },
  }
}
