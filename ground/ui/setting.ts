// A choice of the reader kept in a cookie, so that server-rendered pages share it, and watched by every screen that shows it.

import { useSyncExternalStore } from 'react'

export interface Setting<T extends string> {
  get(): T
  set(value: T): void
  use(): [T, (value: T) => void]
}

const year = 365 * 24 * 3600

/** The value of a cookie in a `document.cookie` text; null when it is not there. */
export function readCookie(cookies: string, name: string): string | null {
  for (const part of cookies.split(';')) {
    const [key, ...rest] = part.trim().split('=')
    if (key === name) return rest.join('=')
  }
  return null
}

/** A setting with its allowed values, the first being the default; `apply` shows it on the document. */
export function defineSetting<const T extends string>(cookie: string, values: readonly [T, ...T[]], apply: (value: T) => void): Setting<T> {
  const inBrowser = typeof document !== 'undefined'
  const kept = inBrowser ? readCookie(document.cookie, cookie) : null
  let value = values.find((each) => each === kept) ?? values[0]
  const listeners = new Set<() => void>()
  if (inBrowser) apply(value)
  const get = (): T => value
  const set = (next: T): void => {
    if (next === value) return
    value = next
    if (inBrowser) {
      document.cookie = `${cookie}=${next}; path=/; max-age=${year}; samesite=lax`
      apply(next)
    }
    for (const listener of listeners) listener()
  }
  const watch = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { get, set, use: () => [useSyncExternalStore(watch, get, get), set] }
}
