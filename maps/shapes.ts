import type { MultiPolygon, Polygon, Position } from 'geojson'

/** One closed ring, first point repeated at the end, [longitude, latitude] in degrees (GCJ-02). */
export type Ring = readonly Position[]

/** One area with the only properties that reach the page. Join on `adcode`, never on `name`. */
export interface MapFeature {
  type: 'Feature'
  properties: MapProperties
  geometry: Polygon | MultiPolygon
}

/** `cp` is the label point; ECharts reads it under this name. */
export interface MapProperties {
  adcode: string
  name: string
  cp: [number, number]
}

export interface MapCollection {
  type: 'FeatureCollection'
  features: MapFeature[]
}

/** The parts of a feature, each an outer ring followed by its holes. */
export const partsOf = ({ geometry }: MapFeature): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

export const ringsOf = (map: MapCollection): Position[][] => map.features.flatMap(partsOf).flat()

/** x or y of a position; the types of GeoJSON leave its length open. */
export const at = (position: Position, axis: 0 | 1): number => position[axis] ?? NaN
