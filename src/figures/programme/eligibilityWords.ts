import { indicatorOf } from '../../domain/catalogue/index.ts'
import type { JudgedClause, JudgedNeed, Verdict } from '../../domain/eligibility/judge.ts'
import type { CountNeed, Need, ReadingNeed } from '../../domain/eligibility/ruleSet.ts'
import { formatPeriod } from '../../domain/period.ts'
import { ABSENCE_TEXT } from '../../domain/reading.ts'
import { textOf, type Locale, type LocalText } from '../../domain/text.ts'
import { columnScale, quantity } from '../text/number.ts'
import { say } from '../text/words.ts'

export const VERDICT_NAMES: Readonly<Record<Verdict, LocalText>> = {
  pass: { zh: '通过', en: 'passes' },
  softPass: { zh: '原则上通过', en: 'passes in principle' },
  waived: { zh: '豁免', en: 'waived' },
  unknown: { zh: '待补', en: 'not known' },
  fail: { zh: '未通过', en: 'fails' },
}

export const verdictName = (verdict: Verdict, locale: Locale): string =>
  textOf(VERDICT_NAMES[verdict], locale)

/** A value of an indicator with its unit: 87.60 亿元. */
export function amountText(indicator: string, value: number, locale: Locale): string {
  const known = indicatorOf(indicator)
  if (!known) return String(value)
  const { text, unit } = quantity(value, known.unit, locale, { decimals: known.decimals, size: 0 })
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  const printed = short === '1' ? unit.replace(ONE, '') : unit
  return printed === '' ? short : `${short} ${printed}`
}

/** The ending that a counted English unit loses after one: firms, items. */
const ONE = /(?<=^[a-z]+)s$/

/** The unit that a language shows, and what one of the indicator's is in it: 0.1 for 亿元 as CNY bn. */
export function shownUnit(indicator: string, locale: Locale): { unit: string; factor: number } {
  const known = indicatorOf(indicator)
  return known ? columnScale(known.unit, locale) : { unit: '', factor: 1 }
}

export const indicatorName = (indicator: string, locale: Locale): string => {
  const known = indicatorOf(indicator)
  return known ? textOf(known.name, locale) : indicator
}

/** ≥ 100 亿元; 原则上 ≥ 100 亿元; 3 类 of three. */
export function thresholdText(need: ReadingNeed | CountNeed, locale: Locale): string {
  if (need.kind === 'count') return countText(need, locale)
  const { least, soft, floor, indicator } = need
  if (least === null) return say(locale, '无数值', 'no figure')
  const text = `≥ ${amountText(indicator, least, locale)}`
  if (!soft) return text
  const lowest =
    floor === null
      ? ''
      : say(
          locale,
          `，可放宽至 ${amountText(indicator, floor, locale)}`,
          `, down to ${amountText(indicator, floor, locale)}`,
        )
  return say(locale, `原则上 ${text}${lowest}`, `in principle ${text}${lowest}`)
}

/** ≥ 3 类（共 3 类）: how many of the kinds that are counted. */
const countText = ({ least, indicators }: CountNeed, locale: Locale): string =>
  say(
    locale,
    `≥ ${least} 类（共 ${indicators.length} 类）`,
    `≥ ${least} of ${indicators.length} kinds`,
  )

/** What a need asks for, in words: its indicator, its statement, or its parts. */
export function needText(need: Need, locale: Locale): string {
  switch (need.kind) {
    case 'reading':
      return `${indicatorName(need.indicator, locale)} ${thresholdText(need, locale)}`
    case 'count':
      return say(
        locale,
        `${need.indicators.map((one) => indicatorName(one, locale)).join('、')}：${thresholdText(need, locale)}`,
        `${need.indicators.map((one) => indicatorName(one, locale)).join(', ')}: ${thresholdText(need, locale)}`,
      )
    case 'statement': {
      const what = textOf(need.what, locale)
      return need.soft ? say(locale, `原则上 ${what}`, `in principle: ${what}`) : what
    }
    case 'all':
    case 'any': {
      const joint = need.kind === 'all' ? say(locale, '；', '; ') : say(locale, ' 或 ', ' or ')
      return need.of.map((part) => needText(part, locale)).join(joint)
    }
  }
}

/** 差 12.4 亿元: what is short of a threshold; a statement that denies it; empty where nothing is. */
export function shortfallText(
  { need, truth, isSoft, shortfall }: JudgedNeed,
  locale: Locale,
): string {
  if (need.kind === 'statement' && (truth === 'false' || isSoft)) {
    const what = textOf(need.what, locale)
    return say(locale, `${what}（不满足）`, `${what} (not met)`)
  }
  if (shortfall === null) return ''
  if (need.kind === 'count') return say(locale, `差 ${shortfall} 类`, `${shortfall} short`)
  if (need.kind !== 'reading') return ''
  const amount = amountText(need.indicator, shortfall, locale)
  if (PRINTS.test(amount)) return say(locale, `差 ${amount}`, `${amount} short`)
  const least = leastAmount(need.indicator, locale)
  return say(locale, `差不足 ${least}`, `less than ${least} short`)
}

const PRINTS = /[1-9]/

/** The smallest amount that is printed as more than nothing: 0.01 亿元. */
const leastAmount = (indicator: string, locale: Locale): string =>
  [0.001, 0.01, 0.1, 1, 10]
    .map((size) => amountText(indicator, size, locale))
    .find((text) => PRINTS.test(text)) ?? ''

/** Every shortfall of a need and its parts; of a part that is met without reserve there is none to tell. */
export function shortfallsOf(judged: JudgedNeed, locale: Locale): readonly string[] {
  if (judged.truth === 'true' && !judged.isSoft) return []
  if (judged.parts.length > 0) return judged.parts.flatMap((part) => shortfallsOf(part, locale))
  return [shortfallText(judged, locale)].filter(Boolean)
}

/** What is missing: readings by name and period, statements by what they should say. */
export const missingText = (judged: JudgedNeed, locale: Locale): string =>
  missingParts(judged, locale).join(say(locale, '、', ', '))

/** Each thing that is missing, in the order of the clause. */
export function missingParts(judged: JudgedNeed, locale: Locale): readonly string[] {
  if (judged.truth !== 'unknown') return []
  if (judged.parts.length > 0) return judged.parts.flatMap((part) => missingParts(part, locale))
  if (judged.need.kind === 'statement') return [textOf(judged.need.what, locale)]
  const isYear = judged.need.kind === 'reading' && judged.need.basis === 'lastYear'
  return judged.missing.map(({ indicator, period, absent }) => {
    const more = [
      ...(isYear ? [formatPeriod(period, locale, { cumulative: true })] : []),
      ...(absent === 'notReported' ? [] : [textOf(ABSENCE_TEXT[absent], locale)]),
    ].join(say(locale, '，', ', '))
    const name = indicatorName(indicator, locale)
    return more === '' ? name : say(locale, `${name}（${more}）`, `${name} (${more})`)
  })
}

/** The verdict of a clause with what a reader does about it: 未通过：差 12.4 亿元. */
export function verdictText(clause: JudgedClause, locale: Locale): string {
  const name = verdictName(clause.verdict, locale)
  const more = reasonsOf(clause, locale).join(say(locale, '、', ', '))
  return more === '' ? name : say(locale, `${name}：${more}`, `${name}: ${more}`)
}

/** The same for a narrow column: several things that are missing are counted. */
export function verdictBrief(clause: JudgedClause, locale: Locale): string {
  const reasons = reasonsOf(clause, locale)
  if (clause.verdict === 'waived') return verdictName('waived', locale)
  if (reasons.length < 2) return verdictText(clause, locale)
  const name = verdictName(clause.verdict, locale)
  return say(locale, `${name} ${reasons.length} 项`, `${name}: ${reasons.length} items`)
}

function reasonsOf({ verdict, judged, waiver }: JudgedClause, locale: Locale): readonly string[] {
  switch (verdict) {
    case 'unknown':
      return missingParts(judged, locale)
    case 'waived':
      return waiver?.reason ? [waiver.reason] : []
    case 'pass':
      return []
    case 'softPass':
    case 'fail':
      return shortfallsOf(judged, locale)
  }
}
