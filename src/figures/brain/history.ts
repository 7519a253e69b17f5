import type { Indicator } from '../../domain/indicator.ts'
import { runQuery, type Measure } from '../../domain/query.ts'
import { ABSENCE_TEXT, isPresent, valueOrNull, type Reading } from '../../domain/reading.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import { latestMonth, monthsBefore, withEarly } from '../latest.ts'
import { say } from '../text/words.ts'

/** Readings of one brain, oldest first. */
export interface History {
  readonly periods: readonly string[]
  readonly readings: readonly Reading[]
}

export const HISTORY_MONTHS = 13

/** The last months up to the one that is due, or up to `end`. */
export function historyOf(
  context: FigureContext,
  indicator: Indicator,
  brain: string,
  measure: Measure = 'value',
  months = HISTORY_MONTHS,
  end = latestMonth(context),
): History {
  const periods = monthsBefore(end, months)
  const scope = { brains: [brain] }
  const ask = { indicator: indicator.id, groupBy: 'brain', scope, periods, measure } as const
  const result = withEarly(latestMonth(context), runQuery(context.cube, ask))
  return { periods, readings: periods.map((_, p) => result.reading(0, p)) }
}

/** The last reading with a value and how many months before the due one it lies. */
export interface LastReading {
  readonly period: string
  readonly value: number
  readonly late: number
}

/** Null where none of the months has a value. */
export function lastReading({ periods, readings }: History): LastReading | null {
  for (let p = periods.length - 1; p >= 0; p--) {
    const reading = readings[p]
    if (reading && isPresent(reading))
      return { period: periods[p] ?? '', value: reading.value, late: periods.length - 1 - p }
  }
  return null
}

/** Why the month that is due has no value; a slice that is still on its way has no reason yet. */
export function reasonText(
  { cube, locale }: FigureContext,
  indicator: Indicator,
  { readings }: History,
): string {
  if (!cube.slices.has(indicator.id)) return say(locale, '读取中', 'loading')
  const reading = readings.at(-1)
  const reason = reading && !isPresent(reading) ? reading.absent : 'notReported'
  return textOf(ABSENCE_TEXT[reason], locale)
}

/** Values for a sparkline: 同比 of a flow, which is free of season; everything else as it stands. */
export function sparkOf(
  context: FigureContext,
  indicator: Indicator,
  brain: string,
): (number | null)[] {
  const measure = indicator.kind === 'flow' ? 'yearOnYear' : 'value'
  return historyOf(context, indicator, brain, measure).readings.map(valueOrNull)
}
