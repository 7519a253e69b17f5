import type { Indicator } from '../indicator.ts'
import { NO_BASE } from './codes.ts'
import type { Grid } from './grid.ts'
import { put } from './grid.ts'
import type { Totals } from './total.ts'

/** Positions of the groups that are set against each other: all of them, or the regions of one level. */
export type Cohort = readonly number[]

/** Percent of the total of all groups that have a value. */
export function shares(grid: Grid, cohorts: readonly Cohort[]): Grid {
  eachColumn(grid, cohorts, (cells) => {
    const total = sumAt(grid.values, cells)
    for (const at of cells) {
      put(grid, at, ((grid.values[at] ?? NaN) / total) * 100, total > 0 ? 0 : NO_BASE)
    }
  })
  return grid
}

/** Percentage points that each group adds to the total's year-on-year change; they sum to that change. */
export function contributions(pairs: Totals, cohorts: readonly Cohort[]): Grid {
  eachColumn(pairs, cohorts, (cells) => {
    const total = sumAt(pairs.base, cells)
    for (const at of cells) {
      const change = (pairs.values[at] ?? NaN) - (pairs.base[at] ?? NaN)
      put(pairs, at, (change / total) * 100, total > 0 ? 0 : NO_BASE)
    }
  })
  return pairs
}

/** Values closer than this part of themselves are equal: sums in another order differ by as much. */
const SAME = 1e-9

/**
 * 1 + the number of groups that are better, so ties share a rank (1, 2, 2, 4). Small is best for direction
 * `down`; for `up` and `neutral` large comes first.
 */
export function ranks(
  grid: Grid,
  cohorts: readonly Cohort[],
  direction: Indicator['direction'],
): Grid {
  const sign = direction === 'down' ? -1 : 1
  const buffer = new Float64Array(Math.max(0, ...cohorts.map(({ length }) => length)))
  eachColumn(grid, cohorts, (cells) => {
    const sorted = buffer.subarray(0, cells.length)
    for (let i = 0; i < cells.length; i++) sorted[i] = (grid.values[cells[i] ?? 0] ?? NaN) * sign
    sorted.sort()
    for (const at of cells) {
      const value = (grid.values[at] ?? NaN) * sign
      const notBetter = countUpTo(sorted, value + Math.abs(value) * SAME)
      grid.values[at] = 1 + sorted.length - notBetter
    }
  })
  return grid
}

/** How many of the ascending values are not above `limit`. */
function countUpTo(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? NaN) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Calls `visit` with the present cells of every cohort in every column. */
function eachColumn(
  { width, reason }: Grid,
  cohorts: readonly Cohort[],
  visit: (cells: Int32Array) => void,
): void {
  for (const cohort of cohorts) {
    const cells = new Int32Array(cohort.length)
    for (let j = 0; j < width; j++) {
      let count = 0
      for (const g of cohort) if (reason[g * width + j] === 0) cells[count++] = g * width + j
      visit(cells.subarray(0, count))
    }
  }
}

function sumAt(values: Float64Array, cells: Int32Array): number {
  let sum = 0
  for (const at of cells) sum += values[at] ?? NaN
  return sum
}
