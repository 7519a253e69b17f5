import { isPartialAt } from '../figures/coverage.ts'
import type { LineFigure, LineSeries } from '../figures/kinds/lineFigure.ts'
import { pushApart } from './axis.ts'
import { fit } from './fit.ts'
import { endLinesOf, seriesColor, type PanelFrame } from './linePanels.ts'
import { alpha, labelSize, textWidth, type Look } from './look.ts'
import {
  canvasHalo,
  circleMark,
  lineMark,
  polygonMark,
  rectMark,
  textMark,
  type Mark,
} from './marks.ts'

/** What the lines themselves do not say: band, targets, events, names at the ends, panel titles. */
export const lineNotes = (figure: LineFigure, look: Look, frames: readonly PanelFrame[]): Mark[] =>
  frames.flatMap((frame) => [
    ...bandMarks(look, frame),
    ...zeroMarks(look, frame),
    ...targetMarks(look, frame),
    ...eventMarks(figure, look, frame),
    ...(figure.panels.length > 1 ? panelMarks(figure, look, frame) : endMarks(look, frame)),
  ])

/** The middle half of the peers, one polygon for every stretch without gaps, and its key. */
function bandMarks(look: Look, frame: PanelFrame): Mark[] {
  const { band } = frame.panel
  if (!band) return []
  const { palette, u } = look
  const size = labelSize(look)
  const fill = alpha(palette.lineStrong, 0.24)
  const y = frame.cell.y + size * 0.8
  return [
    ...stretches(band.low).map((indices) =>
      polygonMark(
        [
          ...indices.map((i) => [frame.x(i), frame.y(band.high[i] ?? 0)] as const),
          ...[...indices].reverse().map((i) => [frame.x(i), frame.y(band.low[i] ?? 0)] as const),
        ],
        { fill },
        1,
      ),
    ),
    rectMark({ x: frame.left, y: y - 5 * u, width: 16 * u, height: 10 * u }, { fill }, 30),
    textMark(
      look,
      fit(band.name, frame.right - frame.left - 24 * u, size),
      frame.left + 22 * u,
      y,
      {
        size,
        color: palette.text3,
      },
    ),
  ]
}

/** Positions of neighbours that all have a value. */
function stretches(values: readonly (number | null)[]): number[][] {
  const found: number[][] = []
  values.forEach((value, i) => {
    if (value === null) return
    const open = found.at(-1)
    if (open && open.at(-1) === i - 1) open.push(i)
    else found.push([i])
  })
  return found.filter(({ length }) => length > 1)
}

/** Zero inside the plot is a line of its own: above it is growth. */
function zeroMarks(look: Look, frame: PanelFrame): Mark[] {
  const y = frame.y(0)
  return y > frame.top && y < frame.bottom - 1
    ? [
        lineMark(
          frame.left,
          y,
          frame.right,
          y,
          { stroke: look.palette.lineStrong, lineWidth: look.u },
          3,
        ),
      ]
    : []
}

const targetMarks = (look: Look, frame: PanelFrame): Mark[] =>
  frame.panel.targets.flatMap(({ value, label }) => {
    const y = frame.y(value)
    const size = labelSize(look)
    const above = y - size > frame.top
    return [
      lineMark(
        frame.left,
        y,
        frame.right,
        y,
        { stroke: look.palette.gold, lineWidth: 2.2 * look.u },
        6,
      ),
      textMark(
        look,
        fit(label, frame.right - frame.left - 8 * look.u, size),
        frame.left + 4 * look.u,
        above ? y - size * 0.75 : y + size * 0.75,
        { size, color: look.palette.goldText, weight: 600, halo: canvasHalo(look) },
      ),
    ]
  })

/** What happened, on its month: words above the plot, left out where the one before takes the room. */
function eventMarks({ periods }: LineFigure, look: Look, frame: PanelFrame): Mark[] {
  const { palette, u } = look
  const size = labelSize(look)
  const y = frame.top - size * 0.95
  let free = -Infinity
  return frame.panel.events.flatMap(({ period, label }) => {
    const index = periods.indexOf(period)
    if (index < 0) return []
    const x = frame.x(index)
    const width = textWidth(label, size)
    const from = Math.min(Math.max(x - width / 2, frame.left), look.width - width)
    const named = from > free
    if (named) free = from + width + 8 * u
    const style = { stroke: palette.lineStrong, lineWidth: 1.2 * u, lineDash: [2 * u, 3 * u] }
    return [
      lineMark(x, frame.top - size * 0.3, x, frame.bottom, style, 3),
      ...(named
        ? [textMark(look, label, from, y, { size, color: palette.text2, halo: canvasHalo(look) })]
        : []),
    ]
  })
}

const lastIndex = ({ values }: LineSeries): number =>
  values.findLastIndex((value) => value !== null)

const END_LEADING = 1.22

/** Names and last values at the ends, pushed apart; each end has its point. */
function endMarks(look: Look, frame: PanelFrame): Mark[] {
  const { palette, u } = look
  const size = labelSize(look)
  const ends = frame.panel.series.flatMap((series) => {
    const at = lastIndex(series)
    return at < 0 ? [] : [{ series, at, y: frame.y(series.values[at] ?? 0) }]
  })
  const lines = ends.map(({ series }) => endLinesOf(series, look))
  const most = Math.max(1, ...lines.map(({ length }) => length))
  const ys = pushApart(
    ends.map(({ y }) => y),
    size * END_LEADING * most,
    frame.top,
    frame.bottom,
  )
  return ends.flatMap(({ series, at, y }, i): Mark[] => [
    ...pointMark(look, series, frame.x(at), y, at),
    ...(lines[i] ?? []).map((line, l, { length }) =>
      textMark(
        look,
        line,
        frame.right + 12 * u,
        (ys[i] ?? y) + (l - (length - 1) / 2) * size * END_LEADING,
        {
          size,
          color: series.tone === 'reference' ? palette.text2 : palette.text1,
          weight: series.tone === 'reference' ? 400 : 600,
        },
      ),
    ),
  ])
}

/** The last point; hollow where it is preliminary or does not cover everybody. */
function pointMark(look: Look, series: LineSeries, x: number, y: number, at: number): Mark[] {
  const color = seriesColor(series, look)
  const hollow = series.preliminary.includes(at) || isPartialAt(series, at)
  const fill = hollow ? look.palette.canvas : color
  return [circleMark(x, y, 3.6 * look.u, { fill, stroke: color, lineWidth: 1.8 * look.u }, 31)]
}

/** Title and last value above a small plot; the whole cell can be picked. */
function panelMarks(
  figure: LineFigure,
  look: Look,
  { panel, cell, left, ...frame }: PanelFrame,
): Mark[] {
  const { palette, u } = look
  const size = labelSize(look)
  const [series] = panel.series
  const y = cell.y + size * 0.9
  const value = series?.endText ?? ''
  const quiet = figure.focus !== null && figure.focus !== panel.id
  const stacked = frame.top - cell.y > size * 2.5
  const room = frame.right - left - (stacked ? 0 : textWidth(value, size) + 10 * u)
  const at = series ? lastIndex(series) : -1
  return [
    {
      ...rectMark(
        { x: cell.x, y: cell.y, width: cell.w, height: cell.h },
        { fill: 'transparent' },
        40,
      ),
      ...{ name: panel.id, silent: false },
    },
    textMark(look, fit(panel.title, room, size), left, y, {
      size,
      color: quiet ? palette.text3 : palette.text1,
      weight: 600,
    }),
    textMark(look, value, stacked ? left : frame.right, stacked ? y + size * END_LEADING : y, {
      ...{ size, color: quiet ? palette.text3 : palette.text2 },
      ...{ align: stacked ? 'left' : 'right', weight: 500 },
    }),
    ...(series && at >= 0
      ? pointMark(look, series, frame.x(at), frame.y(series.values[at] ?? 0), at)
      : []),
  ]
}
