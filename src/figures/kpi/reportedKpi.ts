import type { Indicator } from '../../domain/indicator.ts'
import { formatPeriod } from '../../domain/period.ts'
import { isPresent, type Reading } from '../../domain/reading.ts'
import type { LocalText } from '../../domain/text.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { isMatched, matchedNote } from '../comparable.ts'
import { coverageOf, isPartial } from '../coverage.ts'
import type { KpiFigure } from '../kinds/kpiFigure.ts'
import {
  hasData,
  latestMonth,
  monthsBefore,
  steadySeries,
  provinceReading,
  provinceSeries,
} from '../latest.ts'
import { absentFigure, coverageText, overlapNote, reportedMeaning } from '../meaning.ts'
import { coverageWords } from '../text/findings.ts'
import { countableProgramme } from '../programme.ts'
import { formatChange, quantityOf, quantityText, withPercent } from '../text/number.ts'
import { nextDue, notReportedYet } from '../text/sentences.ts'
import { say } from '../text/words.ts'

/** What one KPI over a reported indicator adds to the common shape. */
export interface ReportedKpi {
  readonly id: string
  readonly name: LocalText
  readonly indicator: Indicator
  /** Other slices that meta or comparison read. */
  readonly also?: readonly Indicator[]
  readonly meta: (context: FigureContext, period: string, total: Reading) => string
  readonly comparison: (context: FigureContext, period: string) => KpiFigure['comparison']
  readonly share?: (total: Reading) => number | null
}

/** A KPI of the province's latest total of one indicator, with its last thirteen months. */
export const reportedKpi = (kpi: ReportedKpi): FigureDefinition => ({
  id: kpi.id,
  name: kpi.name,
  indicators: [kpi.indicator, ...(kpi.also ?? [])],
  build: (context) => {
    const { locale } = context
    const { indicator } = kpi
    const title = say(locale, kpi.name.zh, kpi.name.en)
    const period = latestMonth(context)
    if (!hasData(context, indicator.id, period))
      return absentFigure(
        context,
        kpi.id,
        title,
        notReportedYet(context, indicator.id),
        nextDue(context),
      )
    const total = provinceReading(context, indicator.id, period)
    const value = quantityOf(total, indicator.unit, locale)
    const comparison = kpi.comparison(context, period)
    const when = formatPeriod(period, locale, { cumulative: indicator.kind === 'flow' })
    return {
      ...reportedMeaning(context, indicator, period, {
        id: kpi.id,
        title,
        unit: value.unit,
        notes: notesOf(context, indicator, period),
        scope: coverageText(total, context),
        finding: sentence(context, `${when}${title}`, `${title}, ${when}`, [
          quantityText(value),
          comparison?.text ?? '',
          coverageWords(total, locale),
        ]),
      }),
      kind: 'kpi',
      value,
      meta: kpi.meta(context, period, total),
      comparison,
      spark: { values: history(context, indicator, period), goal: null },
      share: kpi.share?.(total) ?? null,
    }
  },
})

/** That the total may overlap, and what a change compares where it is not what the totals hold. */
function notesOf(context: FigureContext, indicator: Indicator, period: string): string[] {
  const measures = indicator.kind === 'flow' ? MEASURES.slice(0, 1) : MEASURES
  const isSaid = measures.some((measure) => isMatched(context, indicator.id, period, measure))
  return [
    ...(indicator.overlaps ? [overlapNote(context)] : []),
    ...(isSaid ? [matchedNote(context.locale)] : []),
  ]
}

const MEASURES = ['yearOnYear', 'monthOnMonth'] as const

/** Value, comparison and whom the total covers; what is empty is left out. */
const sentence = (
  { locale }: FigureContext,
  zh: string,
  en: string,
  parts: readonly string[],
): string => {
  const said = parts.filter(Boolean).join(say(locale, '，', ', '))
  return say(locale, `${zh} ${said}。`, `${en}: ${said}.`)
}

/** Thirteen months: 同比 of a flow, which is free of season; everything else as it stands. */
function history(context: FigureContext, indicator: Indicator, period: string): (number | null)[] {
  const months = monthsBefore(period, 13)
  return indicator.kind === 'flow'
    ? provinceSeries(context, indicator.id, months, 'yearOnYear')
    : steadySeries(context, indicator.id, months)
}

/**
 * How many reported, short enough for a tile: 报 51/54; 仅 1 家 where the register is not complete enough to
 * be counted, so that nobody takes its total for the programme's; empty where all have.
 */
export function reportedMark(context: FigureContext, total: Reading): string {
  const { locale } = context
  const coverage = coverageOf(total)
  if (coverage && isPartial(coverage)) {
    const { covered, expected } = coverage
    return say(locale, `报 ${covered}/${expected}`, `${covered}/${expected}`)
  }
  return isPresent(total) && !countableProgramme(context)
    ? say(locale, `仅 ${total.covered} 家`, `${total.covered} only`)
    : ''
}

/** 同比 +6.8% of the province; 同口径同比 where fewer are compared than the two totals hold. */
export function yearOnYearText(
  context: FigureContext,
  indicator: Indicator,
  period: string,
): KpiFigure['comparison'] {
  const change = provinceReading(context, indicator.id, period, 'yearOnYear')
  if (!isPresent(change)) return null
  const text = withPercent(formatChange(change.value, context.locale))
  return {
    text: isMatched(context, indicator.id, period, 'yearOnYear')
      ? say(context.locale, `同口径同比 ${text}`, `${text} y/y, like for like`)
      : say(context.locale, `同比 ${text}`, `${text} on the year`),
    below: false,
  }
}
