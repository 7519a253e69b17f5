import type { Cube } from '../cube.ts'
import type { Indicator } from '../indicator.ts'
import { observed } from '../measure/source.ts'

/** The monthly history of one indicator: values by ordinal (year × 12 + month − 1). */
export interface Monthly {
  readonly indicator: Indicator
  /** NaN where nothing is known. */
  readonly at: (brain: string, ordinal: number) => number
  /** First year that a slice holds; NaN where there is none. */
  readonly firstYear: number
}

/** Null for an indicator that is unknown or not monthly. */
export function monthlyOf({ indicators, slices }: Cube, id: string): Monthly | null {
  const indicator = indicators.get(id)
  if (indicator?.cadence !== 'month') return null
  const { rows, first, width, values, absence } = observed(slices.get(id), indicator)
  const at = (brain: string, ordinal: number): number => {
    const row = rows.get(brain)
    const column = ordinal - first
    if (row === undefined || column < 0 || column >= width) return NaN
    const cell = row * width + column
    return absence[cell] ? NaN : (values[cell] ?? NaN)
  }
  return { indicator, at, firstYear: width === 0 ? NaN : Math.floor(first / 12) }
}

/** January of a year as an ordinal. */
export const january = (year: number): number => year * 12

export const december = (year: number): number => year * 12 + 11
