import { UNITS } from '../indicator.ts'
import type { Indicator } from '../indicator.ts'
import type { LocalText } from '../text.ts'
import type { RelatedFigure } from './finding.ts'

/** A figure with its unit as the dictionary prints it, rounded to the indicator's decimals. */
export function figureText(value: number, { unit, decimals }: Indicator): LocalText {
  const number = String(Number(value.toFixed(decimals)))
  const { zh, en } = UNITS[unit]
  const gap = unit === 'percent' ? '' : ' '
  return { zh: `${number}${zh && gap}${zh}`, en: `${number}${en && gap}${en}` }
}

/** Name and figure: 营业收入 350 亿元. */
export function namedFigure(value: number, indicator: Indicator): LocalText {
  const figure = figureText(value, indicator)
  return {
    zh: `${indicator.name.zh} ${figure.zh}`,
    en: `${indicator.name.en} ${figure.en}`,
  }
}

export const relatedFigure = (indicator: string, period: string, value: number): RelatedFigure => ({
  indicator,
  period,
  value,
})

/** A deviation as a factor or a share: 3.2 倍, +35%. */
export function ratioText(ratio: number): LocalText {
  if (ratio >= 2) return { zh: `${ratio.toFixed(1)} 倍`, en: `${ratio.toFixed(1)} times` }
  const percent = `${(ratio * 100).toFixed(0)}%`
  return { zh: percent, en: percent }
}
