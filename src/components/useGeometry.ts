import { computed, markRaw, type ComputedRef } from 'vue'

import { decodeWaterlines, makeGeometry, type MapGeometry } from '../charts/geometry.ts'
import { useMaps } from '../stores/maps.ts'

/** The geometry of a map, decoded once; null until it is there, `error` says why it is not. */
export function useGeometry(adcode: string) {
  const store = useMaps()
  void store.need(adcode)
  const geometry: ComputedRef<MapGeometry | null> = computed(() => {
    const map = store.maps.get(adcode)
    if (!map) return null
    return markRaw(makeGeometry(map.areas, map.water ? decodeWaterlines(map.water) : []))
  })
  return { geometry, error: computed(() => store.error) }
}
