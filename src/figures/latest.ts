import { lastDuePeriod } from '../domain/calendar.ts'
import { comparePeriods, samePeriodLastYear, shiftPeriod } from '../domain/period.ts'
import { isPresent, type Reading } from '../domain/reading.ts'
import { runQuery, type GroupBy, type Measure } from '../domain/query.ts'
import type { FigureContext } from './definition.ts'

/** The last month whose report is due. */
export const latestMonth = ({ calendar, today }: FigureContext): string =>
  lastDuePeriod(calendar, today)

/** `count` months up to and including `last`. */
export const monthsBefore = (last: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => shiftPeriod(last, i - count + 1))

/** One reading of the whole province in one period. */
export function provinceReading(
  context: FigureContext,
  indicator: string,
  period: string,
  measure: Measure = 'value',
): Reading {
  const result = runQuery(context.cube, { indicator, groupBy: 'all', periods: [period], measure })
  return result.reading(0, 0)
}

/** Readings of every group in one period, in the query's order. */
export function groupReadings(
  context: FigureContext,
  indicator: string,
  period: string,
  groupBy: GroupBy,
  measure: Measure = 'value',
): { readonly id: string; readonly members: readonly string[]; readonly reading: Reading }[] {
  const result = runQuery(context.cube, { indicator, groupBy, periods: [period], measure })
  return result.groups.map(({ id, members }, g) => ({ id, members, reading: result.reading(g, 0) }))
}

/** Values of the province over months, null where absent: for sparklines only. */
export function provinceSeries(
  context: FigureContext,
  indicator: string,
  periods: readonly string[],
  measure: Measure = 'value',
): (number | null)[] {
  const result = runQuery(context.cube, { indicator, groupBy: 'all', periods, measure })
  return periods.map((_, p) => {
    const reading = result.reading(0, p)
    return isPresent(reading) ? reading.value : null
  })
}

/** True when the slice holds at least one value up to the period. */
export function hasData(context: FigureContext, indicator: string, period: string): boolean {
  const slice = context.cube.slices.get(indicator)
  if (!slice || slice.entities.length === 0) return false
  const first = slice.periods[0]
  return first !== undefined && comparePeriods(first, period) <= 0
}

/**
 * Moving annual total of a cumulative flow: the sum of the twelve months that end in each period,
 * value(M) + last year's total − last year's value(M). Free of season; null where a part is absent.
 */
export function movingAnnualTotals(
  context: FigureContext,
  indicator: string,
  periods: readonly string[],
): (number | null)[] {
  const at = (ids: readonly string[]) => provinceSeries(context, indicator, ids)
  const now = at(periods)
  const then = at(periods.map(samePeriodLastYear))
  const years = at(periods.map((id) => `${Number(id.slice(0, 4)) - 1}-12`))
  return periods.map((_, i) => {
    const [value, before, year] = [now[i], then[i], years[i]]
    return value == null || before == null || year == null ? null : value + year - before
  })
}
