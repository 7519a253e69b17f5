import type { Indicator } from '../../domain/indicator.ts'
import { periodEnd } from '../../domain/period.ts'
import { ABSENCE_TEXT, isPresent, type AbsenceReason, type Reading } from '../../domain/reading.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import { isEarly, latestMonth } from '../latest.ts'
import { ageText } from '../text/age.ts'
import { columnScale, formatChange, quantity } from '../text/number.ts'
import { historyOf, lastReading, reasonText, sparkOf, type LastReading } from './history.ts'
import { domainScope, standingOf, type Standing } from './standing.ts'

export interface RowCell {
  readonly period: string
  readonly text: string
  readonly absent: AbsenceReason | null
  /** A month that is not due yet: what it holds arrived early. */
  readonly early: boolean
}

/** One indicator of a brain as the profile prints it. Everything is text in the unit of the row. */
export interface IndicatorRow {
  readonly indicator: string
  readonly name: string
  readonly unit: string
  readonly cumulative: boolean
  /** The last four months, oldest first; after the one due those that the brain has reported early. */
  readonly cells: readonly RowCell[]
  /** Against the same months of last year: percent, or percentage points of a rate. */
  readonly change: string
  readonly changeUnit: '%' | 'pp'
  readonly domainMedian: string
  readonly provinceMedian: string
  readonly domainRank: string
  readonly provinceRank: string
  readonly spark: readonly (number | null)[]
  /** Where the last value comes from; null without one in a year. */
  readonly last: {
    readonly period: string
    readonly text: string
    readonly age: string
    readonly late: number
  } | null
  /** Why there is nothing at all; null where a value is known. */
  readonly reason: string | null
}

const SHOWN = 4
const NONE = '—'

/**
 * The row of one indicator; medians and ranks are taken in the month of the last value that is due, for of
 * an early month nobody can be ranked yet. `end` is the last month that is printed.
 */
export function indicatorRow(
  context: FigureContext,
  brain: string,
  indicator: Indicator,
  end = latestMonth(context),
): IndicatorRow {
  const { locale } = context
  const history = historyOf(context, indicator, brain)
  const last = lastReading(history)
  const shown = historyOf(context, indicator, brain, 'value', SHOWN, end)
  const isKnown = last !== null || shown.readings.some(isPresent)
  const change = changeOf(context, indicator, brain, last)
  return {
    indicator: indicator.id,
    name: textOf(indicator.name, locale),
    unit: columnScale(indicator.unit, locale).unit,
    cumulative: indicator.kind === 'flow',
    cells: shown.periods.map((period, i) => ({
      ...{ period, early: isEarly(context, period) },
      ...cellOf(context, indicator, shown.readings[i]),
    })),
    change,
    changeUnit: indicator.kind === 'rate' ? 'pp' : '%',
    ...peersOf(context, indicator, brain, last),
    spark: last ? sparkOf(context, indicator, brain) : [],
    last: last && lastOf(context, indicator, last),
    reason: isKnown ? null : reasonText(context, indicator, history),
  }
}

/** Prints a value in the unit of its column. */
export const printValue = (context: FigureContext, indicator: Indicator, value: number): string =>
  quantity(value, indicator.unit, context.locale, { decimals: indicator.decimals, size: 0 }).text

function cellOf(context: FigureContext, indicator: Indicator, reading: Reading | undefined) {
  if (reading && isPresent(reading))
    return { text: printValue(context, indicator, reading.value), absent: null }
  const absent = reading?.absent ?? 'notReported'
  return { text: textOf(ABSENCE_TEXT[absent], context.locale), absent }
}

const lastOf = (
  context: FigureContext,
  indicator: Indicator,
  { period, value, late }: LastReading,
) => ({
  period,
  text: printValue(context, indicator, value),
  age: ageText(periodEnd(period), context.today, context.locale),
  late,
})

function changeOf(
  context: FigureContext,
  indicator: Indicator,
  brain: string,
  last: LastReading | null,
): string {
  if (!last) return NONE
  const measure = indicator.kind === 'rate' ? 'pointChange' : 'yearOnYear'
  const { readings, periods } = historyOf(context, indicator, brain, measure)
  const reading = readings[periods.indexOf(last.period)]
  return reading && isPresent(reading) ? formatChange(reading.value, context.locale) : NONE
}

function peersOf(
  context: FigureContext,
  indicator: Indicator,
  brain: string,
  last: LastReading | null,
): Pick<IndicatorRow, 'domainMedian' | 'provinceMedian' | 'domainRank' | 'provinceRank'> {
  const scope = domainScope(context, brain)
  const domain = last && scope && standingOf(context, indicator, brain, last.period, scope)
  const province = last && standingOf(context, indicator, brain, last.period)
  return {
    domainMedian: medianText(context, indicator, domain),
    provinceMedian: medianText(context, indicator, province),
    domainRank: rankText(domain),
    provinceRank: rankText(province),
  }
}

const medianText = (
  context: FigureContext,
  indicator: Indicator,
  standing: Standing | null,
): string =>
  standing === null || standing.median === null
    ? NONE
    : printValue(context, indicator, standing.median)

/** 3/14; / where no way is better, so that nothing is ranked. */
const rankText = (standing: Standing | null): string =>
  standing === null ? NONE : standing.rank === null ? '/' : `${standing.rank}/${standing.of}`
