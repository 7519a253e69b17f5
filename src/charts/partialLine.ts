import { isPartialAt } from '../figures/coverage.ts'
import type { LineSeries } from '../figures/kinds/lineFigure.ts'

/** A line in parts: where neighbours cover the same and everybody, and where they do not. */
export interface SplitLine {
  readonly whole: readonly LineSeries[]
  /** All stretches that are not like with like, with both ends; null where there is none. */
  readonly partial: LineSeries | null
}

/**
 * Splits a line by the coverage of its points: a stretch is partial when one of its ends does not cover
 * everybody, or when they cover different numbers. Every point stands in one of the parts at least.
 */
export function splitPartial(series: LineSeries): SplitLine {
  const { values, preliminary, breaks = [] } = series
  const flags = values.map((value, i) => value !== null && isPartialAt(series, i))
  if (breaks.length === 0 && !flags.includes(true)) return { whole: [series], partial: null }
  const isBroken = (i: number): boolean =>
    flags[i] === true || flags[i - 1] === true || breaks.includes(i)
  const isOpen = (i: number): boolean => flags[i] === true || isBroken(i) || isBroken(i + 1)
  const only = (keep: (i: number) => boolean): LineSeries => ({
    ...series,
    preliminary: preliminary.filter(keep),
    values: values.map((value, i) => (keep(i) ? value : null)),
  })
  const runs = runsOf(values, isBroken).filter(([first, last]) => last > first || !isOpen(first))
  return {
    whole: runs.map(([first, last]) => only((i) => i >= first && i <= last)),
    partial: only(isOpen),
  }
}

/** First and last position of every run of values that no gap and no break cuts. */
function runsOf(
  values: readonly (number | null)[],
  isBroken: (i: number) => boolean,
): (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = []
  let first = -1
  for (let i = 0; i <= values.length; i++) {
    const isValue = (values[i] ?? null) !== null
    if (first >= 0 && (!isValue || isBroken(i))) {
      runs.push([first, i - 1])
      first = -1
    }
    if (isValue && first < 0) first = i
  }
  return runs
}
