import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { divergingBreaks, roundNumber, sequentialBreaks } from '../../../src/figures/desk/breaks.ts'
import { quartilesOf } from '../../../src/figures/desk/quartiles.ts'

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 })

describe('quartiles', () => {
  it('are those of the sorted numbers, interpolated as Excel and R do', () => {
    expect(quartilesOf(Float64Array.of(4, 1, 3, 2))).toEqual({ low: 1.75, middle: 2.5, high: 3.25 })
    fc.assert(
      fc.property(numbers, (values) => {
        const sorted = [...values].sort((a, b) => a - b)
        const at = (part: number): number => {
          const place = (sorted.length - 1) * part
          const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
          return below + (above - below) * (place - Math.floor(place))
        }
        const found = quartilesOf(Float64Array.from(values))
        expect(found?.low).toBeCloseTo(at(0.25), 6)
        expect(found?.middle).toBeCloseTo(at(0.5), 6)
        expect(found?.high).toBeCloseTo(at(0.75), 6)
      }),
    )
  })

  it('of nothing are null', () => {
    expect(quartilesOf(new Float64Array(0))).toBeNull()
  })
})

describe('breaks of a map', () => {
  it('are round and ascending, at most four', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const breaks = sequentialBreaks(values, null)
        expect(breaks.length).toBeLessThanOrEqual(4)
        expect([...breaks].sort((a, b) => a - b)).toEqual(breaks)
        for (const value of breaks) expect(roundNumber(value)).toBeCloseTo(value, 9)
      }),
    )
  })

  it('follow the policy only where it tells the areas apart', () => {
    const spread = [100, 600, 1500, 2500, 3500]
    expect(sequentialBreaks(spread, 'cluster.revenue')).toEqual([500, 1000, 2000, 3000])
    const low = [10, 20, 30, 40, 50]
    expect(sequentialBreaks(low, 'cluster.revenue')).not.toContain(3000)
  })

  it('of changes are the same on both sides of zero', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const breaks = divergingBreaks(values)
        expect(breaks).toHaveLength(6)
        expect(breaks.map((value) => -value).reverse()).toEqual(breaks)
      }),
    )
  })
})
