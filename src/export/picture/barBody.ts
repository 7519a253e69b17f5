import { frameOf } from '../../charts/bar.ts'
import { headHeight } from '../../charts/barHeads.ts'
import { chartMarks } from '../../charts/chartMarks.ts'
import type { Look } from '../../charts/look.ts'
import { rectMark, textMark } from '../../charts/marks.ts'
import type { BarFigure } from '../../figures/kinds/barFigure.ts'
import { moved, remark, remarkHeight, words, WORDS_Z, type Room } from './block.ts'
import type { PictureMark } from './drawn.ts'
import { leftOut } from './leftOut.ts'
import { widthOf } from './characters.ts'
import { shortened, wrapped } from './lineBreak.ts'
import { LEADING, lookOf, type Page } from './page.ts'

/** Wider gaps: the columns of numbers stay apart in any face that stands in for the condensed one. */
const STROKES = { strokes: 1.15 }
/** Pixels between two rows of bars, in sizes of their type. */
const PITCH = 1.3

/** Bars with the key of nested ones above; rows that find no room are counted below. */
export function barBody(figure: BarFigure, page: Page, { width, height }: Room): PictureMark[] {
  const head = figure.layout === 'nested' ? page.label * 1.8 : 0
  const heads = headHeight(figure, lookOf(page, width, height, STROKES))
  const rowsIn = (room: number): number =>
    Math.floor((room - heads) / (page.label * PITCH)) -
    (figure.threshold ? 1 : 0) -
    (figure.breakAfter === null ? 0 : 1)
  const fits = figure.rows.length <= rowsIn(height - head)
  const foot = fits ? 0 : remarkHeight(page, leftOut(figure.locale, figure.rows.length), width)
  const shown = fits ? figure : cutRows(figure, Math.max(2, rowsIn(height - head - foot)))
  const left = figure.rows.length - shown.rows.length
  const look = lookOf(page, width, height - head - foot, STROKES)
  return [
    ...(head ? keyOf(figure, look, page.label) : []),
    ...moved(rowMarks(shown, page, look), 0, head),
    ...(left ? remark(look, page, leftOut(figure.locale, left), { width, height }) : []),
  ]
}

/** Part of the width that the chart itself gives to names, and that long ones may take. */
const NAMES = 0.34
const MOST_NAMES = 0.46
const MOST_LINES = 3
const NAME_LEADING = 1.16

/** Height at which all rows can be read, their names whole. */
export function barHeight(figure: BarFigure, page: Page, width: number): number {
  const size = page.label
  const lines = figure.rows.map(({ label }) =>
    widthOf(label, size) <= width * NAMES
      ? 1
      : wrapped(label, width * MOST_NAMES, size, { maxLines: MOST_LINES }).lines.length,
  )
  const most = Math.max(1, ...lines)
  const pitch = Math.max(PITCH, most * NAME_LEADING + 0.15) * size
  const gaps = Number(figure.breakAfter !== null) + Number(figure.threshold !== null)
  const key = figure.layout === 'nested' ? size * 1.8 : 0
  return (
    key +
    headHeight(figure, lookOf(page, width, page.height, STROKES)) +
    (figure.rows.length + gaps) * pitch
  )
}

/** Names that are longer than the chart has room for get a column of their own, wider, beside it. */
function rowMarks(figure: BarFigure, page: Page, look: Look): readonly PictureMark[] {
  const size = page.label
  const { palette, width, height } = look
  const widest = Math.max(0, ...figure.rows.map(({ label }) => widthOf(label, size)))
  if (widest <= width * NAMES) return chartMarks(figure, look)
  const column = Math.min(widest, width * MOST_NAMES)
  const bars = lookOf(page, width - column, height, STROKES)
  const nameless = { ...figure, rows: figure.rows.map((row) => ({ ...row, label: '' })) }
  const { y, pitch } = frameOf(nameless, bars)
  const maxLines = Math.max(1, Math.min(MOST_LINES, Math.floor(pitch / (size * NAME_LEADING))))
  return [
    ...moved(chartMarks(nameless, bars), column, 0),
    ...figure.rows.flatMap(({ id, label }, i) => {
      const focused = id === figure.focus
      const lines =
        maxLines === 1
          ? [shortened(label, column, size)]
          : wrapped(label, column, size, { maxLines }).lines
      return lines.map((line, l, { length }) =>
        textMark(look, line, 0, y(i) + (l - (length - 1) / 2) * size * NAME_LEADING, {
          ...{ size, color: focused ? palette.text1 : palette.text2, weight: focused ? 600 : 400 },
        }),
      )
    }),
  ]
}

/** The first rows, and with them the one in focus; the last ones too of a ranking that shows both ends. */
function cutRows(figure: BarFigure, count: number): BarFigure {
  const { rows, breakAfter } = figure
  const isSplit = breakAfter !== null
  const top = isSplit ? Math.min(breakAfter, Math.ceil(count / 2)) : count
  const bottom = count - top
  const kept = [...rows.slice(0, top), ...rows.slice(rows.length - bottom, rows.length)]
  const focus = rows.find(({ id }) => id === figure.focus)
  if (!focus || kept.includes(focus))
    return { ...figure, rows: kept, breakAfter: isSplit ? top : null }
  kept[top - 1] = focus
  return { ...figure, rows: kept, breakAfter: top - 1 }
}

/** What bars inside each other mean. */
function keyOf({ series }: BarFigure, look: Look, size: number): PictureMark[] {
  const { palette, u } = look
  const leading = size * LEADING
  const styles = {
    fact: { fill: palette.qing },
    planned: { fill: null, stroke: palette.lineStrong, lineWidth: 1.2 * u },
    built: { fill: palette.qingSoft, opacity: 0.75 },
    inUse: { fill: palette.qing },
  }
  let x = 0
  return series.flatMap(({ name, role }) => {
    const at = x
    x += size * 3 + widthOf(name, size)
    const height = size * (role === 'inUse' ? 0.35 : 0.8)
    const box = { x: at, y: (leading - height) / 2, width: size * 1.5, height }
    return [
      rectMark(box, styles[role], WORDS_Z),
      words(look, name, at + size * 1.9, 0, { size, leading, color: palette.text2 }),
    ]
  })
}
