import { measureOf } from '../../domain/assessment/itemReadings.ts'
import type { ScoreCard, ScoredItem, ScoreNode } from '../../domain/assessment/scoreCard.ts'
import { indicatorOf } from '../../domain/catalogue/index.ts'
import type { Grade } from '../../domain/event.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { present } from '../../domain/reading.ts'
import { textOf, type Locale } from '../../domain/text.ts'
import { GRADE_SYMBOL } from '../brain/assessments.ts'
import { printerOf, type Printer } from '../desk/measureText.ts'
import { formatNumber } from '../text/number.ts'
import { say, symbolName } from '../text/words.ts'

export const scoreText = (score: number | null): string =>
  score === null ? '—' : formatNumber(score, 1)

/** A share of the card in hundredths: 7.5. */
export const weightText = (weight: number): string =>
  formatNumber(100 * weight, 2).replace(/\.?0+$/, '')

export const percentText = (share: number): string => `${formatNumber(100 * share)}%`

export const gradeText = (grade: Grade | null, locale: Locale): string =>
  grade ? symbolName(GRADE_SYMBOL[grade], locale) : say(locale, '未定级', 'no grade')

export const nodeName = ({ name }: Pick<ScoreNode, 'name'>, locale: Locale): string =>
  textOf(name, locale)

/** 「年度考核评分卡（演示权重）」 at the end of titles of what a demonstration scores. */
export const demoMark = ({ demonstration }: ScoreCard, locale: Locale): string =>
  demonstration ? say(locale, '演示权重', 'demo weights') : ''

const known = (item: ScoredItem): Indicator | undefined => indicatorOf(item.indicator)

/** How values of an item are printed; null for an indicator that the dictionary does not know. */
export function itemPrinter(item: ScoredItem, locale: Locale): Printer | null {
  const indicator = known(item)
  return indicator ? printerOf(indicator, measureOf(item.measure, indicator), locale) : null
}

/** A value with its unit: 1,020 架, +7.2%. */
export const valueText = (item: ScoredItem, value: number, locale: Locale): string =>
  itemPrinter(item, locale)?.words(present(value)) ?? String(value)

/** A change of an item with its direction: 增加 180 架, 提高 2.8 个百分点, +180 racks; rounded up, never to nothing. */
export function gapText(item: ScoredItem, gap: number, locale: Locale): string {
  const size = roundedUp(Math.abs(gap), item.measure === 'yoy' ? 1 : (known(item)?.decimals ?? 2))
  const isRate = item.measure === 'yoy' || known(item)?.unit === 'percent'
  const amount = isRate
    ? `${formatNumber(size, 1)} ${say(locale, '个百分点', 'pp')}`
    : (itemPrinter({ ...item, measure: 'latest' }, locale)?.words(present(size)) ?? String(size))
  const less = say(locale, '降低 ', '\u2212')
  const more = say(locale, isRate ? '提高 ' : '增加 ', '+')
  return (gap < 0 ? less : more) + amount
}

const roundedUp = (value: number, decimals: number): number => {
  const scale = 10 ** decimals
  return Math.ceil(value * scale - 1e-6) / scale
}
