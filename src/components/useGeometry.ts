import { computed, markRaw, toValue, watch, type ComputedRef, type MaybeRefOrGetter } from 'vue'

import { decodeWaterlines, makeGeometry, type MapGeometry } from '../charts/geometry.ts'
import { useMaps } from '../stores/maps.ts'

type MapDocument = ReturnType<ReturnType<typeof useMaps>['maps']['get']> & object

const decoded = new WeakMap<MapDocument, MapGeometry>()

/** Each document is decoded once, however often a page comes back to it. */
function geometryOf(map: MapDocument): MapGeometry {
  const known = decoded.get(map)
  if (known) return known
  const made = markRaw(makeGeometry(map.areas, map.water ? decodeWaterlines(map.water) : []))
  decoded.set(map, made)
  return made
}

/** The geometry of the map named at the moment; null until it is there, `error` says why it is not. */
export function useGeometry(adcode: MaybeRefOrGetter<string>) {
  const store = useMaps()
  watch(
    () => toValue(adcode),
    (wanted) => void store.need(wanted),
    { immediate: true },
  )
  const geometry: ComputedRef<MapGeometry | null> = computed(() => {
    const map = store.maps.get(toValue(adcode))
    return map ? geometryOf(map) : null
  })
  return { geometry, error: computed(() => (geometry.value ? null : store.error)) }
}
