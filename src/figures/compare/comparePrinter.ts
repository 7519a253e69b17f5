import type { Indicator } from '../../domain/indicator.ts'
import type { Measure } from '../../domain/query.ts'
import type { Locale } from '../../domain/text.ts'
import { columnScale, formatChange, formatNumber } from '../text/number.ts'
import { say } from '../text/words.ts'

/** How all values of a comparison are printed: one unit, one scale. */
export interface ComparePrinter {
  readonly unit: string
  /** Stored value × factor is what is drawn. */
  readonly factor: number
  readonly text: (value: number) => string
}

/** A value with its unit, as a sentence needs it; an index has none. */
export function wordsIn({ unit, text }: ComparePrinter, measure: Measure, value: number): string {
  const printed = text(value)
  if (measure === 'index' || !/\d/.test(printed)) return printed
  return unit === '%' ? `${printed}%` : `${printed} ${unit}`
}

export function comparePrinter(
  indicator: Indicator,
  measure: Measure,
  locale: Locale,
): ComparePrinter {
  const change = (value: number): string => formatChange(value, locale)
  if (measure === 'pointChange')
    return { unit: say(locale, '个百分点', 'pp'), factor: 1, text: change }
  if (measure === 'yearOnYear') return { unit: '%', factor: 1, text: change }
  if (measure === 'index')
    return {
      unit: say(locale, '基期＝100', 'base = 100'),
      factor: 1,
      text: (value) => formatNumber(value, 1),
    }
  const { unit, factor } = columnScale(indicator.unit, locale)
  const decimals = factor === 1 ? indicator.decimals : Math.max(1, indicator.decimals)
  return { unit, factor, text: (value) => formatNumber(value * factor, decimals) }
}
