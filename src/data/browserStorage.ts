/** The browser's own storage that answers at once; null where it forbids it. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage
  } catch {
    return null
  }
}
