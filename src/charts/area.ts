import type { AreaFigure } from '../figures/figure.ts'
import { niceAxis, pushApart } from './axis.ts'
import { alpha, FONT_FAMILY, labelSize, textWidth, type Look } from './look.ts'
import {
  canvasHalo,
  identified,
  lineMark,
  polygonMark,
  rectMark,
  textMark,
  type Mark,
} from './marks.ts'
import type { ChartOption } from './option.ts'

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
export function areaOption(figure: AreaFigure, look: Look): ChartOption {
  const frame = frameOf(figure, look)
  const marks = [
    ...goalMarks(figure, look, frame),
    ...pointMarks(figure, look, frame),
    ...endMarks(figure, look, frame),
  ]
  return {
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY },
    grid: {
      id: 'grid',
      left: frame.left,
      top: frame.top,
      width: frame.right - frame.left,
      height: frame.bottom - frame.top,
    },
    xAxis: timeAxis(figure, look),
    yAxis: valueAxis(frame, look),
    series: [
      ...layerSeries(figure, look),
      ...crestSeries(figure, look),
      ...goalSeries(figure, look),
    ],
    graphic: { elements: identified(marks) },
  }
}

function timeAxis({ periods }: AreaFigure, look: Look) {
  const { palette, u } = look
  return {
    id: 'x',
    type: 'category',
    data: periods,
    boundaryGap: false,
    axisLine: { lineStyle: { color: palette.lineStrong, width: 1.2 * u } },
    axisTick: {
      show: true,
      length: 6 * u,
      interval: (index: number) => periods[index]?.endsWith('-12') ?? false,
      lineStyle: { color: palette.lineStrong },
    },
    axisLabel: {
      color: palette.text3,
      fontSize: labelSize(look),
      margin: 8 * u,
      interval: (index: number) => periods[index]?.endsWith('-07') ?? false,
      formatter: (id: string) => id.slice(0, 4),
    },
  }
}

const valueAxis = (frame: Frame, look: Look) => ({
  id: 'y',
  type: 'value',
  min: 0,
  max: frame.max,
  interval: frame.step,
  axisLabel: { color: look.palette.text3, fontSize: labelSize(look), margin: 8 * look.u },
  splitLine: { lineStyle: { color: look.palette.line, width: look.u } },
})

const layerSeries = (figure: AreaFigure, look: Look) =>
  figure.layers.map(({ id, name, values }, i) => ({
    id: `layer-${id}`,
    name,
    type: 'line',
    stack: 'counted',
    symbol: 'none',
    silent: true,
    lineStyle: { width: 0 },
    areaStyle: { color: layerColors(look)[i] ?? look.palette.qingSoft, opacity: 1 },
    data: values,
    z: 2,
  }))

function crestSeries(figure: AreaFigure, look: Look) {
  const { palette, u } = look
  const line = (
    id: string,
    name: string,
    data: readonly number[],
    style: Record<string, unknown>,
    z: number,
  ) => ({
    id,
    name,
    type: 'line',
    symbol: 'none',
    silent: true,
    lineStyle: style,
    data,
    z,
  })
  return [
    ...(figure.outer
      ? [
          line(
            'outer',
            figure.outer.name,
            figure.outer.values,
            { width: 1.6 * u, color: palette.text3, type: [5 * u, 4 * u] },
            4,
          ),
        ]
      : []),
    ...(figure.crest
      ? [
          line(
            'crest',
            figure.crest.name,
            figure.crest.values,
            { width: 3 * u, color: palette.text1 },
            5,
          ),
        ]
      : []),
  ]
}

/** Solid stair up to the last goal, dashed beyond it. Nothing before the first goal is invented. */
function goalSeries(figure: AreaFigure, look: Look) {
  const { palette, u } = look
  const last = figure.goals.at(-1)
  if (!last || figure.layers.length === 0) return []
  const data = figure.periods.map((period) => (period >= last.period ? last.value : null))
  const stair = figure.periods.map((period) => stairValue(figure, period))
  return [
    {
      id: 'plan',
      type: 'line',
      step: 'end',
      symbol: 'none',
      silent: true,
      data: stair,
      z: 6,
      lineStyle: { width: 2.2 * u, color: palette.gold },
    },
    {
      id: 'plan-after',
      type: 'line',
      symbol: 'none',
      silent: true,
      data,
      z: 6,
      lineStyle: { width: 1.8 * u, color: palette.gold, type: [6 * u, 5 * u] },
    },
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
