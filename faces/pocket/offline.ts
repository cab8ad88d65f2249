// Whether this page can be opened again without a network, and whether a newer version of it waits.

import { useSyncExternalStore } from 'react'

/** `failed`: this browser could, but the page was not kept: the device is full, or the line broke or is dead. */
export type Offline = 'preparing' | 'ready' | 'impossible' | 'failed'

/** As long as a poor line may need for the face's files; whoever waits longer is told that it is not so yet. */
const patienceMs = 60_000

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

/** Says that the page is not kept; taken back as soon as it is. */
function notKept(): void {
  if (state.offline === 'preparing') become({ offline: 'failed' })
}

/** Registers the worker; called once, and again when there is a line after it has failed. */
export async function prepareOffline(): Promise<void> {
  if (workers === undefined || state.offline === 'impossible') return
  const late = setTimeout(notKept, patienceMs)
  try {
    const registration = await workers.register('/pocket/sw.js', { scope: '/pocket', updateViaCache: 'none' })
    const look = (): void => become({ waiting: registration.active === null ? null : registration.waiting })
    const follow = (): void => {
      const worker = registration.installing
      worker?.addEventListener('statechange', () => {
        look()
        // A worker that could not keep every file is thrown away by the browser.
        if (worker.state === 'redundant' && registration.active === null) notKept()
      })
    }
    registration.addEventListener('updatefound', follow)
    follow()
    look()
    addEventListener('online', again)
    await workers.ready
    removeEventListener('online', again)
    clearTimeout(late)
    become({ offline: 'ready' })
  } catch {
    clearTimeout(late)
    become({ offline: 'impossible' })
  }
}

function again(): void {
  if (state.offline !== 'failed') return
  removeEventListener('online', again)
  become({ offline: 'preparing' })
  void prepareOffline()
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
