import { circleMark, lineMark } from '../../charts/marks.ts'
import type { Look } from '../../charts/look.ts'
import { symbolMarks } from '../../charts/symbols.ts'
import type { TimelineFigure } from '../../figures/kinds/timelineFigure.ts'
import { moved, remark, remarkHeight, words, type Block, type Room } from './block.ts'
import type { PictureMark } from './drawn.ts'
import { leftOut } from './leftOut.ts'
import { widthOf } from './characters.ts'
import { wrapped } from './lineBreak.ts'
import { LEADING, lookOf, type Page } from './page.ts'

type Entry = TimelineFigure['entries'][number]

/** Days at the left, symbols on a line, words beside it: as many entries as fit, the others counted below. */
export function timelineBody(figure: TimelineFigure, page: Page, room: Room): PictureMark[] {
  const look = lookOf(page, room.width, room.height)
  const size = page.label * 1.1
  const dates = Math.max(...figure.entries.map(({ date }) => widthOf(date, size)), 0)
  const rows = figure.entries.map((entry) => entryRow(look, entry, size, dates))
  const total = rows.reduce((sum, { height }) => sum + height, 0)
  const all = leftOut(figure.locale, rows.length)
  const foot = total > room.height ? remarkHeight(page, all, room.width) : 0
  const spread = Math.min(1.6, Math.max(1, room.height / total))
  const marks: PictureMark[] = []
  let [y, shown] = [0, 0]
  for (const row of rows) {
    if (y + row.height > room.height - foot + 0.5) break
    marks.push(...moved(row.marks, 0, y + (row.height * (spread - 1)) / 2))
    y += row.height * spread
    shown++
  }
  const x = dates + size * 1.3
  const axis = lineMark(x, 0, x, y, { stroke: look.palette.line, lineWidth: 1.6 * look.u }, 1)
  const left = rows.length - shown
  return left
    ? [axis, ...marks, ...remark(look, page, leftOut(figure.locale, left), room)]
    : [axis, ...marks]
}

function entryRow(look: Look, { date, symbol, text }: Entry, size: number, dates: number): Block {
  const { palette, width } = look
  const leading = size * LEADING
  const [axis, left] = [dates + size * 1.3, dates + size * 2.6]
  const { lines } = wrapped(text, width - left, size, { maxLines: 4 })
  const middle = size * 0.2 + leading / 2
  const dot = symbol
    ? symbolMarks(look, symbol, axis, middle, size * 0.5, 20)
    : [circleMark(axis, middle, size * 0.25, { fill: palette.text3 }, 20)]
  return {
    marks: [
      words(look, date, 0, size * 0.2, { size, leading, color: palette.text3, weight: 500 }),
      ...dot,
      ...lines.map((line, i) =>
        words(look, line, left, size * 0.2 + i * leading, { size, leading, color: palette.text1 }),
      ),
    ],
    height: Math.max(1, lines.length) * leading + size * 0.4,
  }
}
