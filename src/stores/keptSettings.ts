import { defineStore } from 'pinia'

import { usePageStorage } from './pageStorage.ts'

/**
 * What somebody chose last, kept in this browser under a name. Not checked: who reads it does. Where the browser
 * keeps nothing it is forgotten.
 */
export const useKeptSettings = defineStore('keptSettings', () => {
  const storage = usePageStorage()

  /** Null where nothing is kept, or nothing that can be read. */
  function read(name: string): unknown {
    try {
      return JSON.parse(storage?.getItem(name) ?? 'null') as unknown
    } catch {
      return null
    }
  }

  function keep(name: string, value: unknown): void {
    try {
      storage?.setItem(name, JSON.stringify(value))
    } catch {
      // A full or forbidden storage: it is chosen anew the next time.
    }
  }

  return { read, keep }
})
