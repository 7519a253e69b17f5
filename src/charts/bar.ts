import type { BarFigure, BarRow } from '../figures/kinds/barFigure.ts'
import { niceAxis } from './axis.ts'
import { columnHeads, headHeight, headMarks, headWidth } from './barHeads.ts'
import { fit } from './fit.ts'
import { labelSize, textWidth, type Look } from './look.ts'
import { canvasHalo, lineMark, rectMark, textMark, type Mark } from './marks.ts'

export interface Frame {
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
  /** Warnings stand below the numbers: before them they would leave the bars no room. */
  readonly isWarningBelow: boolean
  readonly x: (value: number) => number
  /** Middle of a row; rows after the break stand one pitch lower. */
  readonly y: (row: number) => number
}

/** Part of the width that bars keep. */
const LEAST_BARS = 0.2
/** Rows that the left-out middle takes. */
const BREAK = 1

export function frameOf(figure: BarFigure, look: Look): Frame {
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
  const heads = columnHeads(figure, look)
  const widths = figure.columns.map((_, c) =>
    Math.max(
      headWidth(heads[c] ?? [], look),
      ...figure.rows.map(({ columns }) => textWidth(columns[c]?.text ?? '', size)),
    ),
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
  const isWarningBelow =
    look.name === 'print' && warnings > 0 && edge - warnings < left + width * LEAST_BARS
  const right = Math.max(left + 40 * u, isWarningBelow ? edge : edge - warnings)
  const head = headHeight(figure, look) + (figure.threshold ? size * 1.45 : 0)
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
    warningRight: isWarningBelow ? width : edge,
    isWarningBelow,
    x: (value) => left + ((right - left) * (value - min)) / span,
    y: (row) =>
      head +
      pitch * (row + 0.5 + (figure.breakAfter !== null && row >= figure.breakAfter ? BREAK : 0)),
  }
}

/** Horizontal bars with names left and printed columns right; nested ones draw a capacity. */
export function barMarks(figure: BarFigure, look: Look): Mark[] {
  if (figure.rows.length === 0) return []
  const frame = frameOf(figure, look)
  return [
    ...headMarks(figure, look, frame.columns),
    ...figure.rows.flatMap((row, i) => [
      ...rowBars(figure, look, frame, i),
      ...rowMarks(look, frame, row, i, figure.focus === row.id),
    ]),
    ...zeroMarks(look, frame),
    ...pickMarks(figure, look, frame),
    ...breakMarks(figure, look, frame),
    ...thresholdMarks(figure, look, frame),
  ]
}

/** The bars of one row. */
function rowBars(figure: BarFigure, look: Look, frame: Frame, index: number): Mark[] {
  const { id, tone, values } = figure.rows[index] ?? { id: '', tone: 'fact', values: [] }
  const muted = figure.focus != null && figure.focus !== id && hasFocus(figure)
  const y = frame.y(index)
  const thick = Math.min(frame.pitch * 0.6, (figure.layout === 'nested' ? 26 : 30) * look.u)
  return figure.series.flatMap(({ role }, i) => {
    const value = values[i]
    if (value === null || value === undefined) return []
    const height = role === 'inUse' ? thick * 0.44 : thick
    const style = { ...inkOf(role, tone, look), ...(muted ? { opacity: 0.45 } : {}) }
    return [barMark(look, frame, value, y, height, style, role === 'fact', 3 + i)]
  })
}

const hasFocus = ({ rows, focus }: BarFigure): boolean => rows.some(({ id }) => id === focus)

/** A bar from zero to its value; the far end of a fact is rounded. */
function barMark(
  look: Look,
  frame: Frame,
  value: number,
  y: number,
  height: number,
  style: Readonly<Record<string, unknown>>,
  rounded: boolean,
  z: number,
): Mark {
  const [from, to] = [frame.x(0), frame.x(value)]
  const r = rounded ? 2 * look.u : 0
  return rectMark(
    {
      x: Math.min(from, to),
      y: y - height / 2,
      width: Math.abs(to - from),
      height,
      r: value < 0 ? [r, 0, 0, r] : [0, r, r, 0],
    },
    style,
    z,
  )
}

function inkOf(
  role: BarFigure['series'][number]['role'],
  tone: BarRow['tone'],
  { palette, u }: Look,
): Readonly<Record<string, unknown>> {
  switch (role) {
    case 'fact':
      return { fill: tone === 'fact' ? palette.qing : palette.domain[tone] }
    case 'planned':
      return { fill: null, stroke: palette.lineStrong, lineWidth: 1.2 * u }
    case 'built':
      return { fill: palette.qingSoft, opacity: 0.75 }
    case 'inUse':
      return { fill: palette.qing }
  }
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
  const below = frame.isWarningBelow ? Math.min(frame.size * 1.2, frame.pitch * 0.5) : 0
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
          textMark(look, row.warning, frame.warningRight, y + below, {
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
  const top = headHeight(figure, look)
  return [
    lineMark(
      x,
      top + 2 * u,
      x,
      look.height - 2 * u,
      { stroke: palette.gold, lineWidth: 2 * u },
      25,
    ),
    textMark(look, label, fits ? x + 8 * u : x - 8 * u, top + frame.size * 0.62, {
      size: frame.size,
      color: palette.goldText,
      align: fits ? 'left' : 'right',
      halo: canvasHalo(look),
    }),
  ]
}
