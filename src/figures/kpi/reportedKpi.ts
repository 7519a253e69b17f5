import type { Indicator } from '../../domain/indicator.ts'
import { formatPeriod } from '../../domain/period.ts'
import { isPresent, type Reading } from '../../domain/reading.ts'
import type { LocalText } from '../../domain/text.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import type { KpiFigure, Quantity } from '../figure.ts'
import {
  hasData,
  latestMonth,
  monthsBefore,
  steadySeries,
  provinceReading,
  provinceSeries,
} from '../latest.ts'
import { absentFigure, coverageText, reportedMeaning } from '../meaning.ts'
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
        scope: coverageText(total, context),
        finding: sentence(context, `${when}${title}`, `${title}, ${when}`, value, comparison),
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

const sentence = (
  { locale }: FigureContext,
  zh: string,
  en: string,
  value: Quantity,
  comparison: KpiFigure['comparison'],
): string => {
  const tail = comparison ? say(locale, `，${comparison.text}`, `, ${comparison.text}`) : ''
  return say(
    locale,
    `${zh} ${quantityText(value)}${tail}。`,
    `${en}: ${quantityText(value)}${tail}.`,
  )
}

/** Thirteen months: 同比 of a flow, which is free of season; everything else as it stands. */
function history(context: FigureContext, indicator: Indicator, period: string): (number | null)[] {
  const months = monthsBefore(period, 13)
  return indicator.kind === 'flow'
    ? provinceSeries(context, indicator.id, months, 'yearOnYear')
    : steadySeries(context, indicator.id, months)
}

/** 同比 +6.8% of the province. */
export function yearOnYearText(
  context: FigureContext,
  indicator: Indicator,
  period: string,
): KpiFigure['comparison'] {
  const change = provinceReading(context, indicator.id, period, 'yearOnYear')
  if (!isPresent(change)) return null
  const text = withPercent(formatChange(change.value, context.locale))
  return {
    text: say(context.locale, `同比 ${text}`, `${text} on the year`),
    below: false,
  }
}
