import { regionName } from '../../domain/county.ts'
import { UNITS, type Indicator } from '../../domain/indicator.ts'
import { formatPeriod, parsePeriod } from '../../domain/period.ts'
import { ABSENCE_TEXT, isPresent, type Reading } from '../../domain/reading.ts'
import { isDomain, say } from './words.ts'
import { domainName } from '../../domain/domainName.ts'
import { textOf, type Locale } from '../../domain/text.ts'
import { dayOf, type ObservedCell, type Punctuality } from '../../domain/trace.ts'
import type { TraceTarget } from '../../domain/traceTarget.ts'
import type { FigureContext } from '../definition.ts'
import { instantText } from './age.ts'
import { formatNumber } from './number.ts'

/** A number with the digits it is stored with, at most `decimals`: 232.52, 18,600. */
export function exactText(value: number, decimals: number): string {
  const stored = String(Number(value.toFixed(decimals))).split('.')[1]?.length ?? 0
  return formatNumber(value, stored)
}

/** Unit of an indicator as it is stored; empty for a bare number. */
export const unitText = ({ unit }: Indicator, locale: Locale): string => textOf(UNITS[unit], locale)

/** A value in the indicator's own unit: as published, or with the decimals in which brains report it. */
export const valueText = (value: number, { decimals, reportedFrom }: Indicator): string =>
  reportedFrom === 'region' ? exactText(value, decimals) : formatNumber(value, decimals)

/** A reading in the indicator's own unit, or the reason why there is none. */
export const readingText = (reading: Reading, indicator: Indicator, locale: Locale): string =>
  isPresent(reading)
    ? valueText(reading.value, indicator)
    : textOf(ABSENCE_TEXT[reading.absent], locale)

/** When an observation became known: a publication to the day, a report to the minute. */
export const knownText = ({ knownAt, origin }: ObservedCell): string =>
  origin === 'public' ? dayOf(knownAt) : instantText(knownAt)

/** What a trace is about, in words. */
export function targetName(target: TraceTarget, { locale }: FigureContext): string {
  if (target.kind === 'brain') return target.brain.name
  const { id } = target
  if (id === 'all') return say(locale, '全省', 'Whole province')
  if (isDomain(id)) return domainName(id, locale)
  return regionName(id, locale)
}

/** Period as the indicator's kind reads it; a text that is no period stays as it is. */
export const periodText = (period: string, { kind }: Indicator, locale: Locale): string =>
  parsePeriod(period) ? formatPeriod(period, locale, { cumulative: kind === 'flow' }) : period

/** How a total comes about, and whom it covers. */
export function formulaText(
  indicator: Indicator,
  weight: Indicator | null,
  total: Reading,
  locale: Locale,
): string {
  const { aggregation } = indicator
  if (aggregation.how === 'none')
    return say(
      locale,
      '本指标不可加总：各脑的值不能合成一个数',
      'This indicator does not add up: the brains’ values make no total',
    )
  const how = weight
    ? say(
        locale,
        `合计 = Σ（各脑值 × 各脑${weight.name.zh}）÷ Σ 各脑${weight.name.zh}`,
        `total = Σ (value × ${weight.name.en.toLowerCase()}) ÷ Σ ${weight.name.en.toLowerCase()}`,
      )
    : say(locale, '合计 = Σ 各脑报送值', 'total = Σ values of the brains')
  if (!isPresent(total)) return how
  const { covered, expected } = total
  return say(
    locale,
    `${how}；应报 ${expected} 家，已报 ${covered} 家`,
    `${how}; ${covered} of ${expected} due reported`,
  )
}

/** 应于 11-16 前报送，提前 8 个工作日. */
export function punctualityText({ due, late }: Punctuality, locale: Locale): string {
  const days = Math.abs(late)
  const when =
    late === 0
      ? say(locale, '当日送达', 'on the day')
      : late < 0
        ? say(locale, `提前 ${days} 个工作日`, `${days} work days early`)
        : say(locale, `迟报 ${days} 个工作日`, `${days} work days late`)
  return say(locale, `应于 ${due} 前报送，${when}`, `due ${due}, ${when}`)
}

/** Who sent a report: a person by name, a brain's own system by the brain's; others as they are called. */
export function senderText(by: string, brainName: (id: string) => string): string {
  const [, kind, name = ''] = /^(user|brain):(.+)$/.exec(by) ?? []
  if (kind === undefined) return by
  return kind === 'user' ? name : brainName(name)
}

/** The finding of a trace in one sentence. */
export function traceSentence(
  context: FigureContext,
  indicator: Indicator,
  target: TraceTarget,
  period: string,
  reading: Reading,
  revisions: number,
): string {
  const { locale } = context
  const name = targetName(target, context)
  const what = textOf(indicator.name, locale)
  const when = periodText(period, indicator, locale)
  const value = readingText(reading, indicator, locale)
  const unit = isPresent(reading) ? spaced(unitText(indicator, locale)) : ''
  const tail = sentenceTail(locale, target, reading, revisions)
  return say(
    locale,
    `${name}${when}${what} ${value}${unit}${tail}。`,
    `${what} of ${name}, ${when}: ${value}${unit}${tail}.`,
  )
}

/** A percent sign stands at its number, a unit in words apart from it. */
const spaced = (unit: string): string => (unit === '' || unit === '%' ? unit : ` ${unit}`)

function sentenceTail(
  locale: Locale,
  target: TraceTarget,
  reading: Reading,
  revisions: number,
): string {
  if (!isPresent(reading)) return ''
  if (target.kind === 'total')
    return say(
      locale,
      `，由 ${reading.covered}/${reading.expected} 家报送合成`,
      `, made of ${reading.covered} of ${reading.expected} reports`,
    )
  if (revisions > 0) return say(locale, `，修订过 ${revisions} 次`, `, revised ${times(revisions)}`)
  return say(locale, '，未修订', ', not revised')
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)
