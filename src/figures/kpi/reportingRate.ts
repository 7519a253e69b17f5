import { clusterRevenue as indicator } from '../../domain/catalogue/headline.ts'
import { reportDue } from '../../domain/calendar.ts'
import { formatPeriod, periodEnd, shiftPeriod } from '../../domain/period.ts'
import type { Reading } from '../../domain/reading.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { hasData, latestMonth, monthsBefore, provinceReading } from '../latest.ts'
import { absentFigure, meaning } from '../meaning.ts'
import { ownProgramme } from '../programme.ts'
import { creditText } from '../text/creditText.ts'
import { formatChange, formatNumber } from '../text/number.ts'
import { nextDue, notReportedYet } from '../text/sentences.ts'
import { say } from '../text/words.ts'

const ID = 'reporting-rate'
const name = { zh: '月报报送率', en: 'Reporting rate' }

/** Share of the registered brains that owe a report for the last due month and have sent it, as the board counts them. */
export const reportingRate: FigureDefinition = {
  id: ID,
  name,
  indicators: [indicator],
  build: (whole) => {
    const context = overOwn(whole)
    const { locale } = context
    const title = say(locale, name.zh, name.en)
    const period = latestMonth(context)
    const now = provinceReading(context, indicator.id, period)
    const missed = reasonFor(context, period, now)
    if (missed !== null) return absentFigure(context, ID, title, missed, nextDue(context))
    const months = monthsBefore(period, 13).filter((month) => !month.endsWith('-01'))
    const rates = months.map((month) => rateOf(provinceReading(context, indicator.id, month)))
    const rate = rateOf(now)
    const missing = now.expected - coveredOf(now)
    return {
      ...meaning(context, {
        id: ID,
        title,
        unit: '%',
        period: formatPeriod(period, locale),
        source:
          creditText(context.credit, locale) ??
          say(locale, '各产业大脑报送', 'Reported by the brains'),
        definition: definition(context, period),
        asOf: periodEnd(period),
        knownAt: context.cube.slices.get(indicator.id)?.knownAt ?? null,
        finding: say(
          locale,
          `${formatPeriod(period, locale)}月报应报 ${now.expected} 个，已报 ${coveredOf(now)} 个。`,
          `${coveredOf(now)} of ${now.expected} brains have reported ${formatPeriod(period, locale)}.`,
        ),
      }),
      kind: 'kpi',
      value: { value: rate, unit: '%', text: rate === null ? '—' : formatNumber(rate, 1) },
      meta:
        missing > 0
          ? say(locale, `${missing} 个逾期`, `${missing} overdue`)
          : say(locale, '全部报送', 'all reported'),
      comparison: comparison(context, period, now, rate),
      spark: { values: rates, goal: null },
      share: null,
    }
  },
}

/** A brain that only publications name owes no report, whatever it has sent. */
const overOwn = (context: FigureContext): FigureContext => ({
  ...context,
  cube: { ...context.cube, brains: ownProgramme(context).brains },
})

/** Why there is no rate; null where there is one. */
function reasonFor(context: FigureContext, period: string, now: Reading): string | null {
  if (!hasData(context, indicator.id, period)) return notReportedYet(context, indicator.id)
  if (now.expected > 0) return null
  const [zh, en] = ['没有已登记且应报送月报的产业大脑', 'No registered brain owes a monthly report']
  return say(context.locale, zh, en)
}

const coveredOf = (reading: Reading): number => ('value' in reading ? reading.covered : 0)
const rateOf = (reading: Reading): number | null =>
  reading.expected === 0 ? null : (coveredOf(reading) / reading.expected) * 100

function comparison(context: FigureContext, period: string, now: Reading, rate: number | null) {
  const { locale } = context
  const before = shiftPeriod(period, period.endsWith('-02') ? -2 : -1)
  const last = rateOf(provinceReading(context, indicator.id, before))
  const change = rate !== null && last !== null ? rate - last : null
  const points = change === null ? null : formatChange(change, locale)
  const count = say(
    locale,
    `${coveredOf(now)}/${now.expected} 个`,
    `${coveredOf(now)} of ${now.expected}`,
  )
  const tail =
    points === null
      ? ''
      : say(
          locale,
          `，环比 ${/\d/.test(points) ? `${points} 个百分点` : points}`,
          `, ${points} pp on the month`,
        )
  return { text: count + tail, below: change !== null && change < 0 }
}

const definition = (context: FigureContext, period: string): string => {
  const due = reportDue(context.calendar, period)
  return say(
    context.locale,
    `已报送当月月报的产业大脑 ÷ 应报送的产业大脑；本期应于 ${due} 前报送`,
    `Brains that sent the month’s report ÷ brains that owe one; due by ${due}`,
  )
}
