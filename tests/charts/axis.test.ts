import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { niceAxis, pushApart } from '../../src/charts/axis.ts'

const highest = fc.double({ min: 1e-6, max: 1e9, noNaN: true })

describe('the upper end of an axis', () => {
  it('clears the highest value and wastes less than half of the height', () => {
    fc.assert(
      fc.property(highest, (value) => {
        const { max } = niceAxis(value)
        expect(max).toBeGreaterThan(value)
        expect(max).toBeLessThan(value * 2.1)
      }),
    )
  })

  it('has three to six gridlines at round steps', () => {
    fc.assert(
      fc.property(highest, (value) => {
        const { max, step } = niceAxis(value)
        const lines = max / step
        expect(Math.abs(lines - Math.round(lines))).toBeLessThan(1e-6)
        expect(Math.round(lines)).toBeGreaterThanOrEqual(3)
        expect(Math.round(lines)).toBeLessThanOrEqual(6)
        expect(Number(step.toPrecision(3))).toBeCloseTo(step, 9)
      }),
    )
  })

  it('is drawn even where everything is zero', () => {
    const { max, step } = niceAxis(0)
    expect(Number.isFinite(max)).toBe(true)
    expect(step).toBeGreaterThan(0)
  })
})

describe('labels pushed apart', () => {
  const positions = fc.array(fc.double({ min: -50, max: 450, noNaN: true }), { maxLength: 8 })
  const [GAP, TOP, BOTTOM] = [20, 0, 400]
  const sorted = (values: readonly number[]) =>
    values.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y || a.i - b.i)

  it('keep order and gap, and stay inside where there is room', () => {
    fc.assert(
      fc.property(positions, (given) => {
        const moved = pushApart(given, GAP, TOP, BOTTOM)
        expect(moved).toHaveLength(given.length)
        const inOrder = sorted(given).map(({ i }) => moved[i]!)
        for (const [i, y] of inOrder.entries()) {
          expect(y).toBeGreaterThanOrEqual(TOP - 1e-6)
          expect(y).toBeLessThanOrEqual(BOTTOM + 1e-6)
          if (i > 0) expect(y - inOrder[i - 1]!).toBeGreaterThanOrEqual(GAP - 1e-6)
        }
      }),
    )
  })

  it('do not move when they are apart already', () => {
    expect(pushApart([10, 200, 60], GAP, TOP, BOTTOM)).toEqual([10, 200, 60])
  })

  it('do not write into what they are given', () => {
    const given = Object.freeze([5, 5, 5])
    expect(pushApart(given, GAP, TOP, BOTTOM)).toEqual([5, 25, 45])
  })

  it('keep their order where there is no room', () => {
    const moved = pushApart([1, 2, 3, 4, 5], 100, 0, 200)
    expect([...moved].sort((a, b) => a - b)).toEqual(moved)
  })
})
