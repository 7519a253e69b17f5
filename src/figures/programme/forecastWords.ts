import type { BackTest } from '../../domain/assessment/backTest.ts'
import type { NoForecast } from '../../domain/assessment/forecast.ts'
import type { Locale } from '../../domain/text.ts'
import { say } from '../text/words.ts'
import { percentText } from './scoreWords.ts'

/** Why there is no forecast, in words; what did not beat the naive guess reads 历史不足 too: no number is shown. */
export function noForecastWords(
  why: NoForecast,
  { trials, coverage }: BackTest,
  locale: Locale,
): string {
  switch (why) {
    case 'noReading':
      return say(locale, '当月未报送', 'this month is not reported')
    case 'yearOver':
      return say(locale, '本年度已结束', 'the year is over')
    case 'shortHistory':
      return trials === 0
        ? say(locale, '历史不足：没有可回测的往年', 'short history: no past year to test on')
        : say(
            locale,
            `历史不足：本脑历史过短，或可回测的仅 ${trials} 例`,
            `short history: of the brain, or only ${trials} past cases to test on`,
          )
    case 'unreliable':
      return say(
        locale,
        `历史不足：80% 区间在回测中仅覆盖 ${percentText(coverage ?? 0)}`,
        `short history: the 80% interval held only ${percentText(coverage ?? 0)} of past cases`,
      )
    case 'notBetter':
      return say(
        locale,
        `历史不足：回测 ${trials} 例未优于简单外推`,
        `short history: not better than the naive guess in ${trials} past cases`,
      )
  }
}

/** 回测 50 例，误差比简单外推小 48%，区间覆盖 84%. */
export function backTestWords({ trials, skill, coverage }: BackTest, locale: Locale): string {
  const [less, held] = [percentText(skill ?? 0), percentText(coverage ?? 0)]
  return say(
    locale,
    `回测 ${trials} 例，误差比简单外推小 ${less}，80% 区间实际覆盖 ${held}`,
    `${trials} past cases, error ${less} below the naive guess, the 80% interval held ${held}`,
  )
}

/** The same in a cell of a table: 48 例，误差 −48%，覆盖 83%. */
export function backTestCell({ trials, skill, coverage }: BackTest, locale: Locale): string {
  const [less, held] = [percentText(skill ?? 0), percentText(coverage ?? 0)]
  return say(
    locale,
    `${trials} 例，误差 \u2212${less}，覆盖 ${held}`,
    `${trials} cases, error \u2212${less}, held ${held}`,
  )
}

/** How forecasts are made, in words. */
export const forecastDefinition = (locale: Locale): string =>
  say(
    locale,
    '测算至年末，非实绩。累计量：上年全年值 × 今年同期 ÷ 上年同期；时点量和比率：近六个月平均变化外推；区间由各脑往年同月回测误差得出，80%（共形预测）；未优于简单外推、区间失准或历史过短的不给数值',
    'What-if to the end of the year, not a result. Cumulative flows: last year’s full value × this year’s months over the same months; levels and rates: the mean change of six months goes on; 80% interval from errors of the same month in past years (conformal prediction); no number where the method does not beat the naive guess, the interval fails or the history is short',
  )
