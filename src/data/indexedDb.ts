interface Opening {
  readonly factory: IDBFactory
  readonly name: string
  /** Creates the stores of a database that is new. */
  readonly create: (database: IDBDatabase) => void
  /** The database cannot be used any more: the next one who needs it opens it again. */
  readonly onGone: () => void
}

/** Opens a database of version 1. Rejects where the browser has none or refuses it. */
export async function openDatabase({
  factory,
  name,
  create,
  onGone,
}: Opening): Promise<IDBDatabase> {
  try {
    const request = factory.open(name, 1)
    request.onupgradeneeded = () => create(request.result)
    const database = await settled(request)
    database.onclose = onGone
    database.onversionchange = () => {
      database.close()
      onGone()
    }
    return database
  } catch (error) {
    onGone()
    throw error
  }
}

/** What a request gives. */
export const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'))
  })

/** Resolves once everything that a transaction wrote is kept. */
export const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'))
  })
