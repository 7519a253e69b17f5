import type { DocumentShelf } from './documentShelf.ts'
import { redoUnsaved } from './redoUnsaved.ts'
import { trackChanges, type Unsaved } from './trackChanges.ts'

export type JournalStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

export interface JournalOptions {
  /** Keys of the journal begin with it. */
  readonly name: string
  /** Written at once, unlike the shelf; seen by every page of the browser. */
  readonly storage: JournalStorage
  /** Says `pagehide` of this page and `storage` of what other pages write. */
  readonly page: Pick<EventTarget, 'addEventListener'>
  /** Another id with every call. */
  readonly freshId: () => string
}

/**
 * A shelf whose changes outlive a page that ends while they are on their way: such a page writes what it shows
 * into a storage that answers at once, and the next page, or one that is open beside it, puts it onto the shelf.
 * Lost is only what the storage has no room for.
 */
export function journaledShelf(
  shelf: DocumentShelf,
  { name, storage, page, freshId }: JournalOptions,
): DocumentShelf {
  const prefix = `${name}:`
  const own = `${prefix}${freshId()}:`
  const tracked = trackChanges(shelf)
  /** Taken out of the storage and not on the shelf yet. */
  const claimed = new Map<string, string>()
  const listeners = new Set<(id: string) => void>()

  async function redo(key: string): Promise<void> {
    const text = storage.getItem(key)
    const unsaved = readUnsaved(text)
    storage.removeItem(key)
    if (text === null || !unsaved) return
    claimed.set(key, text)
    try {
      await redoUnsaved(shelf, unsaved, freshId)
      for (const listen of listeners) listen(unsaved.id)
    } catch {
      // A shelf that refuses now may take it from the next page.
      keep(storage, key, text)
    }
    claimed.delete(key)
  }
  const redoAll = async (): Promise<void> => {
    for (const key of keysOf(storage)) if (key.startsWith(prefix)) await redo(key)
  }
  let redone = redoAll()

  page.addEventListener('storage', (event) => {
    const { key, newValue } = event as StorageEvent
    if (newValue !== null && key?.startsWith(prefix)) redone = redone.then(redoAll)
  })
  /** Cleared: what a page that ends still holds is not to be found afterwards. */
  let isCleared = false
  page.addEventListener('pagehide', () => {
    if (isCleared) return
    for (const [key, text] of claimed) keep(storage, key, text)
    for (const one of tracked.unsaved()) keep(storage, own + one.id, JSON.stringify(one))
  })

  return {
    heads: () => redone.then(() => shelf.heads()),
    read: (id) => redone.then(() => tracked.read(id)),
    change: (id, next) =>
      tracked.change(id, next, redone).finally(() => {
        if (tracked.isSettled(id)) storage.removeItem(own + id)
      }),
    clear: async () => {
      isCleared = true
      await redone
      for (const key of keysOf(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
      claimed.clear()
      await shelf.clear()
    },
    watch(onChange) {
      listeners.add(onChange)
      const end = shelf.watch(onChange)
      return () => {
        listeners.delete(onChange)
        end()
      }
    },
  }
}

const keysOf = (storage: JournalStorage): string[] =>
  Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')

function keep(storage: JournalStorage, key: string, text: string): void {
  try {
    storage.setItem(key, text)
  } catch {
    // Full or forbidden, and a page that ends has no time for another way.
  }
}

/** Null for anything that this product has not written. */
function readUnsaved(text: string | null): Unsaved | null {
  try {
    const value = JSON.parse(text ?? '') as Unsaved
    const isNamed = value.document === null || value.document.head.id === value.id
    return isNamed && Array.isArray(value.revisions) && typeof value.id === 'string' ? value : null
  } catch {
    return null
  }
}
