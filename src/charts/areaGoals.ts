import type { AreaFigure } from '../figures/kinds/areaFigure.ts'
import type { AreaFrame } from './areaFrame.ts'
import { pushApart } from './axis.ts'
import { goalStair } from './goalStair.ts'
import { alpha, labelSize, textWidth, type Look } from './look.ts'
import { canvasHalo, lineMark, polygonMark, polylineMark, textMark, type Mark } from './marks.ts'

/** Goals as posts with flags, the way between them as a stair; cited counts as hollow posts. */
export const areaGoals = (figure: AreaFigure, look: Look, frame: AreaFrame): Mark[] => [
  ...planMarks(figure, look, frame),
  ...goalMarks(figure, look, frame),
  ...pointMarks(figure, look, frame),
]

/** Solid stair up to the last goal, dashed beyond it. Nothing before the first goal is invented. */
function planMarks(figure: AreaFigure, look: Look, frame: AreaFrame): Mark[] {
  const { palette, u } = look
  const last = figure.goals.at(-1)
  if (!last || figure.layers.length === 0) return []
  const stair: [number, number][] = []
  goalStair(figure).forEach((value, i) => {
    if (value === null) return
    const before = stair.at(-1)
    if (before && before[1] !== frame.y(value)) stair.push([frame.x(i), before[1]])
    stair.push([frame.x(i), frame.y(value)])
  })
  const after = Math.max(0, figure.periods.indexOf(last.period))
  const y = frame.y(last.value)
  return [
    polylineMark(stair, { stroke: palette.gold, lineWidth: 2.2 * u }, 6),
    lineMark(
      frame.x(after),
      y,
      frame.right,
      y,
      { stroke: palette.gold, lineWidth: 1.8 * u, lineDash: [6 * u, 5 * u] },
      6,
    ),
  ]
}

function goalMarks(figure: AreaFigure, look: Look, frame: AreaFrame): Mark[] {
  const { palette, u } = look
  const size = labelSize(look)
  const taken = pointLabels(figure, look, frame)
  return figure.goals.flatMap(({ period, value, label }) => {
    const index = figure.periods.indexOf(period)
    if (index < 0) return []
    const [x, y] = [frame.x(index), frame.y(value)]
    const width = textWidth(label, size)
    const left = x - width - 10 * u >= frame.left + 2 * u
    const [tx, at, align] = left
      ? ([x - 9 * u, y - 24 * u, 'right'] as const)
      : ([frame.left + 6 * u, y - 24 * u - size * 0.9, 'left'] as const)
    const from = left ? tx - width : tx
    const ty = freeAbove(
      at,
      size,
      taken.filter((box) => box.left < from + width && from < box.right),
    )
    return [
      lineMark(x, frame.y(0), x, y - 31 * u, { stroke: palette.gold, lineWidth: 1.8 * u }, 20),
      polygonMark(
        [
          [x, y - 31 * u],
          [x + 20 * u, y - 24.5 * u],
          [x, y - 17 * u],
        ],
        { fill: palette.gold },
        21,
      ),
      textMark(look, label, tx, ty, {
        size,
        color: palette.goldText,
        weight: 600,
        align,
        halo: canvasHalo(look),
      }),
    ]
  })
}

/** The middle of a line of words, raised until it meets none of the others. */
function freeAbove(y: number, size: number, others: readonly PointLabel[]): number {
  let free = y
  for (const other of [...others].sort((a, b) => b.labelY - a.labelY))
    if (Math.abs(other.labelY - free) < size * 1.1) free = other.labelY - size * 1.2
  return free
}

/** A cited count with its place, and where its words stand. */
interface PointLabel {
  readonly label: string
  readonly x: number
  readonly y: number
  readonly labelY: number
  readonly isRight: boolean
  readonly left: number
  readonly right: number
}

function pointLabels(figure: AreaFigure, look: Look, frame: AreaFrame): PointLabel[] {
  const { u } = look
  const size = labelSize(look)
  const shown = figure.points.flatMap((point) => {
    const index = figure.periods.indexOf(point.period)
    return index < 0 ? [] : [{ ...point, x: frame.x(index), y: frame.y(point.value) }]
  })
  const ys = pushApart(
    shown.map(({ y }) => y),
    size * 1.3,
    frame.top,
    frame.bottom - size,
  )
  return shown.map(({ x, y, label }, i) => {
    const width = textWidth(label, size) + 20 * u
    const isRight = x + width < look.width
    const [left, right] = isRight ? [x, x + width] : [x - width, x]
    return { label, x, y, labelY: ys[i] ?? y, isRight, left, right }
  })
}

/** Cited counts: hollow posts with their words, never joined by a line. */
function pointMarks(figure: AreaFigure, look: Look, frame: AreaFrame): Mark[] {
  const { palette, u } = look
  const size = labelSize(look)
  return pointLabels(figure, look, frame).flatMap(({ x, y, label, labelY, isRight }) => {
    return [
      lineMark(x, frame.y(0), x, y, { stroke: alpha(palette.qing, 0.5), lineWidth: 1.6 * u }, 20),
      {
        type: 'circle',
        shape: { cx: x, cy: y, r: 6 * u },
        style: { fill: palette.canvas, stroke: palette.qing, lineWidth: 2.4 * u },
        z: 31,
        silent: true,
      } satisfies Mark,
      textMark(look, label, isRight ? x + 14 * u : x - 14 * u, labelY, {
        size,
        color: palette.text1,
        weight: 500,
        align: isRight ? 'left' : 'right',
        halo: canvasHalo(look),
      }),
    ]
  })
}
