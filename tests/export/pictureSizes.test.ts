import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  customSize,
  DPI_BOUND,
  scalesOf,
  SIZE_IDS,
  SIZE_LABELS,
  SIZES,
  sizeBounds,
  sizeFaults,
} from '../../src/export/sizes.ts'

describe('the sizes of pictures', () => {
  it('are those of slides, of an official page and a square, each with a name', () => {
    expect([SIZES.slideFull.width / SIZES.slideFull.height]).toEqual([16 / 9])
    expect(SIZES.slideFull.width / SIZES.slideFull.dpi).toBeCloseTo(13.333, 2)
    expect(SIZES.slideHalf.width * 2).toBe(SIZES.slideFull.width)
    expect((SIZES.a4Full.width / SIZES.a4Full.dpi) * 25.4).toBeCloseTo(156, 0)
    expect((SIZES.a4Full.height / SIZES.a4Full.dpi) * 25.4).toBeCloseTo(108, 0)
    expect(SIZES.square.width).toBe(SIZES.square.height)
    expect(Object.keys(SIZE_LABELS)).toEqual([...SIZE_IDS, 'custom'])
  })

  it('can be painted at every scale', () => {
    for (const id of SIZE_IDS) expect(scalesOf(SIZES[id])).toEqual([1, 2, 3, 4])
    expect(scalesOf({ width: 4000, height: 4000 })).toEqual([1, 2])
    expect(scalesOf({ width: 9000, height: 9000 })).toEqual([1])
  })

  it('of one’s own are made within bounds, and refused with the bounds outside them', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 72, max: 600 }), part, part, (dpi, a, b) => {
        const { width, height } = sizeBounds(dpi)
        const within = ({ least, most }: { least: number; most: number }, part: number) =>
          Math.round(least + part * (most - least))
        expect(sizeFaults({ width: within(width, a), height: within(height, b), dpi })).toEqual([])
        expect(customSize(within(width, a), within(height, b), dpi)).toMatchObject({
          dpi,
          isExact: true,
        })
      }),
    )
    expect(sizeFaults({ width: 100, height: 5000, dpi: 96 }).map(({ field }) => field)).toEqual([
      'width',
      'height',
    ])
    expect(sizeFaults({ width: 800, height: 600, dpi: NaN })).toEqual([
      { field: 'dpi', ...DPI_BOUND },
    ])
    expect(() => customSize(800, 1, 96)).toThrow(/height must be a whole number from/)
    const fraction = sizeFaults({ width: 1200.5, height: 800.7, dpi: 96 })
    expect(fraction.map(({ field }) => field)).toEqual(['width', 'height'])
  })
})
