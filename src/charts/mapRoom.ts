import { edgeDistance, inRing, type Point } from './mapProjection.ts'

/** Places along a spiral around a point, and how far each is from the edge of its area. */
export interface Spiral {
  readonly at: (k: number) => Point
  /** Pixels from place `k` to the ring's edge; -1 outside the ring. */
  readonly room: (k: number) => number
}

interface Known {
  readonly centre: Point
  readonly u: number
  readonly spiral: Spiral
}

const GOLDEN_ANGLE = 2.39996

/** The last spiral of every ring: a figure changes far more often than the map it is drawn on. */
const last = new WeakMap<readonly Point[], Known>()

/** The Fermat spiral around the centre within a ring; room is worked out once for as long as the ring is kept. */
export function spiralIn(ring: readonly Point[], centre: Point, u: number): Spiral {
  const known = last.get(ring)
  if (known?.u === u && known.centre[0] === centre[0] && known.centre[1] === centre[1])
    return known.spiral
  const at = placeAt(centre, u)
  const rooms: number[] = []
  const room = (k: number): number => (rooms[k] ??= roomAt(at(k), ring))
  const spiral = { at, room }
  last.set(ring, { centre, u, spiral })
  return spiral
}

const placeAt =
  ([cx, cy]: Point, u: number) =>
  (k: number): Point => {
    const angle = k * GOLDEN_ANGLE
    const distance = Math.sqrt(k) * 3.1 * u
    return [cx + Math.cos(angle) * distance * 1.1, cy + Math.sin(angle) * distance]
  }

const roomAt = (point: Point, ring: readonly Point[]): number =>
  inRing(point, ring) ? edgeDistance(point, ring) : -1
