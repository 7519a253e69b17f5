import type { Position } from 'geojson'

/** A place on a local plane in kilometres: east, north. */
export type Point = readonly [x: number, y: number]

export type Segment = readonly [Point, Point]

const KM_PER_DEGREE = 111.32
/** cos 36.3°: the map's aspect ratio, so that the lines look parallel as drawn. */
const ASPECT = 0.806

export const toPlane = ([lng = 0, lat = 0]: Position): Point => [
  lng * KM_PER_DEGREE * ASPECT,
  lat * KM_PER_DEGREE,
]

export const toDegrees = ([x, y]: Point): [number, number] => [
  x / KM_PER_DEGREE / ASPECT,
  y / KM_PER_DEGREE,
]

/** The pieces of a line, point to point. */
export const segmentsOf = (line: readonly Point[]): Segment[] =>
  line.slice(1).map((point, index) => [line[index] ?? point, point])

/** Distance in km of a point from the segment a–b. */
export function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax
  const dy = by - ay
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length
  const along = Math.max(0, Math.min(1, t))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

/** Whether a point lies inside rings (even-odd; a border shared by two areas cancels out). */
export function isInside([x, y]: Point, rings: readonly (readonly Point[])[]): boolean {
  let inside = false
  for (const ring of rings) {
    let a = ring[0]
    for (const b of ring) {
      if (a && crosses(y, a, b) && x < crossingX(y, a, b)) inside = !inside
      a = b
    }
  }
  return inside
}

/** Whether a–b crosses the line of one latitude. */
export const crosses = (y: number, a: Point, b: Point): boolean => a[1] > y !== b[1] > y

const crossingX = (y: number, a: Point, b: Point): number =>
  a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])
