import type { Cube } from '../cube.ts'
import { periodOf } from '../period.ts'
import { backTest, type BackTest, type Trial } from './backTest.ts'
import { forecastOf, itemForecaster } from './forecast.ts'
import type { Forecast, ItemForecaster, NoForecast } from './forecast.ts'
import { pointsOf } from './points.ts'
import type { Projection } from './projection.ts'
import type { ScoreCard } from './scoreCard.ts'
import { leavesOf, type ScoreLeaf } from './scoreLeaf.ts'
import type { JudgedPoints } from './scoreRecord.ts'

/** Forecasts of a card to the end of a year: of every item, and of the score. */
export interface ScoreForecaster {
  /** In the order of the card's items; null for judged ones. */
  readonly items: readonly (ItemForecaster | null)[]
  readonly test: BackTest
  readonly of: (brain: string, judged?: readonly JudgedPoints[]) => Forecast | NoForecast
}

interface Part {
  readonly leaf: ScoreLeaf
  readonly forecaster: ItemForecaster
}

/**
 * Forecasts scores to December. Items go by their method where that was better than naive in past years, else by
 * naive; the score has its own back-test against a score of naive values alone, and its own interval. Points that
 * people gave stay as they are. A score is foreseen over the items that can be, as long as they are as much of the
 * weights as the card asks for.
 */
export function scoreForecaster(
  cube: Cube,
  card: ScoreCard,
  brains: readonly string[],
  period: string,
): ScoreForecaster {
  const leaves = leavesOf(card)
  const items = leaves.map(({ item }) =>
    item.kind === 'judged' ? null : itemForecaster(cube, item, brains, period),
  )
  const parts = leaves.flatMap((leaf, i) => {
    const forecaster = items[i]
    return forecaster ? [{ leaf, forecaster }] : []
  })
  const { year, index } = periodOf(period)
  const years = [...new Set(parts.flatMap(({ forecaster }) => forecaster.years))]
  const test = backTest(scoreTrials(card, parts, brains, years))
  const of = (brain: string, judged: readonly JudgedPoints[] = []): Forecast | NoForecast => {
    if (index === 12) return 'yearOver'
    if (parts.every(({ forecaster }) => forecaster.of(brain) === 'noReading')) return 'noReading'
    const projection = projectScore(card, parts, brain, year)
    const forecast = forecastOf(projection, test, { min: 0, max: 100 })
    return typeof forecast === 'string' || !projection
      ? forecast
      : withJudged(card, projection.known, forecast, judged)
  }
  return { items, test, of }
}

interface ScoreProjection extends Projection {
  /** Weight of the items that it covers. */
  readonly known: number
}

/** Scores of method and naive over the items that have both; null where they are too small a part. */
function projectScore(
  card: ScoreCard,
  parts: readonly Part[],
  brain: string,
  year: number,
): ScoreProjection | null {
  let [all, known, method, naive] = [0, 0, 0, 0]
  for (const { leaf, forecaster } of parts) {
    all += leaf.weight
    const projection = forecaster.project(brain, year)
    if (!projection) continue
    const { item, test } = forecaster
    const chosen = test.verdict === 'beats' ? projection.method : projection.naive
    known += leaf.weight
    naive += leaf.weight * pointsOf(item, projection.naive)
    method += leaf.weight * pointsOf(item, chosen)
  }
  if (!(known > 0) || known < card.leastCoverage * all) return null
  return { method: method / known, naive: naive / known, scale: 1, known }
}

/** Past years in which the score of a brain was foreseen and came, over the items of which both are known. */
function scoreTrials(
  card: ScoreCard,
  parts: readonly Part[],
  brains: readonly string[],
  years: readonly number[],
): readonly Trial[] {
  return years.flatMap((year) =>
    brains.flatMap((brain) => {
      const came = parts.filter(({ forecaster }) => isKnown(forecaster.outcome(brain, year)))
      const seen = came.filter(({ forecaster }) => forecaster.project(brain, year))
      const projection = projectScore(card, seen, brain, year)
      const isEnough = weightOf(seen) >= card.leastCoverage * weightOf(parts)
      if (!projection || !isEnough) return []
      const actual = seen.reduce(
        (sum, { leaf, forecaster }) =>
          sum + leaf.weight * pointsOf(forecaster.item, forecaster.outcome(brain, year)),
        0,
      )
      return [{ brain, year, ...projection, actual: actual / projection.known }]
    }),
  )
}

const isKnown = (value: number): boolean => !Number.isNaN(value)

const weightOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { leaf }) => sum + leaf.weight, 0)

/** The forecast with the points that people gave: they are certain, so the interval narrows by their weight. */
function withJudged(
  card: ScoreCard,
  known: number,
  forecast: Forecast,
  judged: readonly JudgedPoints[],
): Forecast {
  const given = leavesOf(card).flatMap(({ item, weight }) => {
    const points = judged.find((entry) => entry.item === item.id)?.points
    return item.kind === 'judged' && points !== undefined ? [{ weight, points }] : []
  })
  const whole = given.reduce((sum, { weight }) => sum + weight, known)
  const extra = given.reduce((sum, { weight, points }) => sum + weight * points, 0)
  const joined = (score: number): number => (known * score + extra) / whole
  return { value: joined(forecast.value), low: joined(forecast.low), high: joined(forecast.high) }
}
