import type { AreaCollection, AreaFeature, WaterDocument } from '../domain/geometry.ts'
import { bordersOf, type Border } from './borders.ts'

/**
 * One engraved line off the coast, [longitude, latitude] in degrees (GCJ-02). Level 0 is next to
 * the coast, 6 the farthest. Decoration: never labelled, never a maritime limit.
 */
export interface Waterline {
  readonly level: number
  readonly coords: readonly (readonly [number, number])[]
}

/** The waterlines ready to draw. */
export const decodeWaterlines = (document: WaterDocument): Waterline[] =>
  document.lines.map((line) => ({ level: line[0] ?? 0, coords: decodeCoords(document, line) }))

function decodeCoords({ scale, origin }: WaterDocument, line: readonly number[]) {
  const coords: [number, number][] = []
  let x = origin[0] * scale
  let y = origin[1] * scale
  for (let index = 1; index + 1 < line.length; index += 2) {
    x += line[index] ?? 0
    y += line[index + 1] ?? 0
    coords.push([x / scale, y / scale])
  }
  return coords
}

/** A map ready to draw. */
export interface MapGeometry {
  readonly areas: readonly AreaFeature[]
  /** Lines between the areas. */
  readonly borders: readonly Border[]
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number]
  readonly waterlines: readonly Waterline[]
}

/** Puts areas, the lines between them and waterlines together; the bounds are those of the areas. */
export function makeGeometry(
  { features: areas }: AreaCollection,
  waterlines: readonly Waterline[],
): MapGeometry {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const { geometry } of areas) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    for (const [lng, lat] of polygons.flat(2)) {
      west = Math.min(west, lng)
      east = Math.max(east, lng)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  }
  return { areas, borders: bordersOf(areas), bounds: [west, south, east, north], waterlines }
}
