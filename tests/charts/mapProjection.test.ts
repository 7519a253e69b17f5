import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  ASPECT,
  edgeDistance,
  hatch,
  inRing,
  makeProjection,
  projectRings,
  type Point,
} from '../../src/charts/mapProjection.ts'
import { GEOMETRY } from './drawn.ts'

const SQUARE: Point[] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
]
/** A star of many corners: every ray from the middle meets the edge once. */
const star = fc
  .array(fc.double({ min: 20, max: 100, noNaN: true }), { minLength: 5, maxLength: 24 })
  .map((radii) =>
    radii.map((r, i): Point => {
      const angle = (i / radii.length) * 2 * Math.PI
      return [200 + r * Math.cos(angle), 200 + r * Math.sin(angle)]
    }),
  )

describe('a point in a ring', () => {
  it('is found by the even-odd rule', () => {
    expect(inRing([50, 50], SQUARE)).toBe(true)
    expect(inRing([150, 50], SQUARE)).toBe(false)
    expect(inRing([50, -1], SQUARE)).toBe(false)
    expect(inRing([0, 0], [])).toBe(false)
  })

  it('is inside near the middle of a star and outside far from it', () => {
    fc.assert(
      fc.property(star, fc.double({ min: 0, max: 6.28, noNaN: true }), (ring, angle) => {
        const at = (r: number): Point => [200 + r * Math.cos(angle), 200 + r * Math.sin(angle)]
        expect(inRing(at(4), ring)).toBe(true)
        expect(inRing(at(101), ring)).toBe(false)
      }),
    )
  })
})

describe('the distance to a ring’s edge', () => {
  it('is zero on a corner, half the side in the middle of a square', () => {
    expect(edgeDistance([0, 0], SQUARE)).toBe(0)
    expect(edgeDistance([50, 50], SQUARE)).toBe(50)
    expect(edgeDistance([130, 140], SQUARE)).toBe(50)
  })

  it('is never more than the distance to any corner', () => {
    fc.assert(
      fc.property(star, fc.double({ min: 0, max: 400, noNaN: true }), (ring, x) => {
        const corners = ring.map(([cx, cy]) => Math.hypot(cx - x, cy - 200))
        expect(edgeDistance([x, 200], ring)).toBeLessThanOrEqual(Math.min(...corners) + 1e-9)
      }),
    )
  })
})

describe('a hatch', () => {
  it('lies inside the ring at 45°, its lines a step apart', () => {
    fc.assert(
      fc.property(star, fc.double({ min: 5, max: 15, noNaN: true }), (ring, step) => {
        const segments = hatch(ring, step)
        expect(segments.length).toBeGreaterThan(0)
        for (const [[ax, ay], [bx, by]] of segments) {
          expect(ax + ay).toBeCloseTo(bx + by, 6)
          const sum = (ax + ay) / step
          expect(Math.abs(sum - Math.round(sum))).toBeLessThan(1e-6)
          const inner: Point = [(ax + bx) / 2, (ay + by) / 2]
          expect(inRing(inner, ring) || edgeDistance(inner, ring) < 1e-6).toBe(true)
          for (const end of [
            [ax, ay],
            [bx, by],
          ] as Point[])
            expect(edgeDistance(end, ring)).toBeLessThan(1e-6)
        }
      }),
    )
  })
})

describe('the projection of the province', () => {
  const box = { left: 30, top: 20, width: 800, height: 500 }
  const [west, south, east, north] = GEOMETRY.bounds

  it.each(['left', 'center', 'right'] as const)('contains all of it in the box (%s)', (align) => {
    const project = makeProjection(GEOMETRY, box, align)
    for (const area of GEOMETRY.areas)
      for (const [x, y] of projectRings(area, project).flat()) {
        expect(x).toBeGreaterThanOrEqual(box.left - 1e-6)
        expect(x).toBeLessThanOrEqual(box.left + box.width + 1e-6)
        expect(y).toBeGreaterThanOrEqual(box.top - 1e-6)
        expect(y).toBeLessThanOrEqual(box.top + box.height + 1e-6)
      }
  })

  it('keeps its proportion in boxes of any shape', () => {
    for (const [width, height] of [
      [800, 200],
      [200, 800],
      [500, 500],
    ] as const) {
      const project = makeProjection(GEOMETRY, { left: 0, top: 0, width, height })
      const [a, b] = [project([west, north]), project([east, south])]
      const ratio = (b[0] - a[0]) / (b[1] - a[1])
      expect(ratio).toBeCloseTo(((east - west) * ASPECT) / (north - south), 9)
    }
  })

  it('has north above south and east right of west, and pushes slack to one side', () => {
    const wide = { left: 0, top: 0, width: 4000, height: 500 }
    const [left, right] = (['left', 'right'] as const).map((align) =>
      makeProjection(GEOMETRY, wide, align),
    )
    expect(left!([west, north])[0]).toBeCloseTo(0)
    expect(right!([east, north])[0]).toBeCloseTo(4000)
    expect(left!([west, north])[1]).toBeLessThan(left!([west, south])[1])
    expect(left!([west, north])[0]).toBeLessThan(left!([east, north])[0])
  })
})
