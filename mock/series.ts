import type { Indicator } from '../src/domain/indicator.ts'
import { comparePeriods, monthOf, periodRange } from '../src/domain/period.ts'
import type { SimulatedBrain } from './brains.ts'
import type { Habits } from './habits.ts'
import {
  DOMAIN_GROWTH,
  PROFILES,
  SEASON,
  TROUBLE_EFFECTS,
  type LevelProfile,
  type PartProfile,
  type RateProfile,
  type RatioProfile,
} from './profiles.ts'
import { randomOf, type Random } from './random.ts'
import type { Scenario } from './scenarios.ts'

/** Monthly amounts of a flow (not yet cumulated), levels of a stock, values of a rate; NaN before 试点. */
export type Series = Float64Array

/** Everything that the figures of one brain depend on. */
export interface SeriesInput {
  readonly scenario: Scenario
  readonly months: readonly string[]
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly brain: SimulatedBrain
  readonly habits: Habits
  /** Level of an indicator at the end, over the mean of all counted brains. */
  readonly weightOf: (indicator: string) => number
  /** Whether the correction of the brain's figures has been found yet. */
  readonly corrected: boolean
}

export const monthsOf = ({ first, last }: Scenario): readonly string[] => periodRange(first, last)

/** Position of the 试点 month, 0 when it lies before the first month. */
export const pilotIndex = (brain: SimulatedBrain, months: readonly string[]): number => {
  const first = months[0]
  if (!brain.pilot || !first) return months.length
  return Math.max(0, comparePeriods(monthOf(brain.pilot), first))
}

const decay = (age: number, months: number): number => 1 - Math.exp(-age / months)

/** Share of the full level that is reached `age` months after 试点. */
export function rampAt(profile: LevelProfile, age: number): number {
  if (!profile.ramp) return 1
  return profile.ramp.start + (1 - profile.ramp.start) * decay(age, profile.ramp.months)
}

/** Age in months at which a brain stopped building up, Infinity when it goes on. */
export const stallOf = (brain: SimulatedBrain, habits: Habits): number =>
  (brain.route.trouble && TROUBLE_EFFECTS[brain.route.trouble].stall) ?? habits.stall ?? Infinity

/** What a brain holds of an indicator, over an ordinary brain. */
export const factorOf = (brain: SimulatedBrain, indicator: string): number =>
  (brain.route.trouble && TROUBLE_EFFECTS[brain.route.trouble].factors?.[indicator]) ?? 1

/**
 * The figures of one brain. Each indicator has a stream of its own; parts and ratios follow the series
 * they are made of, so that a part never exceeds its whole. Throws a RangeError for an unknown profile.
 */
export function seriesOf(input: SeriesInput): (indicator: string) => Series {
  const known = new Map<string, Series>()
  const get = (id: string): Series => {
    const series = known.get(id) ?? make(id)
    known.set(id, series)
    return series
  }
  const make = (id: string): Series => {
    const profile = PROFILES[id]
    const indicator = input.indicators.get(id)
    if (!profile || !indicator) throw new RangeError(`no profile for indicator "${id}"`)
    const random = randomOf(input.scenario.seed, id, input.brain.entry.id)
    switch (profile.form) {
      case 'level':
        return levelSeries(input, indicator, profile, random)
      case 'part':
        return partSeries(input, indicator, profile, random, get(profile.of))
      case 'ratio':
        return ratioSeries(input, get(profile.top), get(profile.bottom), profile)
      case 'rate':
        return rateSeries(input, profile, random)
      case 'growth':
        return growthSeries(input, random)
    }
  }
  return get
}

/** Yearly growth of a brain's cluster as a fraction: its domain's, and a deviation of its own. */
function clusterGrowth({ scenario, brain }: SeriesInput): number {
  const domain = brain.entry.domain ?? 'other'
  const random = randomOf(scenario.seed, 'growth', brain.entry.id)
  const deviation = (domain === 'other' ? 0.5 : 2.6) * random.normal()
  return (DOMAIN_GROWTH[domain] + deviation) / 100
}

const fill = (months: readonly string[], value: (i: number) => number): Series =>
  Float64Array.from(months, (_, i) => value(i))

/** The start of an indicator's series: the first month, or the month of 试点. */
const startOf = ({ brain, months }: SeriesInput, indicator: Indicator): number =>
  indicator.reportedFrom === 'pilot' ? pilotIndex(brain, months) : 0

function levelSeries(
  input: SeriesInput,
  indicator: Indicator,
  profile: LevelProfile,
  random: Random,
): Series {
  const { months, brain, habits } = input
  const flow = indicator.kind === 'flow'
  const start = startOf(input, indicator)
  const pilot = pilotIndex(brain, months)
  const stall = stallOf(brain, habits)
  const growth = profile.growth === 'domain' ? clusterGrowth(input) : profile.growth
  const end = months.length - 1
  const mean = profile.total / 54
  const level = mean * input.weightOf(indicator.id) * factorOf(brain, indicator.id)
  const full = rampAt(profile, Math.min(stall, Math.max(0, end - pilot)))
  const noise = indicator.reportedFrom === 'pilot' ? 0.012 : 0.006
  const series = fill(months, (i) => {
    const jitter = 1 + noise * random.normal()
    if (i < start) return NaN
    const ramp = rampAt(profile, Math.min(stall, Math.max(0, i - pilot))) / full
    const trend = (1 + growth) ** ((i - end + (flow ? 4.5 : 0)) / 12)
    const season = flow ? (SEASON[i % 12] ?? 0) : 1
    return level * ramp * trend * season * jitter * shock(input, indicator, i)
  })
  if (flow || indicator.reportedFrom === 'cluster') return series
  return stepped(rising(series), profile.step ?? 0)
}

/** The correction of one month's revenue, once it has been found. */
function shock(
  { habits, months, corrected }: SeriesInput,
  indicator: Indicator,
  i: number,
): number {
  const { correction } = habits
  const hit = corrected && indicator.id === 'cluster.revenue' && months[i] === correction?.month
  return hit && correction ? correction.factor : 1
}

/** The highest level so far: what was built stays built. */
function rising(series: Series): Series {
  let top = 0
  return series.map((value) => (Number.isNaN(value) ? value : (top = Math.max(top, value))))
}

const stepped = (series: Series, step: number): Series =>
  step > 0 ? series.map((value) => Math.round(value / step) * step) : series

function partSeries(
  input: SeriesInput,
  indicator: Indicator,
  profile: PartProfile,
  random: Random,
  whole: Series,
): Series {
  const { months, brain } = input
  const start = startOf(input, indicator)
  const end = months.length - 1
  const limit = profile.share < 1 ? 0.995 : Infinity
  const own = profile.share + profile.spread * random.normal()
  const share = Math.max(profile.share / 4, own) * factorOf(brain, indicator.id)
  const noise = indicator.kind === 'flow' ? 0.02 : 0.004
  const series = fill(months, (i) => {
    const jitter = 1 + noise * random.normal()
    if (i < start) return NaN
    const part = Math.max(share / 4, share + (profile.rise * (i - end)) / 12)
    return (whole[i] ?? NaN) * Math.min(limit, part * jitter)
  })
  const grows = indicator.kind === 'stock' && indicator.reportedFrom === 'pilot' && !profile.dips
  return grows ? rising(series) : series
}

const sumInYear = (series: Series, i: number): number => {
  let sum = 0
  for (let k = i - (i % 12); k <= i; k++) sum += Number.isNaN(series[k]) ? 0 : (series[k] ?? 0)
  return sum
}

/** Cumulative amounts of a flow within each year; other series as they are. */
export const cumulative = (series: Series, indicator: Indicator): Series =>
  indicator.kind === 'flow'
    ? series.map((value, i) => (Number.isNaN(value) ? NaN : sumInYear(series, i)))
    : series

/** Rounds as it is stored, so that a reader who divides the printed figures finds the printed ratio. */
export const rounded = (value: number, { decimals, min, max }: Indicator): number => {
  const scale = 10 ** decimals
  const bounded = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, value))
  return Math.round(bounded * scale) / scale
}

function ratioSeries(
  { months, indicators }: SeriesInput,
  top: Series,
  bottom: Series,
  profile: RatioProfile,
): Series {
  const stored = (id: string, series: Series): Series => {
    const indicator = indicators.get(id)
    if (!indicator) throw new RangeError(`no indicator "${id}"`)
    return cumulative(series, indicator).map((value) => rounded(value, indicator))
  }
  const [above, below] = [stored(profile.top, top), stored(profile.bottom, bottom)]
  return fill(months, (i) => (below[i] ? (100 * (above[i] ?? NaN)) / below[i] : NaN))
}

function rateSeries({ months }: SeriesInput, profile: RateProfile, random: Random): Series {
  const { mean, spread, rise, noise, low, high } = profile
  const own = mean + spread * random.normal()
  const end = months.length - 1
  return fill(months, (i) => {
    const value = own + (rise * (i - end)) / 12 + noise * random.normal()
    return Math.min(high, Math.max(low, value))
  })
}

function growthSeries(input: SeriesInput, random: Random): Series {
  const growth = 100 * clusterGrowth(input) + 0.6 * random.normal()
  return fill(input.months, () => growth + 0.35 * random.normal())
}
