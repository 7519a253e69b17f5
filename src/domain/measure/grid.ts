import type { Reading } from '../reading.ts'
import { absenceOf, absent, present } from '../reading.ts'

/** Groups × periods, row-major. `reason` is 0 where `values` holds a number. */
export interface Grid {
  readonly width: number
  readonly values: Float64Array
  readonly reason: Uint8Array
  readonly covered: Int32Array
  readonly expected: Int32Array
}

export const emptyGrid = (groups: number, width: number, reason = 0): Grid => ({
  width,
  values: new Float64Array(groups * width).fill(NaN),
  reason: new Uint8Array(groups * width).fill(reason),
  covered: new Int32Array(groups * width),
  expected: new Int32Array(groups * width),
})

/** Writes a value, or the reason why there is none. */
export function put(grid: Grid, at: number, value: number, reason: number): void {
  grid.values[at] = reason ? NaN : value
  grid.reason[at] = reason
}

/** The reading of one cell, made on access. */
export function readingAt({ values, reason, covered, expected }: Grid, at: number): Reading {
  const code = reason[at] ?? 1
  if (code !== 0) return absent(absenceOf(code), expected[at] ?? 0)
  return present(values[at] ?? NaN, covered[at] ?? 0, expected[at] ?? 0)
}
