import type { LifecycleEvent } from '../../domain/event.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { isCompared, type Measure } from '../../domain/measure/question.ts'
import { periodEnd } from '../../domain/period.ts'
import { textOf } from '../../domain/text.ts'
import { EVENT_NAMES } from '../text/eventNames.ts'
import { comparableNote, linePartialNote } from '../coverage.ts'
import type { LinePanel, LineSeries } from '../kinds/lineFigure.ts'
import { absentFigure } from '../meaning.ts'
import { say } from '../text/words.ts'
import { ask, monthsUpTo, pointsOf } from './ask.ts'
import type { DeskContext, DeskFigure } from './context.ts'
import { deskMeaning, focusOf, readyFor, selectionWords } from './frame.ts'
import { lineSeries, preliminaryOf } from './lineSeries.ts'
import { drawnMeasure, isAmount, measuredName, printerIn } from './measureText.ts'
import { peersOf } from './peers.ts'
import { trendFinding } from './trendFinding.ts'

const ID = 'selection-trend'
const name = { zh: '走势', en: 'Trend' }
const MONTHS = 36

/** The selection over the last three years; a brain in focus against the middle half of the selection. */
export const selectionTrend: DeskFigure = {
  id: ID,
  name,
  build: (context) => {
    const { locale, selection } = context
    const state = readyFor(context, ID, say(locale, name.zh, name.en))
    if (state.kind === 'absent') return state
    const { indicator } = state
    const measure = trendMeasure(context, selection.measure)
    const title = say(
      locale,
      `${measuredName(indicator, measure, locale)}${name.zh}`,
      `${measuredName(indicator, measure, locale)}: trend`,
    )
    const periods = monthsUpTo(context, MONTHS)
    const panel = panelOf(context, indicator, measure, periods)
    if (panel.series.every(({ values }) => values.every((value) => value === null)))
      return absentFigure(context, ID, title, nothingText(context, indicator))
    return {
      ...deskMeaning(context, indicator, measure, {
        id: ID,
        title,
        unit: printerIn(context, indicator, measure).unit,
        finding: trendFinding(context, indicator, measure),
        notes: notesOf(context, indicator, measure),
      }),
      kind: 'line',
      periods,
      panels: [panel],
      partialNote: linePartialNote(panel.series, measure, locale),
      focus: focusOf(context)?.id ?? null,
      fromZero: isAmount(measure),
    }
  },
}

/** A rank is drawn by its value; the total's share is 100 % and its contribution its own growth. */
function trendMeasure(context: DeskContext, measure: Measure): Measure {
  if (focusOf(context) !== null) return drawnMeasure(measure)
  if (measure === 'contribution') return 'yearOnYear'
  return measure === 'share' ? 'value' : drawnMeasure(measure)
}

const nothingText = ({ locale }: DeskContext, indicator: Indicator): string =>
  indicator.aggregation.how === 'none'
    ? say(
        locale,
        `「${indicator.name.zh}」不能加总；点选一个产业大脑看它的走势`,
        `“${indicator.name.en}” does not add up: choose one brain to see its trend`,
      )
    : say(locale, '这段时间没有可比的读数', 'No comparable reading in this time')

function notesOf(context: DeskContext, indicator: Indicator, measure: Measure): string[] {
  const { locale } = context
  const cumulative = indicator.kind === 'flow' && measure === 'value'
  return [
    ...(cumulative
      ? [
          say(
            locale,
            '累计量每年从 1—2月重新累计',
            'Cumulative: starts anew with January–February of every year',
          ),
        ]
      : []),
    ...(isCompared(measure) && focusOf(context) === null ? [comparableNote(locale)] : []),
    ...(indicator.overlaps
      ? [say(locale, '各脑报送合计，可能交叉', 'Sum of the brains’ reports, may overlap')]
      : []),
  ]
}

function panelOf(
  context: DeskContext,
  indicator: Indicator,
  measure: Measure,
  periods: readonly string[],
): LinePanel {
  const focus = focusOf(context)
  if (focus === null) {
    const series = totalSeries(context, indicator, measure, periods)
    return { id: 'selection', title: '', series: [series], band: null, targets: [], events: [] }
  }
  const peers = peersOf(context, indicator, measure, periods, focus.id)
  const { factor } = printerIn(context, indicator, measure)
  const printed = (values: readonly (number | null)[]) =>
    values.map((value) => (value === null ? null : value * factor))
  const own = lineSeries(context, indicator, measure, {
    ...{ id: focus.id, name: focus.name, tone: 'fact', values: peers.own },
    preliminary: preliminaryOf(context, indicator, [focus.id], periods),
  })
  const middle = lineSeries(context, indicator, measure, {
    ...{ id: 'median', name: say(context.locale, '中位数', 'Median'), tone: 'reference' },
    ...{ values: peers.median, preliminary: [] },
  })
  return {
    id: focus.id,
    title: '',
    series: [own, middle],
    band: { name: bandName(context), low: printed(peers.low), high: printed(peers.high) },
    targets: targetsOf(context, indicator, measure),
    events: eventsOf(context, focus.id, periods),
  }
}

const bandName = (context: DeskContext): string =>
  say(
    context.locale,
    `${selectionWords(context)}四分位区间`,
    `middle half of ${selectionWords(context)}`,
  )

function totalSeries(
  context: DeskContext,
  indicator: Indicator,
  measure: Measure,
  periods: readonly string[],
): LineSeries {
  const result = ask(context, { indicator: indicator.id, measure, groupBy: 'all', periods })
  return lineSeries(context, indicator, measure, {
    ...{ id: 'all', name: selectionWords(context), tone: 'fact', ...pointsOf(result, 0) },
    preliminary: preliminaryOf(
      context,
      indicator,
      context.brains.map(({ id }) => id),
      periods.slice(-1),
    ).map(() => periods.length - 1),
  })
}

/** Targets of an indicator are thresholds of one brain (架数门槛): a total is not set against them. */
function targetsOf({ targets, locale }: DeskContext, { id }: Indicator, measure: Measure) {
  if (measure !== 'value') return []
  return targets
    .filter(({ subject }) => subject === id)
    .map(({ value, label }) => ({ value, label: textOf(label, locale) }))
}

/** What happened to the brain within the drawn months, known by today. */
function eventsOf(context: DeskContext, brain: string, periods: readonly string[]) {
  const [first, last] = [periods[0] ?? '', periodEnd(periods.at(-1) ?? context.period)]
  const within = ({ brain: of, date }: LifecycleEvent): boolean =>
    of === brain && date.slice(0, 7) >= first && date <= last && date <= context.today
  return context.cube.events.filter(within).map(({ date, kind }) => ({
    period: date.slice(0, 7),
    label: textOf(EVENT_NAMES[kind], context.locale),
  }))
}
