import { isCompared, type Measure } from '../../domain/measure/question.ts'
import { isPresent, type Reading } from '../../domain/reading.ts'
import type { Locale } from '../../domain/text.ts'
import { formatNumber } from './number.ts'
import { say } from './words.ts'

/** The number of a change without its sign: words carry it. `flat` where it rounds to nothing. */
function magnitude(value: number, decimals: number): { text: string; flat: boolean } {
  const text = formatNumber(Math.abs(value), decimals)
  return { text, flat: !/[1-9]/.test(text) }
}

/** What a change is set against: 同比, 环比, 比上年同期, 比上月. */
function against(measure: Measure, locale: Locale): string {
  switch (measure) {
    case 'monthOnMonth':
      return say(locale, '环比', 'on the month')
    case 'pointChangeOnMonth':
      return say(locale, '比上月', 'on the month')
    case 'pointChange':
      return say(locale, '比上年同期', 'on the year')
    case 'singleYearOnYear':
      return say(locale, '当月同比', 'in the single month, on the year')
    default:
      return say(locale, '同比', 'on the year')
  }
}

/** 同比增长17.1% · 同比下降0.6% · 同比持平; of a rate 比上年同期提高1.2个百分点. */
export function changeWords(value: number, measure: Measure, locale: Locale): string {
  const { text, flat } = magnitude(value, 1)
  const base = against(measure, locale)
  if (flat) return say(locale, `${base}持平`, `flat ${base}`)
  if (measure === 'pointChange' || measure === 'pointChangeOnMonth')
    return say(
      locale,
      `${base}${value > 0 ? '提高' : '下降'}${text}个百分点`,
      `${value > 0 ? 'up' : 'down'} ${text} percentage points ${base}`,
    )
  return say(
    locale,
    `${base}${value > 0 ? '增长' : '下降'}${text}%`,
    `${value > 0 ? 'up' : 'down'} ${text}% ${base}`,
  )
}

/** 高于全省平均2.3个百分点 · 低于全省平均… · 与全省平均持平: the difference of two rates or growth rates. */
export function comparedWords(
  difference: number,
  locale: Locale,
  whom = say(locale, '全省平均', 'the provincial average'),
): string {
  const { text, flat } = magnitude(difference, 1)
  if (flat) return say(locale, `与${whom}持平`, `level with ${whom}`)
  return say(
    locale,
    `${difference > 0 ? '高于' : '低于'}${whom}${text}个百分点`,
    `${text} percentage points ${difference > 0 ? 'above' : 'below'} ${whom}`,
  )
}

/** 居全省第3位; among `of` that are ranked. */
export const rankWords = (
  rank: number,
  of: number,
  locale: Locale,
  whole = say(locale, '全省', 'the province'),
): string => say(locale, `居${whole}第${rank}位（共${of}）`, `ranked ${rank} of ${of} in ${whole}`)

/** 拉动3.20个百分点 · 下拉0.45个百分点. */
export function contributionWords(points: number, locale: Locale): string {
  const { text, flat } = magnitude(points, 2)
  if (flat) return say(locale, '拉动0.00个百分点', 'adds 0.00 percentage points')
  return say(
    locale,
    `${points > 0 ? '拉动' : '下拉'}${text}个百分点`,
    `${points > 0 ? 'adds' : 'takes away'} ${text} percentage points`,
  )
}

/**
 * 覆盖43/50家报送: how many of those who should have reported a total covers; of a change 同口径43/50家: how
 * many have both values. Empty for a plain reading.
 */
export function coverageWords(
  reading: Reading,
  locale: Locale,
  measure: Measure = 'value',
): string {
  if (!isPresent(reading) || reading.expected <= 1) return ''
  const { covered, expected } = reading
  return isCompared(measure)
    ? say(
        locale,
        `同口径${covered}/${expected}家`,
        `like with like: ${covered} of ${expected} that should report`,
      )
    : say(
        locale,
        `覆盖${covered}/${expected}家报送`,
        `covering ${covered} of ${expected} that should report`,
      )
}

/** Parts of one sentence: empty ones are left out, commas between them, a full stop behind. */
export const sentence = (locale: Locale, parts: readonly (string | null)[]): string =>
  parts.filter(Boolean).join(say(locale, '，', ', ')) + say(locale, '。', '.')

/** A lead with what follows from it: 「…：…」. */
export const led = (locale: Locale, lead: string, rest: string): string =>
  say(locale, `${lead}：${rest}`, `${lead}: ${rest}`)
