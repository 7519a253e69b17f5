import type { TimelineFigure } from '../../figures/kinds/timelineFigure.ts'
import { say, symbolName } from '../../figures/text/words.ts'
import { tableFrom, textTrack } from './track.ts'
import type { ValueTable } from './valueTable.ts'

/** One row an entry: its printed date, what its symbol means, its text. */
export function timelineValues({ locale, entries }: TimelineFigure): ValueTable {
  return tableFrom([
    textTrack(
      say(locale, '日期', 'Date'),
      entries.map(({ date }) => date),
    ),
    ...(entries.some(({ symbol }) => symbol)
      ? [
          textTrack(
            say(locale, '状态', 'State'),
            entries.map(({ symbol }) => (symbol ? symbolName(symbol, locale) : '')),
          ),
        ]
      : []),
    textTrack(
      say(locale, '事项', 'Event'),
      entries.map(({ text }) => text),
    ),
  ])
}
