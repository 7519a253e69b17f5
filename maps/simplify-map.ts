import type { Position } from 'geojson'
import { feature, mergeArcs } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, quantile, simplify } from 'topojson-simplify'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import type { MapCollection, MapFeature, MapProperties } from './shapes.ts'

type Area = Polygon<MapProperties> | MultiPolygon<MapProperties>
type MapTopology = Topology<{ map: GeometryCollection<MapProperties> }>

/** An island keeps its outline up to this many points, and its most telling ones beyond. */
const ISLAND_POINTS = 14

/**
 * The map with about `keep` of its points. Touching parts of one feature become one; borders are
 * shared arcs, so neighbours still match; no island is lost (Visvalingam alone would drop most).
 */
export function simplifyMap(map: MapCollection, keep: number): MapCollection {
  const dissolved = dissolveParts(toTopology(map))
  const weighted = protectIslands(presimplify(dissolved))
  return toCollection(simplify(weighted, quantile(weighted, 1 - keep)))
}

/** Neighbours' common points are found by exact equality: the sources share them. */
export const toTopology = (map: MapCollection): MapTopology =>
  topology({ map }) as unknown as MapTopology

function dissolveParts(topo: MapTopology): MapTopology {
  const geometries = areasOf(topo).map((area) => dissolved(topo, area))
  return { ...topo, objects: { map: { type: 'GeometryCollection', geometries } } }
}

const dissolved = (topo: MapTopology, area: Area): MultiPolygon<MapProperties> => ({
  type: 'MultiPolygon',
  arcs: mergeArcs(topo, [area]).arcs,
  ...(area.properties && { properties: area.properties }),
})

export const areasOf = (topo: MapTopology): Area[] => topo.objects.map.geometries as Area[]

/** Presimplified arcs carry each point's weight as a third number; infinite is never dropped. */
function protectIslands<T extends Topology>(topo: T): T {
  return { ...topo, arcs: topo.arcs.map((arc) => (isClosed(arc) ? protectArc(arc) : arc)) }
}

function isClosed(arc: readonly Position[]): boolean {
  const first = arc[0]
  const last = arc.at(-1)
  return first?.[0] === last?.[0] && first?.[1] === last?.[1]
}

function protectArc(arc: Position[]): Position[] {
  const weights = arc.map((point) => point[2] ?? 0).sort((a, b) => b - a)
  const floor = weights[ISLAND_POINTS] ?? 0
  return arc.map(([x = 0, y = 0, weight = 0]) => [x, y, weight >= floor ? Infinity : weight])
}

function toCollection(topo: MapTopology): MapCollection {
  const { features } = feature(topo, topo.objects.map)
  return { type: 'FeatureCollection', features: features as MapFeature[] }
}
