import type { KpiFigure } from '../../figures/kinds/kpiFigure.ts'
import { say } from '../../figures/text/words.ts'
import { absentWords } from './absentWords.ts'
import { printedDecimals } from './printedNumber.ts'
import { numberTrack, tableFrom, textTrack, type Track } from './track.ts'
import type { ValueTable } from './valueTable.ts'

/**
 * One row: the value, what stands beside it in words, and its part of a whole between 0 and 1. The small line
 * of a tile has neither periods nor a unit: it is left to the picture.
 */
export function kpiValues(figure: KpiFigure): ValueTable {
  const { locale, title, meta, comparison, share } = figure
  return tableFrom([
    textTrack(say(locale, '指标', 'Indicator'), [title]),
    valueTrack(figure),
    ...(meta ? [textTrack(say(locale, '说明', 'Detail'), [meta])] : []),
    ...(comparison ? [textTrack(say(locale, '对比', 'Compared'), [comparison.text])] : []),
    ...(share === null
      ? []
      : [numberTrack(say(locale, '占全部（0—1）', 'Share of all (0–1)'), '', [share])]),
  ])
}

/** A grade is a word, not a number. */
function valueTrack({ locale, value: { value, unit, text, absent } }: KpiFigure): Track {
  const title = say(locale, '数值', 'Value')
  if (value !== null) return numberTrack(title, unit, [value], printedDecimals([text]))
  if (absent) return numberTrack(title, unit, [{ absent: text }])
  return text === '—'
    ? numberTrack(title, unit, [absentWords(locale).noReading])
    : textTrack(title, [text])
}
