import { markRaw } from 'vue'

import { decodeWaterlines, makeGeometry, type MapGeometry } from '../charts/geometry.ts'
import type { useMaps } from '../stores/maps.ts'

type MapDocument = ReturnType<ReturnType<typeof useMaps>['maps']['get']> & object

const decoded = new WeakMap<MapDocument, MapGeometry>()

/** Each document is decoded once, however often a page comes back to it. */
export function geometryOf(map: MapDocument): MapGeometry {
  const known = decoded.get(map)
  if (known) return known
  const made = markRaw(makeGeometry(map.areas, map.water ? decodeWaterlines(map.water) : []))
  decoded.set(map, made)
  return made
}
