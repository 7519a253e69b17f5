import { defineStore } from 'pinia'
import { markRaw, shallowRef } from 'vue'

import type { DataError } from '../data/dataError.ts'
import { loadMap, type MapDocument } from '../data/maps.ts'

/** The maps that the page has asked for, by adcode, and why one is missing. */
export const useMaps = defineStore('maps', () => {
  const maps = shallowRef<ReadonlyMap<string, MapDocument>>(new Map())
  const error = shallowRef<DataError | null>(null)

  /** Loads a map once; a failed one is tried again at the next call. */
  async function need(adcode: string): Promise<void> {
    if (maps.value.has(adcode)) return
    error.value = null
    try {
      const map = markRaw(await loadMap(adcode))
      maps.value = new Map([...maps.value, [adcode, map]])
    } catch (cause) {
      error.value = cause as DataError
    }
  }

  return { maps, error, need }
})
