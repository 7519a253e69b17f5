import type { Indicator } from '../../domain/indicator.ts'
import type { Measure } from '../../domain/measure/question.ts'
import { formatPeriod } from '../../domain/period.ts'
import type { FigureContext } from '../definition.ts'
import { partialText } from '../coverage.ts'
import type { LineSeries } from '../kinds/lineFigure.ts'
import { say } from '../text/words.ts'
import { wordsIn, type ComparePrinter } from './comparePrinter.ts'

/**
 * Who is highest and lowest in the last period in which every one of the series has a value. Values of
 * different periods are never set against each other.
 */
export function compareFinding(
  { locale }: FigureContext,
  name: string,
  series: readonly LineSeries[],
  periods: readonly string[],
  { kind }: Indicator,
  measure: Measure,
  printer: ComparePrinter,
): string {
  const known = series.filter(({ values }) => values.some((value) => value !== null))
  const at = periods.findLastIndex((_, p) => known.every(({ values }) => values[p] != null))
  if (known.length < 2 || at < 0)
    return say(
      locale,
      `${name}：所选对象没有同期的数值，不作高低比较。`,
      `${name}: the chosen ones share no period, so they are not ranked.`,
    )
  const ends = known
    .map((one) => ({
      who: one.name,
      value: one.values[at] ?? 0,
      covers: partialText(one.coverage?.[at], locale),
    }))
    .sort((a, b) => b.value - a.value)
  const [first, last] = [ends[0], ends.at(-1)]
  if (!first || !last) return name
  const [high, low] = [first, last].map(({ value, covers }) =>
    [wordsIn(printer, measure, value / printer.factor), covers]
      .filter(Boolean)
      .join(say(locale, '，', '; ')),
  )
  const when = formatPeriod(periods[at] ?? '', locale, { cumulative: kind === 'flow' })
  return say(
    locale,
    `${name}（${when}）：${first.who}最高（${high}），${last.who}最低（${low}）。`,
    `${name}, ${when}: ${first.who} is highest (${high}), ${last.who} lowest (${low}).`,
  )
}
