// Whether this page can be opened again without a network, and whether a newer version of it waits.

import { useSyncExternalStore } from 'react'

export type Offline = 'preparing' | 'ready' | 'impossible'

interface State {
  readonly offline: Offline
  /** A newer worker that waits to be taken. */
  readonly waiting: ServiceWorker | null
}

const workers = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker
let state: State = { offline: workers === undefined || !isSecureContext ? 'impossible' : 'preparing', waiting: null }
const watchers = new Set<() => void>()

function become(next: Partial<State>): void {
  state = { ...state, ...next }
  for (const watcher of watchers) watcher()
}

/** Registers the worker; called once. */
export async function prepareOffline(): Promise<void> {
  if (workers === undefined || state.offline === 'impossible') return
  try {
    const registration = await workers.register('/pocket/sw.js', { scope: '/pocket', updateViaCache: 'none' })
    const look = (): void => become({ waiting: registration.active === null ? null : registration.waiting })
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
    look()
    await workers.ready
    become({ offline: 'ready' })
  } catch {
    become({ offline: 'impossible' })
  }
}

/** Takes the newer version and opens it. */
export function takeNewVersion(): void {
  workers?.addEventListener('controllerchange', () => location.reload(), { once: true })
  state.waiting?.postMessage('take-over')
}

/** The present state. */
export const offlineNow = (): State => state

/** The present state, watched. */
export function useOffline(): State {
  return useSyncExternalStore(
    (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    () => state,
  )
}
