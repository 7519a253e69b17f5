import { lastDuePeriod } from '../domain/calendar.ts'
import { comparePeriods, shiftPeriod } from '../domain/period.ts'
import { isPresent, type Reading } from '../domain/reading.ts'
import { runQuery, type GroupBy, type Measure, type Scope } from '../domain/query.ts'
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
  scope: Scope = {},
): (number | null)[] {
  const result = runQuery(context.cube, { indicator, scope, groupBy: 'all', periods, measure })
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
 * Values of the province over months from the brains that have a value in the last of them: the same
 * members throughout, so that a missing report does not look like a fall. For sparklines only.
 */
export function steadySeries(
  context: FigureContext,
  indicator: string,
  periods: readonly string[],
): (number | null)[] {
  const last = periods.at(-1)
  if (last === undefined) return []
  const brains = groupReadings(context, indicator, last, 'brain')
    .filter(({ reading }) => isPresent(reading))
    .map(({ id }) => id)
  return provinceSeries(context, indicator, periods, 'value', { brains })
}
