import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { clipLine } from '../../maps/water/clip.ts'
import { contour } from '../../maps/water/contour.ts'
import { cellPoint, distanceField } from '../../maps/water/distance-field.ts'
import { distanceToSegment, type Point } from '../../maps/water/plane.ts'
import { smoothLine } from '../../maps/water/smooth-line.ts'
import { lineLength, thinLine } from '../../maps/water/thin-line.ts'

const square: Point[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
]
const around = { min: [-10, -10], max: [14, 14] } as const
const place = fc.tuple(
  fc.double({ min: 0, max: 20, noNaN: true }),
  fc.double({ min: 0, max: 20, noNaN: true }),
)

describe('distance field', () => {
  it('is the distance to the nearest segment, in every cell', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 6 }), (ring) => {
        const field = distanceField([ring], { min: [0, 0], max: [20, 20] }, 1)
        for (let row = 0; row < field.rows; row++)
          for (let column = 0; column < field.columns; column++) {
            const here = cellPoint(field, column, row)
            const nearest = Math.min(
              ...ring.slice(1).map((b, i) => distanceToSegment(here, ring[i]!, b)),
            )
            expect(field.values[row * field.columns + column]).toBeLessThan(nearest + 0.1)
          }
      }),
      { numRuns: 30, seed: 7 },
    )
  })
})

describe('contour', () => {
  it('of a square’s surroundings closes around it at the asked distance', () => {
    const rings = contour(distanceField([square], around, 0.5), 5)
    expect(rings).toHaveLength(1)
    const [ring = []] = rings
    expect(ring[0]).toEqual(ring.at(-1))
    for (const point of ring) {
      const sides = square.slice(1).map((b, i) => distanceToSegment(point, square[i]!, b))
      expect(Math.min(...sides)).toBeCloseTo(5, 1)
    }
    expect(lineLength(ring)).toBeCloseTo(16 + 2 * Math.PI * 5, 0)
  })

  it('ends at the border of the grid where it runs out of it', () => {
    const field = distanceField([square], { min: [2, -10], max: [14, 14] }, 0.5)
    const [line = []] = contour(field, 5)
    expect([line[0]?.[0], line.at(-1)?.[0]]).toEqual([2, 2])
  })
})

describe('clipping', () => {
  it('cuts a line exactly at the ring', () => {
    const [piece = []] = clipLine(
      [
        [-2, 1],
        [2, 1],
        [6, 1],
      ],
      square,
    )
    expect(piece).toHaveLength(3)
    expect(piece[0]?.[0]).toBeCloseTo(0, 2)
    expect(piece[2]?.[0]).toBeCloseTo(4, 2)
  })

  it('leaves one piece of a closed line, wherever it begins', () => {
    const ring: Point[] = [
      [1, 1],
      [6, 1],
      [6, 2],
      [1, 2],
      [1, 1],
    ]
    expect(clipLine(ring, square)).toHaveLength(1)
  })

  it('drops what is outside and keeps what is inside whole', () => {
    expect(
      clipLine(
        [
          [5, 5],
          [6, 6],
        ],
        square,
      ),
    ).toEqual([])
    expect(
      clipLine(
        [
          [1, 1],
          [2, 2],
        ],
        square,
      ),
    ).toEqual([
      [
        [1, 1],
        [2, 2],
      ],
    ])
  })
})

describe('lines', () => {
  it('thinned stay within the tolerance of the original', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 3, maxLength: 30 }), (line) => {
        const thin = thinLine(line, 0.5)
        for (const point of line) {
          const spans = thin.slice(1).map((b, i) => distanceToSegment(point, thin[i]!, b))
          expect(Math.min(...spans)).toBeLessThanOrEqual(0.5)
        }
      }),
      { numRuns: 100, seed: 7 },
    )
  })

  it('smoothed keep their ends if open and stay closed if closed', () => {
    const open = smoothLine(
      [
        [0, 0],
        [1, 3],
        [2, 0],
      ],
      5,
    )
    expect([open[0], open.at(-1)]).toEqual([
      [0, 0],
      [2, 0],
    ])
    const closed = smoothLine(square, 2)
    expect(closed[0]).toEqual(closed.at(-1))
    expect(lineLength(closed)).toBeLessThan(16)
  })
})
