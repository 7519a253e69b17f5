import { at, partsOf, type MapCollection, type MapFeature, type Ring } from './shapes.ts'

/** 前三岛 of 日照: missing in the current files, present in the older one; roughly where they lie. */
const QIANSAN_ISLETS = [
  [119.83, 34.99],
  [119.9, 35.01],
  [119.92, 35.14],
] as const

const REACH_DEGREES = 0.06

/** The three islets among the rings of 日照 in the older file. */
export function pickIslets(rings: readonly Ring[]): Ring[] {
  const islets = rings.filter((ring) => QIANSAN_ISLETS.some((place) => isNear(ring, place)))
  if (islets.length !== QIANSAN_ISLETS.length)
    throw new Error(`expected the 3 islets of 前三岛 in the older file, found ${islets.length}`)
  return islets
}

const isNear = (ring: Ring, [x, y]: readonly [number, number]): boolean =>
  ring.every((p) => Math.hypot(at(p, 0) - x, at(p, 1) - y) < REACH_DEGREES)

/** The map with these rings added as parts of the feature `adcode`. */
export function addParts(
  map: MapCollection,
  adcode: string,
  rings: readonly Ring[],
): MapCollection {
  if (!map.features.some(({ properties }) => properties.adcode === adcode))
    throw new Error(`no feature ${adcode} to add parts to`)
  return {
    ...map,
    features: map.features.map((f) => (f.properties.adcode === adcode ? extended(f, rings) : f)),
  }
}

function extended(feature: MapFeature, rings: readonly Ring[]): MapFeature {
  const coordinates = [...partsOf(feature), ...rings.map((ring) => [[...ring]])]
  return { ...feature, geometry: { type: 'MultiPolygon', coordinates } }
}
