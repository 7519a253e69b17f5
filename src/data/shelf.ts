import { finished, openDatabase, settled } from './indexedDb.ts'

/** One thing kept: the caller's value under a key, with the instant it was saved. */
export interface ShelfEntry {
  readonly key: string
  readonly value: unknown
  /** ISO instant; the oldest entries go first when there are too many. */
  readonly savedAt: string
}

/** A small store that outlives the page. */
export interface Shelf {
  get(key: string): Promise<ShelfEntry | null>
  /** Writes all entries at once, then drops the oldest beyond `most`. */
  put(entries: readonly ShelfEntry[], most: number): Promise<void>
  /** Removes everything. */
  clear(): Promise<void>
}

const STORE = 'entries'
const BY_AGE = 'savedAt'

/**
 * A shelf in IndexedDB. Not Cache Storage: that exists on https and localhost only, and walls are
 * often opened by plain http on a closed network. Rejects where the browser has none or refuses it.
 */
export function indexedDbShelf(name: string, factory: () => IDBFactory = () => indexedDB): Shelf {
  let opened: Promise<IDBDatabase> | null = null
  const onGone = (): void => void (opened = null)
  const database = () =>
    (opened ??= openDatabase({ factory: factory(), name, create: createStore, onGone }))

  return {
    async get(key) {
      const store = (await database()).transaction(STORE).objectStore(STORE)
      return ((await settled(store.get(key))) as ShelfEntry | undefined) ?? null
    },
    async put(entries, most) {
      const transaction = (await database()).transaction(STORE, 'readwrite')
      const store = transaction.objectStore(STORE)
      for (const entry of entries) store.put(entry)
      const surplus = (await settled(store.count())) - most
      if (surplus > 0) dropOldest(store, surplus)
      await finished(transaction)
    },
    async clear() {
      const transaction = (await database()).transaction(STORE, 'readwrite')
      transaction.objectStore(STORE).clear()
      await finished(transaction)
    },
  }
}

const createStore = (database: IDBDatabase): IDBIndex =>
  database.createObjectStore(STORE, { keyPath: 'key' }).createIndex(BY_AGE, BY_AGE)

function dropOldest(store: IDBObjectStore, count: number): void {
  let left = count
  const request = store.index(BY_AGE).openCursor()
  request.onsuccess = () => {
    const cursor = request.result
    if (!cursor || left-- <= 0) return
    cursor.delete()
    cursor.continue()
  }
}
