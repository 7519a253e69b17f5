import type { AreaFigure } from '../figures/figure.ts'
import { niceAxis, pushApart } from './axis.ts'
import { alpha, labelSize, textWidth, type Look } from './look.ts'
import {
  canvasHalo,
  lineMark,
  polygonMark,
  polylineMark,
  rectMark,
  textMark,
  type Mark,
} from './marks.ts'

interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly max: number
  readonly step: number
  /** Pixels of a period (by position) and of a value. */
  readonly x: (index: number) => number
  readonly y: (value: number) => number
}

/** The plot's rectangle and scales: the axis clears the highest of actual, goal and cited point. */
function frameOf(figure: AreaFigure, look: Look): Frame {
  const size = labelSize(look)
  const highest = Math.max(
    1,
    ...(figure.crest?.values ?? []),
    ...(figure.outer?.values ?? []),
    ...figure.goals.map(({ value }) => value),
    ...figure.points.map(({ value }) => value),
  )
  const { max, step } = niceAxis(highest)
  const left = textWidth(`${max}`, size) + 12 * look.u
  const right = look.width - (endWidth(figure, size) + 34 * look.u)
  const top = size * 1.5
  const bottom = look.height - size * 1.75
  const last = Math.max(1, figure.periods.length - 1)
  return {
    left,
    right,
    top,
    bottom,
    max,
    step,
    x: (index) => left + ((right - left) * index) / last,
    y: (value) => bottom - ((bottom - top) * value) / max,
  }
}

const endWidth = (figure: AreaFigure, size: number): number =>
  Math.max(
    textWidth('0000', size),
    ...figure.layers.map(
      ({ name, values }) => textWidth(`${name} ${values.at(-1) ?? 0}`, size) + size * 0.6,
    ),
    figure.outer ? textWidth(`${figure.outer.name} ${figure.outer.values.at(-1) ?? 0}`, size) : 0,
    figure.crest
      ? textWidth(`${figure.crest.values.at(-1) ?? 0} ${figure.crest.name}`, size * 1.4)
      : 0,
  )

/** Layers from dark (top) to bright (bottom); grey print reads by lightness alone. */
const layerColors = (look: Look): readonly string[] =>
  look.name === 'wall' ? ['#5CC0B8', '#35888A', '#22565B'] : ['#0E7275', '#5FA8A6', '#B9D9D3']

/** The build-out: stack, crest, goals as posts with flags, the way between them as a stair. */
export function areaMarks(figure: AreaFigure, look: Look): Mark[] {
  const frame = frameOf(figure, look)
  return [
    ...gridMarks(look, frame),
    ...layerMarks(figure, look, frame),
    ...axisMarks(figure, look, frame),
    ...crestMarks(figure, look, frame),
    ...planMarks(figure, look, frame),
    ...goalMarks(figure, look, frame),
    ...pointMarks(figure, look, frame),
    ...endMarks(figure, look, frame),
  ]
}

/** Gridlines with their values; no axis line. */
function gridMarks(look: Look, frame: Frame): Mark[] {
  const { palette, u } = look
  const steps = Math.round(frame.max / frame.step)
  return Array.from({ length: steps + 1 }, (_, i) => i * frame.step).flatMap((value) => {
    const y = frame.y(value)
    return [
      lineMark(frame.left, y, frame.right, y, { stroke: palette.line, lineWidth: u }, 1),
      textMark(look, `${value}`, frame.left - 8 * u, y, {
        size: labelSize(look),
        color: palette.text3,
        align: 'right',
      }),
    ]
  })
}

/** The time axis: a tick at each year's end, the year's name at its middle. */
function axisMarks({ periods }: AreaFigure, look: Look, frame: Frame): Mark[] {
  const { palette, u } = look
  const stroke = { stroke: palette.lineStrong, lineWidth: 1.2 * u }
  const base = frame.y(0)
  return [
    lineMark(frame.left, base, frame.right, base, stroke, 3),
    ...periods.flatMap((id, i) => {
      const x = frame.x(i)
      if (id.endsWith('-12')) return [lineMark(x, base, x, base + 6 * u, stroke, 3)]
      if (!id.endsWith('-07')) return []
      return [
        textMark(look, id.slice(0, 4), x, base + labelSize(look) * 0.95, {
          size: labelSize(look),
          color: palette.text3,
          align: 'center',
        }),
      ]
    }),
  ]
}

/** Each layer between the sum below it and its own top. */
function layerMarks(figure: AreaFigure, look: Look, frame: Frame): Mark[] {
  let below: readonly number[] = figure.periods.map(() => 0)
  return figure.layers.map(({ values }, layer) => {
    const base = below
    const top = values.map((value, i) => value + (base[i] ?? 0))
    below = top
    const points: [number, number][] = [
      ...top.map((value, i): [number, number] => [frame.x(i), frame.y(value)]),
      ...base.map((value, i): [number, number] => [frame.x(i), frame.y(value)]).reverse(),
    ]
    return polygonMark(points, { fill: layerColors(look)[layer] ?? look.palette.qingSoft }, 2)
  })
}

function crestMarks(figure: AreaFigure, look: Look, frame: Frame): Mark[] {
  const { palette, u } = look
  const path = (values: readonly number[]): [number, number][] =>
    values.map((value, i) => [frame.x(i), frame.y(value)])
  const outer = { stroke: palette.text3, lineWidth: 1.6 * u, lineDash: [5 * u, 4 * u] }
  const crest = { stroke: palette.text1, lineWidth: 3 * u, lineJoin: 'round' }
  return [
    ...(figure.outer ? [polylineMark(path(figure.outer.values), outer, 4)] : []),
    ...(figure.crest ? [polylineMark(path(figure.crest.values), crest, 5)] : []),
  ]
}

/** Solid stair up to the last goal, dashed beyond it. Nothing before the first goal is invented. */
function planMarks(figure: AreaFigure, look: Look, frame: Frame): Mark[] {
  const { palette, u } = look
  const last = figure.goals.at(-1)
  if (!last || figure.layers.length === 0) return []
  const stair: [number, number][] = []
  figure.periods.forEach((period, i) => {
    const value = stairValue(figure, period)
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

const STAIR_MONTHS = 3

/** Height of the stair in a month: the first goal from its year's start, then equal quarterly steps. */
function stairValue({ goals, periods }: AreaFigure, period: string): number | null {
  const next = goals.find((goal) => period <= goal.period)
  if (!next) return null
  const before = goals[goals.indexOf(next) - 1]
  if (!before) return period.slice(0, 4) === next.period.slice(0, 4) ? next.value : null
  const [from, to, at] = [before.period, next.period, period].map((id) => periods.indexOf(id))
  if (from === undefined || to === undefined || at === undefined || to <= from) return null
  const steps = Math.max(1, Math.round((to - from) / STAIR_MONTHS))
  const done = Math.ceil(((at - from) / (to - from)) * steps)
  return before.value + ((next.value - before.value) * done) / steps
}

function goalMarks(figure: AreaFigure, look: Look, frame: Frame): Mark[] {
  const { palette, u } = look
  const size = labelSize(look)
  return figure.goals.flatMap(({ period, value, label }) => {
    const index = figure.periods.indexOf(period)
    if (index < 0) return []
    const [x, y] = [frame.x(index), frame.y(value)]
    const width = textWidth(label, size)
    const left = x - width - 10 * u >= frame.left + 2 * u
    const [tx, ty, align] = left
      ? ([x - 9 * u, y - 24 * u, 'right'] as const)
      : ([frame.left + 6 * u, y - 24 * u - size * 0.9, 'left'] as const)
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

/** Cited counts: hollow posts with their words, never joined by a line. */
function pointMarks(figure: AreaFigure, look: Look, frame: Frame): Mark[] {
  const { palette, u } = look
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
  return shown.flatMap(({ x, y, label }, i) => {
    const right = x + textWidth(label, size) + 20 * u < look.width
    return [
      lineMark(x, frame.y(0), x, y, { stroke: alpha(palette.qing, 0.5), lineWidth: 1.6 * u }, 20),
      {
        type: 'circle',
        shape: { cx: x, cy: y, r: 6 * u },
        style: { fill: palette.canvas, stroke: palette.qing, lineWidth: 2.4 * u },
        z: 31,
        silent: true,
      } satisfies Mark,
      textMark(look, label, right ? x + 14 * u : x - 14 * u, ys[i] ?? y, {
        size,
        color: palette.text1,
        weight: 500,
        align: right ? 'left' : 'right',
        halo: canvasHalo(look),
      }),
    ]
  })
}

/** Names at the end of each series, pushed apart. */
function endMarks(figure: AreaFigure, look: Look, frame: Frame): Mark[] {
  if (!figure.crest) return []
  const { palette, u } = look
  const size = labelSize(look)
  const x = frame.x(figure.periods.length - 1)
  let below = 0
  const layers = figure.layers.map(({ name, values }, i) => {
    const value = values.at(-1) ?? 0
    const middle = frame.y(below + value / 2)
    below += value
    return {
      text: `${name} ${value}`,
      y: middle,
      color: layerColors(look)[i] ?? palette.qing,
      role: 'layer' as const,
    }
  })
  const crest = figure.crest.values.at(-1) ?? 0
  const outer = figure.outer?.values.at(-1)
  const ends = [
    ...layers,
    {
      text: `${crest} ${figure.crest.name}`,
      y: frame.y(crest),
      color: palette.text1,
      role: 'crest' as const,
    },
    ...(figure.outer && outer !== undefined
      ? [
          {
            text: `${figure.outer.name} ${outer}`,
            y: frame.y(outer),
            color: palette.text3,
            role: 'outer' as const,
          },
        ]
      : []),
  ]
  const ys = pushApart(
    ends.map(({ y }) => y),
    size * 1.32,
    frame.top,
    frame.bottom - size * 0.4,
  )
  return [
    {
      type: 'circle',
      shape: { cx: x, cy: frame.y(crest), r: 5 * u },
      style: { fill: palette.text1, stroke: palette.canvas, lineWidth: 2 * u },
      z: 31,
      silent: true,
    },
    ...ends.flatMap(({ text, color, role }, i) => endLabel(look, x, ys[i] ?? 0, text, color, role)),
  ]
}

function endLabel(
  look: Look,
  x: number,
  y: number,
  text: string,
  color: string,
  role: 'layer' | 'crest' | 'outer',
): Mark[] {
  const { palette, u } = look
  const size = labelSize(look)
  const options = { halo: canvasHalo(look) }
  if (role === 'crest')
    return [
      textMark(look, text, x + 13 * u, y, { size: size * 1.4, color, weight: 600, ...options }),
    ]
  if (role === 'outer') return [textMark(look, text, x + 13 * u, y, { size, color, ...options })]
  return [
    rectMark(
      { x: x + 11 * u, y: y - 7 * u, width: 8 * u, height: 14 * u, r: u },
      { fill: color },
      30,
    ),
    textMark(look, text, x + 26 * u, y, { size, color: palette.text2, ...options }),
  ]
}
