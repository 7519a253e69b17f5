import { ordinal } from '../period.ts'
import { paceOf } from './history.ts'
import type { Pace } from './pace.ts'
import type { Point } from './ledger.ts'
import { median, robustSpread } from './robust.ts'
import type { JudgedCell } from './rule.ts'
import { slackOf } from './slack.ts'

/** Robust standard deviations that count as ordinary. */
const SIGMAS = 6

/** Changes that a spread rests on: the latest ones, and at least so many. */
const WINDOW = 12
const ENOUGH = 3

/** Least tolerance: half as much again from its level, three times its pace, ten percentage points. */
const LEVEL_FLOOR = Math.log(1.5)
const PACE_FLOOR = Math.log(3)
const POINTS_FLOOR = 10

/** A figure, what its history leads to, and how far it may stray. `scale` says what a deviation is counted in. */
export interface Deviation {
  readonly scale: 'factor' | 'points'
  readonly actual: number
  readonly expected: number
  /** As a natural logarithm for a factor, in the unit for points. */
  readonly distance: number
  readonly tolerance: number
}

/** The deviation of a cell from its own history; null while that is too short or changes its sign. */
export function deviationOf(cell: JudgedCell): Deviation | null {
  switch (cell.indicator.kind) {
    case 'flow':
      return paceDeviation(cell)
    case 'stock':
      return levelDeviation(cell)
    case 'rate':
    case 'index':
      return pointDeviation(cell)
  }
}

const toleranceOf = (changes: readonly number[], floor: number, span = 1): number =>
  Math.max(floor, SIGMAS * robustSpread(changes.slice(-WINDOW)).spread) * Math.sqrt(span)

const spanTo = (cell: JudgedCell, last: Point): number => ordinal(cell.time) - last.ordinal

/** Changes from reading to reading, in the order of time. */
function changesOf(
  before: readonly Point[],
  change: (from: number, to: number) => number,
): number[] {
  return before.slice(1).map(({ value }, i) => change(before[i]?.value ?? NaN, value))
}

function levelDeviation(cell: JudgedCell): Deviation | null {
  const { before } = cell
  const last = before.at(-1)
  const changes = changesOf(before, (from, to) => Math.log(to / from)).filter(Number.isFinite)
  if (!last || last.value <= 0 || cell.value <= 0 || changes.length < ENOUGH) return null
  const tolerance = toleranceOf(changes, LEVEL_FLOOR, spanTo(cell, last))
  return factorDeviation(cell, cell.value, last.value, tolerance)
}

function pointDeviation(cell: JudgedCell): Deviation | null {
  const { before } = cell
  const last = before.at(-1)
  const changes = changesOf(before, (from, to) => to - from)
  if (!last || changes.length < ENOUGH) return null
  const { unit, min, max } = cell.indicator
  const floor = unit === 'percent' ? POINTS_FLOOR : ((max ?? Infinity) - (min ?? 0)) / 10
  const distance = cell.value - last.value
  const tolerance = toleranceOf(changes, floor, spanTo(cell, last))
  return { scale: 'points', actual: cell.value, expected: last.value, distance, tolerance }
}

/** The pace since the last reading, against that of the same months a year before or of the latest months. */
function paceDeviation(cell: JudgedCell): Deviation | null {
  const { value, time, before, paces } = cell
  const own = paceOf({ ...time, ordinal: ordinal(time), value }, before.at(-1))
  if (!own || own.pace <= 0) return null
  return seasonal(cell, own, paces) ?? recent(cell, own, paces)
}

/** Growth over the year before, against the growth of the months so far. */
function seasonal(cell: JudgedCell, own: Pace, earlier: readonly Pace[]): Deviation | null {
  const steps = STEPS[cell.time.cadence]
  const byOrdinal = new Map(earlier.map(({ ordinal: at, pace }) => [at, pace]))
  const growth = ({ ordinal: at, pace }: Pace): number =>
    Math.log(pace / (byOrdinal.get(at - steps) ?? NaN))
  const growths = earlier.map(growth).filter(Number.isFinite)
  const base = byOrdinal.get(own.ordinal - steps)
  if (base === undefined || base <= 0 || growths.length < SEASONAL_ENOUGH) return null
  const expected = base * Math.exp(median(growths.slice(-ENOUGH)))
  return factorDeviation(cell, own.pace, expected, toleranceOf(growths, LEVEL_FLOOR))
}

const SEASONAL_ENOUGH = 6
const STEPS = { month: 12, quarter: 4, half: 2, year: 1 } as const

function recent(cell: JudgedCell, own: Pace, earlier: readonly Pace[]): Deviation | null {
  const expected = median(earlier.slice(-ENOUGH).map(({ pace }) => pace))
  if (earlier.length < ENOUGH || expected <= 0) return null
  return factorDeviation(cell, own.pace, expected, PACE_FLOOR)
}

/** Null where the difference is too small in the unit to mean anything. */
function factorDeviation(
  { indicator }: JudgedCell,
  actual: number,
  expected: number,
  tolerance: number,
): Deviation | null {
  if (Math.abs(actual - expected) <= slackOf(indicator, expected))
    return { scale: 'factor', actual, expected, distance: 0, tolerance }
  return { scale: 'factor', actual, expected, distance: Math.log(actual / expected), tolerance }
}
