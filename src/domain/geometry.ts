/**
 * The waterlines of a map as they are stored: a line is [level, x, y, dx, dy, …] in 1/scale
 * degree, its first point counted from `origin`, each later one from the point before.
 */
export interface WaterDocument {
  readonly scale: number
  readonly origin: readonly [number, number]
  readonly lines: readonly (readonly number[])[]
}

/** One area of a map: a city of the province or a county of a city. */
export interface AreaFeature {
  readonly properties: {
    readonly adcode: string
    readonly name: string
    readonly cp: readonly [number, number]
  }
  readonly geometry:
    | {
        readonly type: 'Polygon'
        readonly coordinates: readonly (readonly (readonly [number, number])[])[]
      }
    | {
        readonly type: 'MultiPolygon'
        readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[]
      }
}

/** The areas of one map as they are stored (GeoJSON, GCJ-02). */
export interface AreaCollection {
  readonly type: 'FeatureCollection'
  readonly features: readonly AreaFeature[]
}
