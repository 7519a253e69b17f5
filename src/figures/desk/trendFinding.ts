import type { Indicator } from '../../domain/indicator.ts'
import type { Measure } from '../../domain/measure/question.ts'
import { isPresent, type Reading } from '../../domain/reading.ts'
import { changeWords, comparedWords, led, sentence } from '../text/findings.ts'
import { quantityOf } from '../text/number.ts'
import { say } from '../text/words.ts'
import { askAll, changeMeasure, readingsByBrain, totalReading } from './ask.ts'
import type { DeskContext } from './context.ts'
import { focusOf, selectionWords, standingWords } from './frame.ts'
import { isAmount, isChange, measuredName, periodText, printerIn } from './measureText.ts'

/** The last point in words: value, change, distance to the provincial average, coverage. */
export function trendFinding(context: DeskContext, indicator: Indicator, measure: Measure): string {
  const { locale } = context
  const focus = focusOf(context)
  const read = (of: Measure): Reading =>
    (focus ? readingsByBrain(context, indicator.id, of).get(focus.id) : undefined) ??
    totalReading(context, indicator.id, of)
  const who = focus?.name ?? selectionWords(context)
  const when = periodText(context, indicator, measure)
  const what = measuredName(indicator, isChange(measure) ? 'value' : measure, locale)
  const change = changeMeasure(indicator)
  const last = isChange(measure) && measure !== 'contribution' ? measure : change
  return led(
    locale,
    say(locale, `${when}${who}${what}`, `${what} of ${who}, ${when}`),
    sentence(locale, [
      isChange(measure) ? null : amountWords(context, indicator, measure, read(measure)),
      moveWords(context, last, read(last), last === measure ? null : read(measure)),
      againstProvince(context, indicator, change, read(change), focus !== null),
      ...standingWords(context, read(measure), measure),
    ]),
  )
}

/** A total may be large: 1.86 万亿元. */
function amountWords(
  context: DeskContext,
  indicator: Indicator,
  measure: Measure,
  reading: Reading,
): string {
  const { locale } = context
  if (!isAmount(measure) || indicator.kind === 'rate' || !isPresent(reading))
    return printerIn(context, indicator, measure).words(reading)
  const { text, unit } = quantityOf(reading, indicator.unit, locale, {
    decimals: Math.abs(reading.value) >= 100 ? 0 : indicator.decimals,
  })
  return `${text} ${unit}`.trim()
}

/** 同比增长5.1%; with 同口径49家 behind it where fewer are comparable than the level beside it covers. */
function moveWords(
  { locale }: DeskContext,
  measure: Measure,
  reading: Reading,
  level: Reading | null,
): string {
  if (!isPresent(reading))
    return say(
      locale,
      `${changeWords(1, measure, locale).replace(/(增长|提高).*/, '')}无可比数`,
      'no comparable figure',
    )
  const words = changeWords(reading.value, measure, locale)
  const { covered } = reading
  return level && isPresent(level) && level.covered !== covered
    ? say(locale, `${words}（同口径${covered}家）`, `${words} (like with like: ${covered})`)
    : words
}

/** 高于全省平均…个百分点: only for a part of the province, and a growth rate that can be told. */
function againstProvince(
  context: DeskContext,
  { id }: Indicator,
  change: Measure,
  own: Reading,
  isBrain: boolean,
): string | null {
  const { brains, cube, locale } = context
  if (!isPresent(own) || (!isBrain && brains.length === cube.brains.length)) return null
  const all = askAll(context, { indicator: id, measure: change, groupBy: 'all' }).reading(0, 0)
  return isPresent(all) ? comparedWords(own.value - all.value, locale) : null
}
