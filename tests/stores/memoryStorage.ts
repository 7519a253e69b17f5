import type { PageStorage } from '../../src/stores/pageStorage.ts'

/** A browser's storage in memory; while `full` it takes nothing. */
export function memoryStorage(): PageStorage & {
  readonly kept: Map<string, string>
  full: boolean
} {
  const kept = new Map<string, string>()
  const storage = {
    kept,
    full: false,
    get length() {
      return kept.size
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (storage.full) throw new Error('quota')
      kept.set(name, value)
    },
    removeItem: (name: string) => void kept.delete(name),
  }
  return storage
}
