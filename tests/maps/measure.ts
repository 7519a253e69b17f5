import { mergeArcs, feature } from 'topojson-client'
import type { Position } from 'geojson'
import { at, partsOf, ringsOf, type MapCollection } from '../../maps/shapes.ts'
import { areasOf, toTopology } from '../../maps/simplify-map.ts'

/** Signed planar area of a ring in square degrees. */
export const ringArea = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, point, i) => {
    const before = ring[i] ?? point
    return sum + (at(before, 0) * at(point, 1) - at(point, 0) * at(before, 1)) / 2
  }, 0)

const partArea = ([outer = [], ...holes]: readonly Position[][]): number =>
  Math.abs(ringArea(outer)) - holes.reduce((sum, hole) => sum + Math.abs(ringArea(hole)), 0)

/** Area of every feature, by adcode. */
export const areasByAdcode = (map: MapCollection): Map<string, number> =>
  new Map(
    map.features.map((f) => [
      f.properties.adcode,
      partsOf(f).reduce((sum, part) => sum + partArea(part), 0),
    ]),
  )

export const totalArea = (map: MapCollection): number =>
  [...areasByAdcode(map).values()].reduce((sum, area) => sum + area, 0)

/** The map with all inner borders dissolved: a mismatch between neighbours would show as a hole. */
export function outline(map: MapCollection): Position[][][] {
  const topo = toTopology(map)
  const merged = feature(topo, mergeArcs(topo, areasOf(topo))).geometry
  return merged.coordinates
}

export const countParts = (map: MapCollection): number => map.features.flatMap(partsOf).length

export const countPoints = (map: MapCollection): number =>
  ringsOf(map).reduce((sum, ring) => sum + ring.length, 0)
