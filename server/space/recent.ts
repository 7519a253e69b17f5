/**
 * Keeps the results used last, by key. A promise that rejects is forgotten.
 * The longest unused goes first when there are more than `kept`.
 */
export function makeRecent<T>(kept: number): (key: string, make: () => T) => T {
  const results = new Map<string, T>()
  return (key, make) => {
    const result = results.has(key) ? (results.get(key) as T) : make()
    results.delete(key)
    results.set(key, result)
    if (result instanceof Promise) result.catch(() => results.delete(key))
    const oldest = results.size > kept ? results.keys().next().value : undefined
    if (oldest !== undefined) results.delete(oldest)
    return result
  }
}
