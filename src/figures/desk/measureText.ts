import { UNITS, type Indicator } from '../../domain/indicator.ts'
import { refusal, type Measure } from '../../domain/measure/question.ts'
import { formatPeriod } from '../../domain/period.ts'
import { isPresent, type Reading } from '../../domain/reading.ts'
import { textOf, type Locale, type LocalText } from '../../domain/text.ts'
import type { Quantity } from '../kinds/quantity.ts'
import { columnScale, formatChange, formatNumber, quantityOf } from '../text/number.ts'
import { say } from '../text/words.ts'
import { indexBase, once, readingsByBrain } from './ask.ts'
import type { DeskContext } from './context.ts'

/** Words of the measures as titles print them; `value` reads as the indicator's own name. */
const NAMES: Readonly<Record<Measure, LocalText>> = {
  value: { zh: '', en: '' },
  single: { zh: '当月', en: 'single month' },
  yearOnYear: { zh: '同比', en: 'change on the year' },
  singleYearOnYear: { zh: '当月同比', en: 'single month, change on the year' },
  monthOnMonth: { zh: '环比', en: 'change on the month' },
  pointChange: { zh: '比上年同期变化', en: 'change on the year' },
  pointChangeOnMonth: { zh: '比上月变化', en: 'change on the month' },
  share: { zh: '占比', en: 'share' },
  rank: { zh: '位次', en: 'rank' },
  contribution: { zh: '对同比的拉动', en: 'contribution to the change' },
  index: { zh: '指数', en: 'index' },
}

const CHANGES: ReadonlySet<Measure> = new Set<Measure>([
  'yearOnYear',
  'singleYearOnYear',
  'monthOnMonth',
  'pointChange',
  'pointChangeOnMonth',
  'contribution',
])

const POINTS: ReadonlySet<Measure> = new Set<Measure>([
  'pointChange',
  'pointChangeOnMonth',
  'contribution',
])

/** True for measures that are a change: printed with sign, drawn around zero. */
export const isChange = (measure: Measure): boolean => CHANGES.has(measure)

/** True for amounts in the indicator's own unit. */
export const isAmount = (measure: Measure): boolean => measure === 'value' || measure === 'single'

/** A measure for which a group is drawn by its value: a rank has no length of its own. */
export const drawnMeasure = (measure: Measure): Measure => (measure === 'rank' ? 'value' : measure)

export const measureName = (measure: Measure, locale: Locale): string =>
  textOf(NAMES[measure], locale)

/** 集群营业收入, or 集群营业收入同比. */
export function measuredName(indicator: Indicator, measure: Measure, locale: Locale): string {
  const name = textOf(indicator.name, locale)
  const of = measureName(measure, locale)
  return of ? say(locale, `${name}${of}`, `${name}, ${of}`) : name
}

/** How readings of one measure of one indicator are printed, the same in a whole column. */
export interface Printer {
  readonly unit: string
  /** Printed units for one stored unit. */
  readonly factor: number
  readonly print: (reading: Reading) => Quantity
  /** A bare number with unit, as sentences and cards need it. */
  readonly words: (reading: Reading) => string
  readonly text: (value: number) => string
}

/**
 * Printer of a measure within one context: all its figures print alike. Amounts have no decimals where the
 * largest brain reaches 100 of the printed unit, one from 10 on, at most two below.
 */
export const printerIn = (context: DeskContext, indicator: Indicator, measure: Measure): Printer =>
  once(context, `printer|${indicator.id}|${measure}`, () =>
    printerOf(
      indicator,
      measure,
      context.locale,
      isAmount(measure) ? largest(context, indicator.id, measure) : undefined,
    ),
  )

/** Printer of a measure; `size`, the largest value of the column, decides on its decimals. */
export function printerOf(
  indicator: Indicator,
  measure: Measure,
  locale: Locale,
  size?: number,
): Printer {
  const { unit, factor } = unitOf(indicator, measure, locale)
  const text = textFormat(indicator, measure, locale, factor, size)
  const print = (reading: Reading): Quantity =>
    isPresent(reading)
      ? { value: reading.value * factor, unit, text: text(reading.value) }
      : { ...quantityOf(reading, indicator.unit, locale), unit }
  const words = (reading: Reading): string => {
    const { text: printed } = print(reading)
    if (!isPresent(reading) || !/\d/.test(printed) || unit === '') return printed
    return unit === '%' ? `${printed}%` : `${printed} ${unit}`
  }
  return { unit, factor, print, words, text }
}

function textFormat(
  { decimals }: Indicator,
  measure: Measure,
  locale: Locale,
  factor: number,
  size?: number,
): (value: number) => string {
  if (isChange(measure)) return (value) => formatChange(value, locale, isFine(measure) ? 2 : 1)
  if (measure === 'share' || measure === 'index') return (value) => formatNumber(value, 1)
  if (measure === 'rank') return (value) => String(value)
  const digits = (of: number): number => (of >= 100 ? 0 : Math.min(decimals, of >= 10 ? 1 : 2))
  return (value) => {
    const scaled = value * factor
    return formatNumber(scaled, digits(Math.abs(size === undefined ? scaled : size * factor)))
  }
}

/** The largest reading of any selected brain, in the stored unit; 0 where there is none. */
function largest(context: DeskContext, id: string, measure: Measure): number {
  let most = 0
  for (const reading of readingsByBrain(context, id, measure).values())
    if (isPresent(reading)) most = Math.max(most, Math.abs(reading.value))
  return most
}

/** Contributions of single brains are small: two decimals. */
const isFine = (measure: Measure): boolean => measure === 'contribution'

function unitOf(indicator: Indicator, measure: Measure, locale: Locale) {
  if (POINTS.has(measure)) return { unit: say(locale, '个百分点', 'pp'), factor: 1 }
  if (measure === 'rank' || measure === 'index') return { unit: '', factor: 1 }
  if (measure !== 'value' && measure !== 'single') return { unit: '%', factor: 1 }
  return columnScale(indicator.unit, locale)
}

/** Unit of the indicator, as its amounts are printed. */
export const amountUnit = (indicator: Indicator, locale: Locale): string =>
  columnScale(indicator.unit, locale).unit || textOf(UNITS[indicator.unit], locale)

/** What the printed period is called: 2026年1—10月 for what adds up from January. */
export function periodText(
  { period, locale }: Pick<DeskContext, 'period' | 'locale'>,
  indicator: Indicator,
  measure: Measure,
): string {
  const single =
    measure === 'single' || measure === 'singleYearOnYear' || measure === 'monthOnMonth'
  return formatPeriod(period, locale, { cumulative: indicator.kind === 'flow' && !single })
}

/** Why a measure has no meaning for an indicator, and what to choose instead; null when it has one. */
export function refusalText(indicator: Indicator, measure: Measure, locale: Locale): string | null {
  if (refusal(measure, indicator) === 0) return null
  const name = textOf(indicator.name, locale)
  if (measure === 'share' || measure === 'contribution')
    return say(
      locale,
      `「${name}」不能加总，没有占比和贡献；请改选「数值」「位次」，或可加总的指标`,
      `“${name}” does not add up, so it has no share or contribution: choose value or rank, or an indicator that adds up`,
    )
  if (indicator.kind === 'rate')
    return say(
      locale,
      `「${name}」是比率，不算同比、环比的百分数；请改选「百分点变化」`,
      `“${name}” is a rate, its change is no percentage: choose the change in percentage points`,
    )
  return say(
    locale,
    `「${name}」不是比率，没有百分点变化；请改选「同比」或「环比」`,
    `“${name}” is no rate and has no change in percentage points: choose the change on the year or month`,
  )
}

/** 以2024年10月为100. */
export const indexNote = (context: DeskContext, indicator: Indicator): string => {
  const base = formatPeriod(indexBase(context), context.locale, {
    cumulative: indicator.kind === 'flow',
  })
  return say(context.locale, `以${base}为 100`, `${base} = 100`)
}
