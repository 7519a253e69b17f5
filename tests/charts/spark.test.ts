import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { sparkPath } from '../../src/charts/spark.ts'

const [WIDTH, HEIGHT] = [92, 32]
const spark = (values: readonly (number | null)[], goal: number | null = null) =>
  sparkPath(values, goal, WIDTH, HEIGHT)
const points = (path: string): [number, number][] =>
  path
    .split(/[MLZ]/)
    .filter(Boolean)
    .map((pair) => pair.split(' ').map(Number) as [number, number])
const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null })

describe('a sparkline', () => {
  it('stays in its box, with the goal', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 20 }), value, (values, goal) => {
        const { line, area, end, goal: at } = spark(values, goal)
        for (const [x, y] of [...points(line), ...points(area), ...(end ? [end] : [])]) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(WIDTH)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(HEIGHT)
        }
        if (at !== null) expect(at >= 0 && at <= HEIGHT).toBe(true)
      }),
    )
  })

  it('has one point for every value and none for a gap', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 20 }), (values) => {
        expect(points(spark(values).line)).toHaveLength(values.filter((v) => v !== null).length)
      }),
    )
  })

  it('breaks at a gap instead of joining over it', () => {
    expect(spark([1, 2, null, 3, 4]).line.match(/M/g)).toHaveLength(2)
  })

  it('rises where the values rise', () => {
    const [first, last] = [points(spark([1, 2, 3]).line)[0]!, points(spark([1, 2, 3]).line)[2]!]
    expect(last[0]).toBeGreaterThan(first[0])
    expect(last[1]).toBeLessThan(first[1])
  })

  it('ends in a dot on its last value, and draws nothing without values', () => {
    const { line, end } = spark([1, 5, 2])
    expect(end?.map((n) => n.toFixed(1)).join(' ')).toBe(line.split('L').at(-1))
    expect(spark([])).toEqual({ line: '', area: '', goal: null, end: null })
    expect(spark([null, null], 5)).toEqual({ line: '', area: '', goal: null, end: null })
  })

  it('is level for equal values', () => {
    const heights = new Set(points(spark([7, 7, 7]).line).map(([, y]) => y))
    expect(heights.size).toBe(1)
  })
})
