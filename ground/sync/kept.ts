// A small store on the device that says honestly whether it keeps: IndexedDB where it can, memory where it must.
// Nothing is given up when the store is full: the page holds what it could not write and tries again with every write.

import { openDB } from 'idb'
import type { IDBPDatabase } from 'idb'

/** `kept`: on the device. `full` or `memory`: in this page only, until it is closed. */
export type KeptState = 'kept' | 'full' | 'memory'

export interface Kept {
  readonly state: KeptState
  get<T>(key: string): Promise<T | undefined>
  /** Resolves when it is on the device, or when it is known that it is only in the page. */
  set(key: string, value: unknown): Promise<KeptState>
  remove(key: string): Promise<void>
  /** Every value whose key begins so. */
  all<T>(prefix: string): Promise<Map<string, T>>
  /** Told when `state` changes. */
  watch(onChange: () => void): () => void
}

const table = 'values'

async function openStore(name: string): Promise<IDBPDatabase | null> {
  try {
    return await openDB(name, 1, {
      upgrade: (database) => {
        database.createObjectStore(table)
      },
      terminated: () => {},
    })
  } catch {
    return null
  }
}

/** Opens the store of this name; never refuses. */
export async function openKept(name: string): Promise<Kept> {
  const store = await openStore(name)
  const unwritten = new Map<string, unknown>()
  const watchers = new Set<() => void>()
  let state: KeptState = store === null ? 'memory' : 'kept'
  const become = (next: KeptState): void => {
    if (next === state) return
    state = next
    for (const watcher of watchers) watcher()
  }

  const write = async (key: string, value: unknown): Promise<boolean> => {
    if (store === null) return false
    try {
      // `strict` waits for the disk: a phone whose battery dies has what the screen said it has.
      const work = store.transaction(table, 'readwrite', { durability: 'strict' })
      await Promise.all([work.store.put(value, key), work.done])
      return true
    } catch {
      return false
    }
  }

  const writeAll = async (): Promise<void> => {
    for (const [key, value] of unwritten) {
      if (!(await write(key, value))) return become(store === null ? 'memory' : 'full')
      if (unwritten.get(key) === value) unwritten.delete(key)
    }
    if (unwritten.size === 0 && store !== null) become('kept')
  }

  return {
    get state() {
      return state
    },
    get: async <T>(key: string) => {
      if (unwritten.has(key)) return unwritten.get(key) as T
      try {
        return (await store?.get(table, key)) as T | undefined
      } catch {
        return undefined
      }
    },
    set: async (key, value) => {
      unwritten.set(key, value)
      await writeAll()
      return state
    },
    remove: async (key) => {
      unwritten.delete(key)
      try {
        await store?.delete(table, key)
      } catch {
        // What cannot be deleted is overwritten or ignored by whoever reads it.
      }
    },
    all: async <T>(prefix: string) => {
      const found = new Map<string, T>()
      try {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
        if (store !== null) {
          const [keys, values] = await Promise.all([store.getAllKeys(table, range), store.getAll(table, range)])
          for (const [index, key] of keys.entries()) found.set(String(key), values[index] as T)
        }
      } catch {
        // A store that cannot be read gives what the page holds.
      }
      for (const [key, value] of unwritten) if (key.startsWith(prefix)) found.set(key, value as T)
      return found
    },
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
  }
}
