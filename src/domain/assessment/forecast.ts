import type { Cube } from '../cube.ts'
import { ordinal, periodOf } from '../period.ts'
import { backTest, type BackTest, type Trial } from './backTest.ts'
import { december, monthlyOf, type Monthly } from './monthly.ts'
import { outcomeOf, projectionOf, type Projection } from './projection.ts'
import type { ScoredItem } from './scoreCard.ts'

/** A value at the end of the year with the interval that held 80 % of past ones; 测算, never a fact. */
export interface Forecast {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * Why there is no forecast: the month is not reported, the brain's own history is too short, the method did not beat
 * the naive guess in past years, its interval held too little of them, or the year is over.
 */
export type NoForecast = 'noReading' | 'shortHistory' | 'notBetter' | 'unreliable' | 'yearOver'

/** What can be said of an item's December from one month. */
export interface ItemForecaster {
  readonly item: ScoredItem
  readonly test: BackTest
  readonly of: (brain: string) => Forecast | NoForecast
  /** Method and naive of a brain from the same month of any year. */
  readonly project: (brain: string, year: number) => Projection | null
  readonly outcome: (brain: string, year: number) => number
  /** Past years in which the method could be tried. */
  readonly years: readonly number[]
}

/** Years of history that are looked at, at most: older ones say little of today. */
const MOST_YEARS = 6

const NO_TEST = backTest([])

/** Forecasts one item to December from a month of its year, tried on the same month of earlier years. */
export function itemForecaster(
  cube: Cube,
  item: ScoredItem,
  brains: readonly string[],
  period: string,
): ItemForecaster {
  const monthly = monthlyOf(cube, item.indicator)
  const now = ordinal(periodOf(period))
  const [year, month] = [Math.floor(now / 12), now % 12]
  if (!monthly) return unable(item)
  const years = yearsBefore(monthly, year)
  const project = (brain: string, of: number): Projection | null =>
    projectionOf(monthly, item.measure, brain, of * 12 + month)
  const outcome = (brain: string, of: number): number => outcomeOf(monthly, item.measure, brain, of)
  const test = backTest(trialsOf(brains, years, project, outcome))
  const isReported = (brain: string): boolean => !Number.isNaN(monthly.at(brain, now))
  const of = (brain: string): Forecast | NoForecast => {
    if (now === december(year)) return 'yearOver'
    if (!isReported(brain)) return 'noReading'
    return forecastOf(project(brain, year), test, boundsOf(monthly, item))
  }
  return { item, test, of, project, outcome, years }
}

const unable = (item: ScoredItem): ItemForecaster => ({
  ...{ item, test: NO_TEST, years: [] },
  of: () => 'noReading',
  project: () => null,
  outcome: () => NaN,
})

function yearsBefore({ firstYear }: Monthly, year: number): readonly number[] {
  const from = Math.max(firstYear, year - MOST_YEARS)
  return Number.isNaN(from)
    ? []
    : Array.from({ length: Math.max(0, year - from) }, (_, i) => from + i)
}

/** What was foreseen and came in past years; only where both are known. */
function trialsOf(
  brains: readonly string[],
  years: readonly number[],
  project: (brain: string, year: number) => Projection | null,
  outcome: (brain: string, year: number) => number,
): readonly Trial[] {
  return years.flatMap((year) =>
    brains.flatMap((brain) => {
      const projection = project(brain, year)
      const actual = outcome(brain, year)
      return projection && !Number.isNaN(actual) ? [{ brain, year, actual, ...projection }] : []
    }),
  )
}

interface Bounds {
  readonly min: number
  readonly max: number
}

/** A change has no bounds of its own. */
const boundsOf = ({ indicator }: Monthly, { measure }: ScoredItem): Bounds =>
  measure === 'yoy'
    ? { min: -Infinity, max: Infinity }
    : { min: indicator.min ?? -Infinity, max: indicator.max ?? Infinity }

/** The forecast of a projection whose method was tried; the reason where it may not be stated. */
export function forecastOf(
  projection: Projection | null,
  { verdict, interval }: BackTest,
  { min, max }: Bounds,
): Forecast | NoForecast {
  if (!projection || !interval) return 'shortHistory'
  if (verdict !== 'beats') return verdict
  const { method, scale } = projection
  const within = (value: number): number => Math.min(max, Math.max(min, value))
  return {
    value: within(method),
    low: within(method + scale * interval.low),
    high: within(method + scale * interval.high),
  }
}
