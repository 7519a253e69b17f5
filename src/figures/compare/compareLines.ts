import { indicatorOf } from '../../domain/catalogue/index.ts'
import type { Comparison } from '../../domain/comparison.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { isCompared } from '../../domain/measure/question.ts'
import { isPresent, type Reading } from '../../domain/reading.ts'
import type { FigureContext } from '../definition.ts'
import { comparableNote, coverageOfPoints, linePartialNote, withCoverage } from '../coverage.ts'
import { measuredName } from '../desk/measureText.ts'
import type { Figure } from '../figure.ts'
import { COMPARE_TONES, type LineFigure, type LineSeries } from '../kinds/lineFigure.ts'
import { isEarly, lastKnownMonth, latestMonth } from '../latest.ts'
import { absentFigure, overlapNote, reportedMeaning } from '../meaning.ts'
import { say } from '../text/words.ts'
import { baseOf, compareMeasure, type CompareMeasure } from './compareMeasure.ts'
import { comparePrinter } from './comparePrinter.ts'
import { compareFinding } from './compareFinding.ts'
import { entityName, isRegion, readEntity } from './entity.ts'

const ID = 'compare-lines'
const MONTHS = 36

/** The chosen entities over time on one scale; the one in focus keeps its colour, the others are muted. */
export function compareLines(context: FigureContext, comparison: Comparison): Figure {
  const { locale } = context
  const indicator = indicatorOf(comparison.indicator)
  const title = say(locale, '对比', 'Comparison')
  if (!indicator || comparison.ids.length === 0)
    return absentFigure(context, ID, title, say(locale, '请先选择对象', 'Choose what to compare'))
  const how = compareMeasure(context, indicator, comparison)
  const name = measuredName(indicator, how.measure, locale)
  const periods = periodsOf(context, indicator, comparison.ids)
  const series = comparison.ids.map((id, at) =>
    seriesOf(context, indicator, how, comparison, id, at, periods),
  )
  if (series.every(({ values }) => values.every((value) => value === null)))
    return absentFigure(context, ID, name, nothing(context, indicator, comparison))
  return {
    ...reportedMeaning(context, indicator, printedPeriod(context, indicator, periods), {
      id: ID,
      title: name,
      unit: comparePrinter(indicator, how.measure, locale).unit,
      finding: compareFinding(
        context,
        name,
        series,
        periods,
        indicator,
        how.measure,
        comparePrinter(indicator, how.measure, locale),
      ),
      notes: [
        ...notesOf(context, indicator, how, comparison),
        ...earlyNotes(context, indicator, periods),
      ],
      ...(indicator.reportedFrom === 'region' ? publicSource(context) : {}),
    }),
    kind: 'line',
    periods,
    panels: [{ id: 'all', title: '', series, band: null, targets: [], events: [] }],
    focus: comparison.focus,
    partialNote: linePartialNote(series, how.measure, locale),
    fromZero: how.measure === 'value' && indicator.kind !== 'rate' && indicator.kind !== 'index',
  } satisfies LineFigure
}

/** The last period, but never a month that is not due yet: of that only some can be compared. */
function printedPeriod(
  context: FigureContext,
  { cadence }: Indicator,
  periods: readonly string[],
): string {
  const isDue = (period: string): boolean => cadence !== 'month' || !isEarly(context, period)
  return periods.findLast(isDue) ?? latestMonth(context)
}

/** Months after the last one due hold what brains reported early; regions wait until it is due. */
function earlyNotes(
  context: FigureContext,
  { cadence }: Indicator,
  periods: readonly string[],
): string[] {
  const early = periods.filter((period) => cadence === 'month' && isEarly(context, period))
  return early.length === 0
    ? []
    : [
        say(
          context.locale,
          `${early.join('、')} 未到报送截止日，空心点为提前报送`,
          `${early.join(', ')} not due yet: hollow points were reported early`,
        ),
      ]
}

const publicSource = ({ locale }: FigureContext) => ({
  source: say(locale, '公开资料', 'Public documents'),
})

/**
 * The last three years of what the slice covers, up to the month that is due, or a later one that a compared
 * brain has reported early.
 */
function periodsOf(
  context: FigureContext,
  { id, cadence }: Indicator,
  ids: readonly string[],
): readonly string[] {
  const all = context.cube.slices.get(id)?.periods ?? []
  const last = lastKnownMonth(context, [id], new Set(ids))
  return all.filter((period) => cadence !== 'month' || period <= last).slice(-MONTHS)
}

function seriesOf(
  context: FigureContext,
  indicator: Indicator,
  how: CompareMeasure,
  comparison: Comparison,
  id: string,
  at: number,
  periods: readonly string[],
): LineSeries {
  const { factor, text } = comparePrinter(indicator, how.measure, context.locale)
  const readings = measuredReadings(context, indicator, how, comparison.base, id, periods)
  const last = readings.findLastIndex(isPresent)
  const known = readings[last]
  const late = last < periods.length - 1 ? ` (${periods[last] ?? ''})` : ''
  const covers = coverageOfPoints(readings, how.measure)
  const due = latestMonth(context)
  return {
    id,
    name: entityName(context, id),
    tone: COMPARE_TONES[at] ?? 'reference',
    values: readings.map((reading) => (isPresent(reading) ? reading.value * factor : null)),
    preliminary: [...periods.keys()].filter(
      (p) => indicator.cadence === 'month' && (periods[p] ?? '') > due,
    ),
    ...covers,
    endText:
      known && isPresent(known)
        ? withCoverage(text(known.value), covers.coverage?.[last]) + late
        : '',
  }
}

/** An index of a flow has another base for every month: it is asked month by month. */
function measuredReadings(
  context: FigureContext,
  indicator: Indicator,
  { measure }: CompareMeasure,
  base: string | null,
  id: string,
  periods: readonly string[],
): readonly Reading[] {
  if (measure !== 'index' || base === null)
    return readEntity(context, indicator, id, periods, measure)
  if (indicator.kind !== 'flow') return readEntity(context, indicator, id, periods, measure, base)
  return periods.flatMap((period) =>
    readEntity(context, indicator, id, [period], measure, baseOf(indicator, period, base)),
  )
}

function nothing(context: FigureContext, indicator: Indicator, { ids }: Comparison): string {
  const { locale, cube, space } = context
  if (!cube.slices.has(indicator.id)) return say(locale, '正在读取数据', 'Loading')
  const region = indicator.reportedFrom === 'region'
  if (region && !ids.some(isRegion))
    return say(
      locale,
      '公开统计只有地区数据；请选择市或全省，或改选大脑报送的指标',
      'Public statistics cover regions only: choose cities, or an indicator that brains report',
    )
  if (space === 'main')
    return region
      ? say(locale, '所选地区没有公开这一指标', 'Not public for these regions')
      : say(
          locale,
          '各产业大脑的运行数据尚未公开，也未接入报送；可改选公开统计指标对比各市',
          'The brains’ figures are not public: choose a public statistic to compare cities',
        )
  return say(locale, '这段时间没有可比的读数', 'No comparable reading in this time')
}

function notesOf(
  context: FigureContext,
  indicator: Indicator,
  { note, measure }: CompareMeasure,
  { ids }: Comparison,
): string[] {
  const { locale } = context
  const totals = indicator.reportedFrom !== 'region' && ids.some(isRegion)
  return [
    ...(note ? [note] : []),
    ...(totals
      ? [
          say(
            locale,
            '市与全省为所辖产业大脑报送合计',
            'Regions are totals of their brains’ reports',
          ),
          ...(isCompared(measure) ? [comparableNote(locale)] : []),
          ...(indicator.overlaps ? [overlapNote(context)] : []),
        ]
      : []),
  ]
}
