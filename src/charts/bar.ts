import type { BarFigure, BarRow } from '../figures/figure.ts'
import { niceAxis } from './axis.ts'
import { FONT_FAMILY, labelSize, textWidth, type Look } from './look.ts'
import { canvasHalo, identified, lineMark, rectMark, textMark, type Mark } from './marks.ts'
import type { ChartOption } from './option.ts'

interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly pitch: number
  readonly size: number
  readonly min: number
  readonly max: number
  /** Right edges of the printed columns. */
  readonly columns: readonly number[]
  readonly warningRight: number
  readonly x: (value: number) => number
  /** Middle of a row; rows after the break stand one pitch lower. */
  readonly y: (row: number) => number
}

/** Rows that the left-out middle takes. */
const BREAK = 1

function frameOf(figure: BarFigure, look: Look): Frame {
  const { u, width, height } = look
  const size = labelSize(look)
  const nested = figure.layout === 'nested'
  const values = figure.rows.flatMap((row) => row.values.map((value) => value ?? 0))
  const highest = Math.max(...values, figure.threshold?.value ?? 0)
  const lowest = Math.min(...values, 0)
  const max = nested ? highest * 1.02 : highest > 0 ? niceAxis(highest).max : 0
  const min = lowest < 0 ? -niceAxis(-lowest).max : 0
  const span = Math.max(max - min, 1e-9)
  const labels = Math.max(...figure.rows.map(({ label }) => textWidth(label, size)), 0)
  const widths = figure.columns.map((_, c) =>
    Math.max(...figure.rows.map(({ columns }) => textWidth(columns[c]?.text ?? '', size))),
  )
  let edge = width
  const columns = [...widths].reverse().map((w) => {
    const right = edge
    edge -= w + 14 * u
    return right
  })
  const warnings = Math.max(
    0,
    ...figure.rows.map(({ warning }) => (warning ? textWidth(warning, size) + 14 * u : 0)),
  )
  const left = Math.min(labels + 14 * u, width * 0.36)
  const right = Math.max(left + 40 * u, edge - warnings)
  const head = figure.threshold ? size * 1.45 : 0
  const gaps = figure.breakAfter === null ? 0 : BREAK
  const pitch = (height - head) / (figure.rows.length + gaps)
  return {
    left,
    right,
    top: head,
    pitch,
    size,
    min,
    max: min + span,
    columns: columns.reverse(),
    warningRight: edge,
    x: (value) => left + ((right - left) * (value - min)) / span,
    y: (row) =>
      head +
      pitch * (row + 0.5 + (figure.breakAfter !== null && row >= figure.breakAfter ? BREAK : 0)),
  }
}

/** Horizontal bars with names left and printed columns right; nested ones draw a capacity. */
export function barOption(figure: BarFigure, look: Look): ChartOption {
  if (figure.rows.length === 0) return { animation: false, graphic: { elements: [] } }
  const frame = frameOf(figure, look)
  const marks = [
    ...figure.rows.flatMap((row, i) => rowMarks(look, frame, row, i, figure.focus === row.id)),
    ...zeroMarks(look, frame),
    ...pickMarks(figure, look, frame),
    ...breakMarks(figure, look, frame),
    ...thresholdMarks(figure, look, frame),
  ]
  return {
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY },
    grid: {
      id: 'grid',
      left: frame.left,
      top: frame.top,
      width: frame.right - frame.left,
      height: look.height - frame.top,
    },
    xAxis: { id: 'x', type: 'value', min: frame.min, max: frame.max, show: false },
    // Bars of one axis share a width's origin; the thin one stands on an axis of its own, centred.
    yAxis: ['wide', 'thin'].map((id) => ({
      id,
      type: 'category',
      inverse: true,
      show: false,
      data: categories(figure),
    })),
    series: figure.series.map((series, i) => barSeries(figure, look, frame, series, i)),
    graphic: { elements: identified(marks) },
  }
}

/** Row ids; an empty category where the middle of the ranking is left out. */
const categories = ({ rows, breakAfter }: BarFigure): string[] => {
  const ids = rows.map(({ id }) => id)
  return breakAfter === null ? ids : [...ids.slice(0, breakAfter), '', ...ids.slice(breakAfter)]
}

/** Width of each series as a part of the row, and its ink. */
function barSeries(
  figure: BarFigure,
  look: Look,
  frame: Frame,
  series: BarFigure['series'][number],
  index: number,
) {
  const { palette, u } = look
  const thick = Math.min(frame.pitch * 0.6, (figure.layout === 'nested' ? 26 : 30) * u)
  const ink = {
    fact: { color: palette.qing, borderRadius: [0, 2 * u, 2 * u, 0] },
    planned: { color: 'transparent', borderColor: palette.lineStrong, borderWidth: 1.2 * u },
    built: { color: palette.qingSoft, opacity: 0.75 },
    inUse: { color: palette.qing },
  }[series.role]
  return {
    id: series.id,
    name: series.name,
    type: 'bar',
    silent: true,
    barGap: '-100%',
    yAxisIndex: series.role === 'inUse' ? 1 : 0,
    barWidth: series.role === 'inUse' ? thick * 0.44 : thick,
    itemStyle: ink,
    z: 3 + index,
    data: seriesData(figure, look, index),
  }
}

function seriesData({ rows, breakAfter, focus }: BarFigure, { palette, u }: Look, index: number) {
  const focused = rows.some(({ id }) => id === focus)
  const data = rows.map(({ id, tone, values }) => {
    const value = values[index] ?? null
    const style = {
      ...(tone === 'fact' ? {} : { color: palette.domain[tone] }),
      ...((value ?? 0) < 0 ? { borderRadius: [2 * u, 0, 0, 2 * u] } : {}),
      ...(focused && id !== focus ? { opacity: 0.45 } : {}),
    }
    return { id, value, ...(Object.keys(style).length > 0 ? { itemStyle: style } : {}) }
  })
  const blank = { id: 'break', value: null }
  return breakAfter === null
    ? data
    : [...data.slice(0, breakAfter), blank, ...data.slice(breakAfter)]
}

/** Zero, where bars grow to both sides of it. */
const zeroMarks = ({ palette, height, u }: Look, frame: Frame): Mark[] => {
  if (frame.min === 0) return []
  const x = frame.x(0)
  return [lineMark(x, frame.top, x, height, { stroke: palette.lineStrong, lineWidth: 1.2 * u }, 5)]
}

/** On the desk a whole row can be picked; the one in focus has a bar at its side. */
function pickMarks(figure: BarFigure, look: Look, frame: Frame): Mark[] {
  if (look.name !== 'desk') return []
  const { width, palette, u } = look
  return figure.rows.flatMap(({ id }, i): Mark[] => {
    const box = { y: frame.y(i) - frame.pitch / 2, height: frame.pitch }
    return [
      {
        ...rectMark({ x: 0, width, ...box }, { fill: 'transparent' }, 40),
        ...{ name: id, silent: false },
      },
      ...(figure.focus === id
        ? [rectMark({ x: -8 * u, width: 3 * u, ...box }, { fill: palette.focus }, 12)]
        : []),
    ]
  })
}

function rowMarks(look: Look, frame: Frame, row: BarRow, index: number, focused: boolean): Mark[] {
  const { palette } = look
  const y = frame.y(index)
  return [
    textMark(look, fit(row.label, frame.left - 12 * look.u, frame.size), 0, y, {
      size: frame.size,
      color: focused ? palette.text1 : palette.text2,
      weight: focused ? 600 : 400,
    }),
    ...row.columns.map((column, c) =>
      textMark(look, column.text, frame.columns[c] ?? look.width, y, {
        size: frame.size,
        color: column.below ? palette.status.warn : c === 0 ? palette.text1 : palette.text2,
        weight: 500,
        align: 'right',
      }),
    ),
    ...(row.warning
      ? [
          textMark(look, row.warning, frame.warningRight, y, {
            size: frame.size,
            color: palette.status.warn,
            weight: 500,
            align: 'right',
            halo: canvasHalo(look),
          }),
        ]
      : []),
  ]
}

/** A dotted line where the middle of the ranking is left out. */
const breakMarks = (figure: BarFigure, look: Look, frame: Frame): Mark[] => {
  if (figure.breakAfter === null) return []
  const y = (frame.y(figure.breakAfter - 1) + frame.y(figure.breakAfter)) / 2
  return [
    lineMark(0, y, look.width, y, {
      stroke: look.palette.lineStrong,
      lineWidth: look.u,
      lineDash: [2 * look.u, 6 * look.u],
    }),
  ]
}

function thresholdMarks(figure: BarFigure, look: Look, frame: Frame): Mark[] {
  if (!figure.threshold) return []
  const { palette, u } = look
  const x = frame.x(figure.threshold.value)
  const { label } = figure.threshold
  const fits = x + 8 * u + textWidth(label, frame.size) < look.width
  return [
    lineMark(x, 2 * u, x, look.height - 2 * u, { stroke: palette.gold, lineWidth: 2 * u }, 25),
    textMark(look, label, fits ? x + 8 * u : x - 8 * u, frame.size * 0.62, {
      size: frame.size,
      color: palette.goldText,
      align: fits ? 'left' : 'right',
      halo: canvasHalo(look),
    }),
  ]
}

/** Cuts a label that has no room and ends it with an ellipsis; the table keeps the whole name. */
export function fit(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text
  let cut = text
  while (cut.length > 1 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1)
  return `${cut}…`
}
