import { ordinal } from '../period.ts'
import type { Period } from '../period.ts'
import type { Point } from './ledger.ts'
import type { Pace } from './pace.ts'
import type { JudgedCell } from './rule.ts'

/** Readings before a period, in their order. */
export function pointsBefore(series: readonly Point[], time: Period): readonly Point[] {
  const now = ordinal(time)
  const end = series.findIndex((point) => point.ordinal >= now)
  return end < 0 ? series : series.slice(0, end)
}

/** The reading of the same year next before the cell. */
export function lastOfYear({ before, time }: JudgedCell): Point | undefined {
  const last = before.at(-1)
  return last?.year === time.year ? last : undefined
}

type Place = Pick<Point, 'year' | 'index' | 'ordinal' | 'value'>

/**
 * What came on since the reading before, over the periods between. A year's first reading counts from the
 * start of the year (so February is half of 1—2月). Null for the very first one unless it stands at the
 * start of a year: it may speak of fewer months.
 */
export function paceOf(point: Place, before: Place | undefined): Pace | null {
  const { year, index, ordinal: at, value } = point
  if (!before && index > 2) return null
  const [base, from] = before?.year === year ? [before.value, before.index] : [0, 0]
  return { ordinal: at, pace: (value - base) / (index - from) }
}

/** The pace of every reading of a cumulative series that has one. */
export const pacesOf = (points: readonly Point[]): readonly Pace[] =>
  points.flatMap((point, i) => paceOf(point, points[i - 1]) ?? [])
