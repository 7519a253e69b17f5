import { finished, openDatabase, settled } from './indexedDb.ts'

/** What is known of a document without opening it. */
export interface DocumentHead {
  readonly id: string
  readonly space: string
  readonly title: string
  /** How many items it holds. */
  readonly count: number
  /** ISO instant. */
  readonly savedAt: string
  /** ISO instant at which somebody last chose it. */
  readonly openedAt: string
  /** Another one after every change: tells whether a page holds what is kept. */
  readonly revision: string
}

export interface ShelvedDocument {
  readonly head: DocumentHead
  /** Not checked: whatever some version of the page put there. */
  readonly content: unknown
}

export type NextDocument = (now: ShelvedDocument | null) => ShelvedDocument | null

/** Documents that outlive the page. Everything rejects where the browser has no store or refuses it. */
export interface DocumentShelf {
  heads(): Promise<unknown[]>
  read(id: string): Promise<ShelvedDocument | null>
  /**
   * Reads, changes and writes in one step, so that no other page's change gets lost in between; null removes.
   * Gives what is kept now. `next` runs inside the transaction and must not wait for anything.
   */
  change(id: string, next: NextDocument): Promise<ShelvedDocument | null>
  /** Removes everything. */
  clear(): Promise<void>
  /** Calls with the id of a document that another page changed, until the returned function is called. */
  watch(onChange: (id: string) => void): () => void
}

const HEADS = 'heads'
const CONTENTS = 'contents'

/** Heads and contents apart, so that a list costs no contents. */
export function indexedDbDocuments(
  name: string,
  factory: () => IDBFactory = () => indexedDB,
): DocumentShelf {
  let opened: Promise<IDBDatabase> | null = null
  const onGone = (): void => void (opened = null)
  const database = () =>
    (opened ??= openDatabase({ factory: factory(), name, create: createStores, onGone }))
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null

  return {
    async heads() {
      return settled((await database()).transaction(HEADS).objectStore(HEADS).getAll())
    },
    async read(id) {
      return readBoth((await database()).transaction([HEADS, CONTENTS]), id)
    },
    async change(id, next) {
      const transaction = (await database()).transaction([HEADS, CONTENTS], 'readwrite', {
        // Handed to the system, not waited for until the disk has it: a tab that closes keeps its change.
        durability: 'relaxed',
      })
      const done = finished(transaction)
      const changed = await changeBoth(transaction, id, next, done)
      channel?.postMessage(id)
      return changed
    },
    async clear() {
      const transaction = (await database()).transaction([HEADS, CONTENTS], 'readwrite')
      for (const store of [HEADS, CONTENTS]) transaction.objectStore(store).clear()
      await finished(transaction)
    },
    watch(onChange) {
      const listen = ({ data }: MessageEvent<unknown>): void => onChange(String(data))
      channel?.addEventListener('message', listen)
      return () => channel?.removeEventListener('message', listen)
    },
  }
}

function createStores(database: IDBDatabase): void {
  database.createObjectStore(HEADS, { keyPath: 'id' })
  database.createObjectStore(CONTENTS)
}

async function readBoth(transaction: IDBTransaction, id: string): Promise<ShelvedDocument | null> {
  const [head, content] = await Promise.all([
    settled(transaction.objectStore(HEADS).get(id)) as Promise<DocumentHead | undefined>,
    settled(transaction.objectStore(CONTENTS).get(id)) as Promise<unknown>,
  ])
  return head ? { head, content } : null
}

async function changeBoth(
  transaction: IDBTransaction,
  id: string,
  next: NextDocument,
  done: Promise<void>,
): Promise<ShelvedDocument | null> {
  try {
    const changed = next(await readBoth(transaction, id))
    if (changed) {
      transaction.objectStore(HEADS).put(changed.head)
      transaction.objectStore(CONTENTS).put(changed.content, id)
    } else {
      transaction.objectStore(HEADS).delete(id)
      transaction.objectStore(CONTENTS).delete(id)
    }
    await done
    return changed
  } catch (error) {
    done.catch(() => null)
    abort(transaction)
    throw error
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It has ended already.
  }
}
