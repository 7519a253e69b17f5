import { lastDuePeriod } from '../domain/calendar.ts'
import { comparePeriods, monthOf, parsePeriod, shiftPeriod } from '../domain/period.ts'
import { absent, isPresent, type Reading } from '../domain/reading.ts'
import {
  runQuery,
  type GroupBy,
  type Measure,
  type QueryResult,
  type Scope,
} from '../domain/query.ts'
import type { Slice } from '../domain/slice.ts'
import type { FigureContext } from './definition.ts'

/** The last month whose report is due. */
export const latestMonth = ({ calendar, today }: FigureContext): string =>
  lastDuePeriod(calendar, today)

/** True for a month whose report is not due yet: what it holds arrived early. */
export const isEarly = (context: FigureContext, period: string): boolean =>
  period > latestMonth(context)

/**
 * Where a timeline of months ends: the last month due, or a later one of which a reading of the given
 * indicators (or of any that is loaded) is known because a report arrived before its day.
 */
export function lastKnownMonth(
  context: FigureContext,
  indicators: Iterable<string> = context.cube.slices.keys(),
  entities: ReadonlySet<string> | null = null,
): string {
  let last = latestMonth(context)
  for (const id of indicators) {
    const slice = context.cube.slices.get(id)
    if (!slice || parsePeriod(slice.periods[0] ?? '')?.cadence !== 'month') continue
    last = lastReadMonth(slice, last, entities)
  }
  return last
}

/**
 * Where the timeline of a page ends. While slices are on their way nobody knows whether a report arrived
 * early: any month that has ended may be asked for.
 */
export function timelineEnd(context: FigureContext): string {
  if (!context.unread?.size) return lastKnownMonth(context)
  const ended = shiftPeriod(monthOf(context.today), -1)
  return ended > latestMonth(context) ? ended : latestMonth(context)
}

/** The last month of a slice after `after` that holds a value of one of the entities; else `after`. */
function lastReadMonth(
  { periods, entities, absence }: Slice,
  after: string,
  wanted: ReadonlySet<string> | null,
): string {
  for (let column = periods.length - 1; column >= 0; column--) {
    const period = periods[column] ?? ''
    if (period <= after) return after
    const isRead = (entity: string, row: number): boolean =>
      (!wanted || wanted.has(entity)) && absence[row * periods.length + column] === 0
    if (entities.some(isRead)) return period
  }
  return after
}

/** The result with what is missing in months after `due` as not due yet: nobody is late there. */
export function withEarly(due: string, result: QueryResult): QueryResult {
  if (result.indicator.cadence !== 'month' || result.periods.every((period) => period <= due))
    return result
  return {
    ...result,
    reading: (group, period) => {
      const reading = result.reading(group, period)
      const isLate = 'absent' in reading && reading.absent === 'notReported'
      return isLate && (result.periods[period] ?? '') > due
        ? absent('notDue', reading.expected)
        : reading
    },
  }
}

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
