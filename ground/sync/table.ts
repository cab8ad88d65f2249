// One table of IndexedDB under keys, with promises: what `kept.ts` needs of it and no more.

const table = 'values'

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the store did not answer')))
  })

export interface Table {
  get(key: string): Promise<unknown>
  /** Keys that begin so, and their values, in one order. */
  begun(prefix: string): Promise<readonly [IDBValidKey[], unknown[]]>
  /** Resolves when it is on the disk. */
  put(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
}

/** Opens it; null where the browser has none for this page. */
export async function openTable(name: string): Promise<Table | null> {
  try {
    const opening = indexedDB.open(name, 1)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(table))
    const database = await answered(opening)
    const store = (): IDBObjectStore => database.transaction(table).objectStore(table)
    /** A change has come about when its transaction has ended, not when it was asked for. */
    const change = (work: (values: IDBObjectStore) => unknown, options?: IDBTransactionOptions): Promise<void> =>
      new Promise((resolve, reject) => {
        const changing = database.transaction(table, 'readwrite', options)
        changing.addEventListener('complete', () => resolve())
        changing.addEventListener('abort', () => reject(changing.error ?? new Error('the store gave it up')))
        work(changing.objectStore(table))
      })
    return {
      get: (key) => answered(store().get(key)),
      begun: (prefix) => {
        const [range, values] = [IDBKeyRange.bound(prefix, `${prefix}\uffff`), store()]
        return Promise.all([answered(values.getAllKeys(range)), answered(values.getAll(range))])
      },
      // `strict` waits for the disk: a phone whose battery dies has what the screen said it has.
      put: (key, value) => change((values) => values.put(value, key), { durability: 'strict' }),
      delete: (key) => change((values) => values.delete(key)),
    }
  } catch {
    return null
  }
}
