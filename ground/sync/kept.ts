// A small store on the device that says honestly whether it keeps: IndexedDB where it can, memory where it must.
// Nothing is given up when the store is full: the page holds what it could not write and tries again with every write.
// Pages of the same device tell one another what they wrote, so that two of them never hold two truths.

import { openTable } from './table.ts'

/** `kept`: on the device. `full` or `memory`: in this page only, until it is closed. */
export type KeptState = 'kept' | 'full' | 'memory'

export interface Kept {
  readonly state: KeptState
  get<T>(key: string): Promise<T | undefined>
  /** Resolves when it is on the device, or when it is known that it is only in the page. */
  set(key: string, value: unknown): Promise<void>
  /** Keys of what the page holds and the device does not have yet. */
  pending(): ReadonlySet<string>
  remove(key: string): Promise<void>
  /** Every value whose key begins so. */
  all<T>(prefix: string): Promise<Map<string, T>>
  /** Told when `state` changes. */
  watch(onChange: () => void): void
  /** Told what other pages of this device have set. */
  hear(onSet: (key: string, value: unknown) => void): void
}

/** Opens the store of this name; never refuses. */
export async function openKept(name: string): Promise<Kept> {
  let store = await openTable(name)
  const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  const unwritten = new Map<string, unknown>()
  const watchers = new Set<() => void>()
  let state: KeptState = store === null ? 'memory' : 'kept'
  const become = (next: KeptState): void => {
    if (next === state) return
    state = next
    for (const watcher of watchers) watcher()
  }

  const write = async (key: string, value: unknown): Promise<boolean> => {
    try {
      await store?.put(key, value)
      return store !== null
    } catch (error) {
      if ((error as Error).name === 'QuotaExceededError') return false
    }
    // A browser may close the store of a page that lay in the background; it is opened again.
    store = await openTable(name)
    return (
      store !== null &&
      store.put(key, value).then(
        () => true,
        () => false,
      )
    )
  }

  const writeAll = async (): Promise<void> => {
    for (const [key, value] of unwritten) {
      if (!(await write(key, value))) return become(store === null ? 'memory' : 'full')
      if (unwritten.get(key) === value) unwritten.delete(key)
    }
    if (unwritten.size === 0) become('kept')
  }

  return {
    get state() {
      return state
    },
    get: async <T>(key: string) => {
      if (unwritten.has(key)) return unwritten.get(key) as T
      try {
        return (await store?.get(key)) as T | undefined
      } catch {
        return undefined
      }
    },
    set: async (key, value) => {
      unwritten.set(key, value)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel belongs to one origin
      others?.postMessage({ key, value })
      await writeAll()
    },
    pending: () => new Set(unwritten.keys()),
    remove: async (key) => {
      unwritten.delete(key)
      try {
        await store?.delete(key)
      } catch {
        // What cannot be deleted is overwritten or ignored by whoever reads it.
      }
    },
    all: async <T>(prefix: string) => {
      const found = new Map<string, T>()
      try {
        if (store !== null) {
          const [keys, values] = await store.begun(prefix)
          for (const [index, key] of keys.entries()) if (typeof key === 'string') found.set(key, values[index] as T)
        }
      } catch {
        // A store that cannot be read gives what the page holds.
      }
      for (const [key, value] of unwritten) if (key.startsWith(prefix)) found.set(key, value as T)
      return found
    },
    watch: (onChange) => void watchers.add(onChange),
    hear: (onSet) =>
      others?.addEventListener('message', ({ data }: MessageEvent<{ key: string; value: unknown }>) => onSet(data.key, data.value)),
  }
}
