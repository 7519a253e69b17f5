import type { Brain } from '../../domain/brain.ts'
import { indicatorOf } from '../../domain/catalogue/index.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { formatPeriod } from '../../domain/period.ts'
import { runQuery } from '../../domain/query.ts'
import { ABSENCE_TEXT, isPresent } from '../../domain/reading.ts'
import { textOf, type Locale } from '../../domain/text.ts'
import { thresholdsOf, type Threshold } from '../../domain/thresholds.ts'
import type { TraceLink } from '../../domain/traceTarget.ts'
import type { FigureContext } from '../definition.ts'
import type { Citation } from '../kinds/figureMeaning.ts'
import { latestMonth } from '../latest.ts'
import { citationsOf } from '../meaning.ts'
import { columnScale } from '../text/number.ts'
import { say } from '../text/words.ts'
import { historyOf, lastReading } from './history.ts'
import { printValue } from './indicatorRow.ts'

/** One figure of the notice beside the brain's own: value and threshold, no judgement. */
export interface ThresholdRow {
  readonly id: string
  readonly name: string
  readonly clause: string
  /** In `unit`, or the word for its absence. */
  readonly value: string
  readonly unit: string
  readonly period: string
  /** ≥ 100, in `unit`; a word where the notice names no number. */
  readonly threshold: string
  /** Lengths of value and threshold on one bar (0–1); null where there is nothing to draw. */
  readonly bar: { readonly value: number; readonly threshold: number } | null
  /** Where the value comes from; null where nothing leads there. */
  readonly trace: TraceLink | null
}

export interface ThresholdTable {
  readonly rows: readonly ThresholdRow[]
  readonly rest: string
  readonly citations: readonly Citation[]
  /** Source ids, for a space whose registry does not hold the publications. */
  readonly sources: readonly string[]
}

interface Found {
  readonly value: number
  readonly period: string
}

/** The figures of the brain's batch year; null where its batch is not public or had no notice. */
export function thresholdRows(context: FigureContext, brain: Brain): ThresholdTable | null {
  const set = thresholdsOf(brain.batch)
  if (!set) return null
  return {
    rows: set.thresholds.map((threshold) => rowOf(context, brain, threshold)),
    rest: textOf(set.rest, context.locale),
    citations: citationsOf(context, set.sources),
    sources: set.sources,
  }
}

function rowOf(context: FigureContext, brain: Brain, threshold: Threshold): ThresholdRow {
  const { locale } = context
  const indicator = indicatorOf(threshold.indicators[0] ?? '')
  const found = indicator ? find(context, brain, threshold, indicator) : null
  const { least, basis } = threshold
  const kinds = basis === 'kinds'
  const unit = kinds
    ? say(locale, '类', 'kinds')
    : indicator
      ? columnScale(indicator.unit, locale).unit
      : ''
  const print = (value: number): string =>
    kinds || !indicator ? `${value}` : trim(printValue(context, indicator, value))
  return {
    id: threshold.id,
    name: nameOf(threshold, locale),
    clause: textOf(threshold.clause, locale),
    value: found ? print(found.value) : absentText(context, brain),
    unit,
    period: found ? periodOf(context, brain, basis, found.period) : '',
    threshold:
      least === null
        ? say(locale, '无数值', 'no figure')
        : `${threshold.soft ? say(locale, '原则上 ', 'in principle ') : ''}≥ ${print(least)}`,
    bar: found && least !== null ? barOf(found.value, least) : null,
    trace:
      found && indicator && !kinds
        ? { indicator: indicator.id, entity: brain.id, period: found.period }
        : null,
  }
}

/** Of alternatives one is enough: 规划标准机架（任一）. */
function nameOf({ name, oneOf }: Threshold, locale: Locale): string {
  const text = textOf(name, locale)
  return oneOf === null ? text : say(locale, `${text}（任一）`, `${text} (either)`)
}

/** The period of the value; one that is not the year before the batch says so. */
function periodOf(
  { locale }: FigureContext,
  { batch }: Brain,
  basis: Threshold['basis'],
  period: string,
): string {
  const text = formatPeriod(period, locale, { cumulative: basis === 'lastYear' })
  const other = basis === 'lastYear' && Number(period.slice(0, 4)) !== (batch ?? 0) - 1
  return other ? text + say(locale, '，申报上年未报送', ', year before not reported') : text
}

/** 100.00 reads 100 beside a threshold. */
const trim = (text: string): string => text.replace(/\.0+$/, '')

/** The longer of both fills four fifths; far beyond the threshold the value is cut at the end. */
function barOf(value: number, least: number): { value: number; threshold: number } {
  const full = Math.max(value, least) / 0.8
  const threshold = Math.max(least / full, 0.12)
  return { value: Math.min(1, (value / least) * threshold), threshold }
}

const absentText = ({ locale }: FigureContext, brain: Brain): string =>
  textOf(ABSENCE_TEXT[brain.origin === 'public' ? 'notPublic' : 'notReported'], locale)

function find(
  context: FigureContext,
  brain: Brain,
  { basis, indicators }: Threshold,
  indicator: Indicator,
): Found | null {
  if (basis === 'lastYear') return fullYear(context, brain, indicator)
  const last = lastReading(historyOf(context, indicator, brain.id))
  if (basis === 'latest' || !last) return last
  const value = indicators.filter((id) => {
    const known = indicatorOf(id)
    return known && (lastReading(historyOf(context, known, brain.id))?.value ?? 0) > 0
  }).length
  return { value, period: last.period }
}

/**
 * The year before the batch; where it is not reported, the first full year after it that is, under its own
 * name: a value of another period never stands unnamed.
 */
function fullYear(context: FigureContext, brain: Brain, indicator: Indicator): Found | null {
  const first = (brain.batch ?? 0) - 1
  const last = Number(latestMonth(context).slice(0, 4))
  const periods = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => `${first + i}-12`)
  const scope = { brains: [brain.id] }
  const ask = { indicator: indicator.id, groupBy: 'brain', scope, periods } as const
  const { reading } = runQuery(context.cube, { ...ask, measure: 'value' })
  for (const [p, period] of periods.entries()) {
    const year = reading(0, p)
    if (isPresent(year)) return { value: year.value, period }
  }
  return null
}
