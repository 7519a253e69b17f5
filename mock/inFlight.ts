/**
 * Runs `work` over the items with at most `limit` at a time. Items of one key run in their order, one after
 * the other; items start in the order given. The first failure stops new ones and is thrown at the end.
 */
export async function inFlight<T>(
  items: Iterable<T>,
  limit: number,
  keyOf: (item: T) => string,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]()
  const tails = new Map<string, Promise<void>>()
  const failures: unknown[] = []
  const failed = (): boolean => failures.length > 0

  const runAfter = async (before: Promise<void> | undefined, item: T): Promise<void> => {
    await before
    if (!failed()) await work(item)
  }

  const worker = async (): Promise<void> => {
    for (let next = queue.next(); !next.done && !failed(); next = queue.next()) {
      const key = keyOf(next.value)
      const turn = runAfter(tails.get(key), next.value).catch((error: unknown) => {
        failures.push(error)
      })
      tails.set(key, turn)
      await turn
    }
  }

  await Promise.all(Array.from({ length: limit }, worker))
  if (failed()) throw failures[0]
}
