import { NO_BASE, NOT_APPLICABLE } from './codes.ts'
import type { Grid } from './grid.ts'
import { put } from './grid.ts'
import type { Columns } from './source.ts'
import type { Totals } from './total.ts'

/** Change in percent. Without a base above zero a percentage has no meaning: `noBase`. */
export const percentChange = (pairs: Totals): Grid =>
  settle(pairs, (now, base) => (base > 0 ? (now / base - 1) * 100 : NaN))

/** Change of a rate in percentage points. */
export const pointChange = (pairs: Totals): Grid => settle(pairs, (now, base) => now - base)

/**
 * Base period = 100. A cumulative value is set against the same months of another year only: 1—3月 against
 * 1—12月 says nothing, so other columns are `notApplicable`.
 */
export function indexed(pairs: Totals, now: Columns, base: Columns, cumulativeOver: number): Grid {
  const grid = settle(pairs, (value, reference) =>
    reference > 0 ? (value / reference) * 100 : NaN,
  )
  for (let at = 0; at < grid.values.length; at++) {
    const j = at % grid.width
    const distance = (now.ordinal[j] ?? 0) - (base.ordinal[j] ?? 0)
    if (distance % cumulativeOver !== 0) put(grid, at, NaN, NOT_APPLICABLE)
  }
  return grid
}

function settle(pairs: Totals, change: (now: number, base: number) => number): Grid {
  const { values, base, reason } = pairs
  for (let at = 0; at < values.length; at++) {
    if (reason[at] !== 0) continue
    const value = change(values[at] ?? NaN, base[at] ?? NaN)
    put(pairs, at, value, Number.isNaN(value) ? NO_BASE : 0)
  }
  return pairs
}
