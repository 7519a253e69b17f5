import { computed, toValue, watch, type ComputedRef, type MaybeRefOrGetter } from 'vue'

import type { MapGeometry } from '../charts/geometry.ts'
import { useMaps } from '../stores/maps.ts'
import { geometryOf } from './geometryOf.ts'

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
