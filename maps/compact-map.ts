import type { Position } from 'geojson'
import { at, partsOf, type MapCollection, type MapFeature } from './shapes.ts'

/** 4 decimals are about 10 m: finer than any screen here shows. */
const STEPS_PER_DEGREE = 10_000

/** The map with every coordinate at 4 decimals; points that became one are written once. */
export const compactMap = (map: MapCollection): MapCollection => ({
  type: 'FeatureCollection',
  features: map.features.map(compactFeature),
})

function compactFeature(feature: MapFeature): MapFeature {
  const parts = partsOf(feature).map((part) => part.map(compactRing))
  const { adcode, name, cp } = feature.properties
  const [only] = parts
  return {
    type: 'Feature',
    properties: { adcode, name, cp: [rounded(cp[0]), rounded(cp[1])] },
    geometry:
      only && parts.length === 1
        ? { type: 'Polygon', coordinates: only }
        : { type: 'MultiPolygon', coordinates: parts },
  }
}

function compactRing(ring: readonly Position[]): Position[] {
  const points = ring.map((point) => [rounded(at(point, 0)), rounded(at(point, 1))])
  return points.filter((point, i) => i === 0 || !isSame(point, points[i - 1]))
}

const rounded = (degrees: number): number =>
  Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE

const isSame = (a: Position, b: Position | undefined): boolean => a[0] === b?.[0] && a[1] === b?.[1]
