import { december, january, type Monthly } from './monthly.ts'
import type { ScoredMeasure } from './scoreCard.ts'

/** What an item will read in December, seen from a month of the year, in the unit of its measure. */
export interface Projection {
  readonly method: number
  /** The plain guess that a method has to beat. */
  readonly naive: number
  /** What an error is divided by, so that large and small brains may be pooled. */
  readonly scale: number
}

/** From where to where: an ordinal, and December of its year. */
interface Span {
  readonly brain: string
  readonly now: number
  readonly end: number
}

/** Months over which the drift of a level is taken. */
const DRIFT = 6

/**
 * Projects to the end of the year; null where the brain's own history does not reach back far enough.
 *
 * - A cumulative flow: last year's full value × this year's months over the same months of last year; naive: last
 *   year's value (seasonal naive). Last year must be whole.
 * - A level or a rate: goes on by the mean monthly change of the last six months (drift); naive: stays as it is.
 * - A change on the year before: of a flow that of the months so far, naive: that of last year; of a level the change
 *   that its drift leads to, naive: the change as it is.
 *
 * Drift and (seasonal) naive methods: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 5.2.
 */
export function projectionOf(
  monthly: Monthly,
  measure: ScoredMeasure,
  brain: string,
  now: number,
): Projection | null {
  const span = { brain, now, end: december(Math.floor(now / 12)) }
  const made =
    monthly.indicator.kind === 'flow'
      ? projectFlow(monthly, measure, span)
      : projectLevel(monthly, measure, span)
  return Number.isFinite(made.method) && Number.isFinite(made.naive) ? made : null
}

/** What an item did read in December of a year; NaN where that is not known. */
export const outcomeOf = (
  monthly: Monthly,
  measure: ScoredMeasure,
  brain: string,
  year: number,
): number =>
  measure === 'yoy' ? changeAt(monthly, brain, december(year)) : monthly.at(brain, december(year))

const UNKNOWN: Projection = { method: NaN, naive: NaN, scale: 1 }

function projectFlow(monthly: Monthly, measure: ScoredMeasure, span: Span): Projection {
  const { brain, now, end } = span
  const at = (ordinal: number): number => monthly.at(brain, ordinal)
  const [sofar, whole] = [at(now - 12), at(end - 12)]
  if (!isWhole(monthly, brain, Math.floor(now / 12) - 1) || !(sofar > 0)) return UNKNOWN
  if (measure === 'yoy')
    return {
      method: changeAt(monthly, brain, now),
      naive: changeAt(monthly, brain, end - 12),
      scale: 1,
    }
  return { method: (at(now) * whole) / sofar, naive: whole, scale: sizeOf(monthly, whole) }
}

/** Whether a flow was reported from the start of a year: January may come within 1—2月. */
const isWhole = ({ at }: Monthly, brain: string, year: number): boolean =>
  !Number.isNaN(at(brain, january(year))) || !Number.isNaN(at(brain, january(year) + 1))

function projectLevel(monthly: Monthly, measure: ScoredMeasure, span: Span): Projection {
  const { brain, now, end } = span
  const { min = -Infinity, max = Infinity, kind } = monthly.indicator
  const value = monthly.at(brain, now)
  const drift = (value - monthly.at(brain, now - DRIFT)) / DRIFT
  const level = Math.min(max, Math.max(min, value + (end - now) * drift))
  if (measure !== 'yoy')
    return { method: level, naive: value, scale: kind === 'stock' ? sizeOf(monthly, value) : 1 }
  const before = monthly.at(brain, end - 12)
  return { method: change(monthly, level, before), naive: changeAt(monthly, brain, now), scale: 1 }
}

/** At least the last digit that is stored: nothing is divided by zero. */
const sizeOf = ({ indicator }: Monthly, value: number): number =>
  Math.max(Math.abs(value), 10 ** -indicator.decimals)

const changeAt = (monthly: Monthly, brain: string, ordinal: number): number =>
  change(monthly, monthly.at(brain, ordinal), monthly.at(brain, ordinal - 12))

/** Per cent, of a rate percentage points; NaN without a base above zero. */
const change = ({ indicator }: Monthly, value: number, before: number): number => {
  if (indicator.kind === 'rate') return value - before
  return before > 0 ? 100 * (value / before - 1) : NaN
}
