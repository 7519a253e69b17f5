import { watchEffect } from 'vue'

import type { MapGeometry } from '../../charts/geometry.ts'
import type { Briefing } from '../../export/briefing.ts'
import { mapOf } from '../../export/briefing/mapOf.ts'
import { useMaps } from '../../stores/maps.ts'
import { geometryOf } from '../geometryOf.ts'

/** Geometry of the maps that a briefing shows; null for one that is not there yet. */
export function useBriefingMaps(
  briefing: () => Briefing | null,
): (adcode: string) => MapGeometry | null {
  const store = useMaps()
  watchEffect(() => {
    for (const item of briefing()?.items ?? []) {
      const adcode = item.kind === 'figure' ? mapOf(item.figure) : null
      if (adcode !== null) void store.need(adcode)
    }
  })
  return (adcode) => {
    const map = store.maps.get(adcode)
    return map ? geometryOf(map) : null
  }
}
