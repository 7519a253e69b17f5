import { defineStore } from 'pinia'
import { markRaw, shallowRef } from 'vue'

import type { DataError } from '../data/dataError.ts'
import type { MapDocument } from '../data/maps.ts'
import { usePorts } from './ports.ts'

/** The maps that the page has asked for, by adcode, and why one is missing. */
export const useMaps = defineStore('maps', () => {
  const { map: read } = usePorts()
  const maps = shallowRef<ReadonlyMap<string, MapDocument>>(new Map())
  const error = shallowRef<DataError | null>(null)

  const asked = new Map<string, Promise<void>>()

  /** Loads a map once, however many ask for it; a failed one is tried again at the next call. */
  function need(adcode: string): Promise<void> {
    const known = asked.get(adcode)
    if (known) return known
    const loading = load(adcode)
    asked.set(adcode, loading)
    return loading
  }

  async function load(adcode: string): Promise<void> {
    error.value = null
    try {
      const map = markRaw(await read(adcode))
      maps.value = new Map([...maps.value, [adcode, map]])
    } catch (cause) {
      asked.delete(adcode)
      error.value = cause as DataError
    }
  }

  return { maps, error, need }
})
