import type { AreaFeature } from '../domain/geometry.ts'
import type { MapGeometry } from './geometry.ts'

export type Point = readonly [number, number]

/** Box in pixels into which the map is fitted. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Longitude is shortened by the cosine of the province's middle latitude (36.3°). */
export const ASPECT = 0.806

/** Longitude and latitude to pixels: the whole geometry contained in the box, centred or pushed to a side. */
export function makeProjection(
  { bounds }: MapGeometry,
  box: Box,
  align: 'left' | 'center' | 'right' = 'center',
): (point: Point) => Point {
  const [west, south, east, north] = bounds
  const width = (east - west) * ASPECT
  const height = north - south
  const scale = Math.min(box.width / width, box.height / height)
  const slack = box.width - width * scale
  const left = box.left + (align === 'left' ? 0 : align === 'right' ? slack : slack / 2)
  const top = box.top + (box.height - height * scale) / 2
  return ([lng, lat]) => [left + (lng - west) * ASPECT * scale, top + (north - lat) * scale]
}

/** Outer rings of a feature in pixels, largest first. */
export function projectRings(feature: AreaFeature, project: (point: Point) => Point): Point[][] {
  const { geometry } = feature
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons
    .flatMap((rings) => (rings[0] ? [rings[0].map(project)] : []))
    .sort((a, b) => b.length - a.length)
}

/** Whether a point lies in a ring (even-odd rule). */
export function inRing([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false
  let [px, py] = ring[ring.length - 1] ?? [0, 0]
  for (const [cx, cy] of ring) {
    if (cy > y !== py > y && x < ((px - cx) * (y - cy)) / (py - cy) + cx) inside = !inside
    px = cx
    py = cy
  }
  return inside
}

/** Smallest distance from a point to a ring's edge, in pixels. */
export function edgeDistance([x, y]: Point, ring: readonly Point[]): number {
  let best = Number.POSITIVE_INFINITY
  let [px, py] = ring[ring.length - 1] ?? [0, 0]
  for (const [cx, cy] of ring) {
    const [dx, dy] = [cx - px, cy - py]
    const length = dx * dx + dy * dy
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / length))
    const [ex, ey] = [x - px - t * dx, y - py - t * dy]
    best = Math.min(best, ex * ex + ey * ey)
    px = cx
    py = cy
  }
  return Math.sqrt(best)
}

/** Segments of 45° hatch lines inside a ring, `step` pixels apart. */
export function hatch(ring: readonly Point[], step: number): [Point, Point][] {
  const sums = ring.map(([x, y]) => x + y)
  const segments: [Point, Point][] = []
  const first = Math.ceil(Math.min(...sums) / step) * step
  for (let c = first; c < Math.max(...sums); c += step) {
    const cuts = crossings(ring, c)
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const [a, b] = [cuts[i] ?? 0, cuts[i + 1] ?? 0]
      segments.push([
        [a, c - a],
        [b, c - b],
      ])
    }
  }
  return segments
}

/** x of the crossings of the line x + y = c with a ring, ascending. */
function crossings(ring: readonly Point[], c: number): number[] {
  const cuts: number[] = []
  let [px, py] = ring[ring.length - 1] ?? [0, 0]
  for (const [cx, cy] of ring) {
    const [a, b] = [px + py - c, cx + cy - c]
    if (a > 0 !== b > 0) cuts.push(px + ((cx - px) * a) / (a - b))
    px = cx
    py = cy
  }
  return cuts.sort((m, n) => m - n)
}
