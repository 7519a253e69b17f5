import { rangeOf } from '../../../charts/scatterFrame.ts'
import type {
  ScatterAxis,
  ScatterFigure,
  ScatterPoint,
} from '../../../figures/kinds/scatterFigure.ts'
import { formatNumber } from '../../../figures/text/number.ts'
import { say } from '../../../figures/text/words.ts'
import { plainText } from '../../plainText.ts'
import { shortened } from '../../picture/lineBreak.ts'
import type { Axis, Cloud, PointChart, PointStyle, Scale } from '../chart/nativeChart.ts'
import type { Marker, Stroke } from '../chart/paint.ts'
import { decimalsOf } from '../chart/references.ts'
import { INCH, ink, POINTS, PRINT, type Box } from '../paper.ts'
import {
  inches,
  lineHeight,
  partOf,
  withUnit,
  type ChartPlan,
  type OverWords,
} from './chartPlan.ts'
import { pointNames, type Field } from './pointNames.ts'

const MUTED = 0.22
const KEY = 0.3
const OPACITY = 0.75
/** Height of the signs of points: the smallest and the largest, in points. */
const SIGN = { least: 6, most: 24 } as const

/** Two indicators against each other: a series for each domain, the medians as dashed lines. */
export function scatterPlans(figure: ScatterFigure, whole: Box): ChartPlan[][] {
  if (figure.points.length === 0) return []
  const [sx, sy] = [rangeOf(figure, 'x'), rangeOf(figure, 'y')]
  const size = POINTS.label
  const note = remark(figure, whole)
  const noted = note ? 0.26 : 0
  const box = { ...whole, y: whole.y + noted, h: whole.h - noted }
  const head = KEY + 0.26
  const left = Math.max(...[sy.min, sy.max].map((one) => inches(valueText(one, sy), size))) + 0.5
  const below = lineHeight(size) * 2 + 0.2
  const plot = {
    ...{ x: box.x + left, y: box.y + head },
    ...{ w: box.w - left - 0.35, h: box.h - head - below },
  }
  const chart = chartOf(figure, { plot, sx, sy }, box)
  return [[{ chart, box, lines: [], words: note ? [note] : [], table: null }]]
}

function chartOf(figure: ScatterFigure, field: Field, box: Box): PointChart {
  const { legend, x, y, sized, locale } = figure
  const names = pointNames(figure, field)
  const clouds = [
    ...legend.map(({ tone, name, count }) => cloudOf(figure, tone, `${name} ${count}`, names)),
    ...mediansOf(figure, field.sx, field.sy),
  ]
  return {
    ...{ kind: 'points', title: '', clouds: clouds.filter(({ xs }) => xs.length > 0) },
    headings: {
      ...{ name: say(locale, '名称', 'Name'), series: say(locale, '领域', 'Domain') },
      ...{ x: titleOf(figure, x), y: titleOf(figure, y) },
      size: sized ? titleOf(figure, sized) : '',
    },
    plot: partOf(field.plot, box),
    ...{ x: axisOf(figure, x, field.sx), y: axisOf(figure, y, field.sy) },
    legend: { type: { size: POINTS.least, color: ink(PRINT.text2) }, h: KEY / box.h },
  }
}

const valueText = (value: number, { step }: Scale): string => formatNumber(value, decimalsOf(step))

const titleOf = (
  { locale }: ScatterFigure,
  { title, unit }: Pick<ScatterAxis, 'title' | 'unit'>,
): string => plainText(withUnit(title, unit, locale))

const axisOf = (figure: ScatterFigure, axis: ScatterAxis, scale: Scale): Axis => ({
  ...{ scale, title: titleOf(figure, axis), isShown: true },
  type: { size: POINTS.label, color: ink(PRINT.text2) },
})

/** What sizes the points and who is left out, above the key. */
function remark({ sizeNote, leftOut }: ScatterFigure, box: Box): OverWords | null {
  const text = [sizeNote, leftOut].filter(Boolean).join('　')
  if (!text) return null
  return {
    ...{ text: shortened(plainText(text), box.w * INCH, POINTS.least), align: 'left' },
    ...{ x: box.x, y: box.y + 0.12, size: POINTS.least, color: ink(PRINT.text3) },
  }
}

function cloudOf(
  figure: ScatterFigure,
  tone: ScatterPoint['tone'],
  name: string,
  names: ReturnType<typeof pointNames>,
): Cloud {
  const points = figure.points.filter((point) => point.tone === tone)
  const color = ink(PRINT.domain[tone])
  const largest = Math.max(...figure.points.map(({ size }) => size ?? 0), 1e-9)
  const factor = figure.sized?.factor ?? 1
  return {
    ...{ name: plainText(name), fill: null, stroke: null, inLegend: true, decimals: 2 },
    marker: signOf(color, 8, false, OPACITY),
    ...{ xs: points.map(({ x }) => x), ys: points.map(({ y }) => y) },
    names: points.map(({ label }) => label),
    sizes: points.map(({ size }) => (size === null || !figure.sized ? null : size * factor)),
    points: new Map(
      points.map(({ size, muted }, at): [number, PointStyle] => {
        const height = size === null ? SIGN.least : SIGN.most * Math.sqrt(size / largest)
        const isHollow = size === null
        return [
          at,
          {
            marker: signOf(color, Math.max(SIGN.least, height), isHollow, muted ? MUTED : OPACITY),
          },
        ]
      }),
    ),
    labels: points.flatMap(({ id }, at) => {
      const label = names.get(id)
      return label ? [{ at, ...label }] : []
    }),
  }
}

const signOf = (color: string, size: number, isHollow: boolean, opacity: number): Marker => ({
  ...{ symbol: 'circle', size },
  fill: isHollow ? null : { color, opacity },
  stroke: { color, width: isHollow ? 1.25 : 0.5, opacity },
})

/** A line across the plot at the median of each axis, named at its end. */
function mediansOf({ x, y }: ScatterFigure, sx: Scale, sy: Scale): Cloud[] {
  const stroke: Stroke = { color: ink(PRINT.text3), width: 1, dash: 'dash' }
  const type = { size: POINTS.least, color: ink(PRINT.text3) }
  const line = (axis: ScatterAxis, xs: number[], ys: number[], side: 'l' | 't'): Cloud => {
    const text = plainText(axis.medianText)
    return {
      ...{
        name: text || axis.title,
        names: [text, text],
        xs,
        ys,
        stroke,
        fill: null,
        marker: null,
      },
      ...{ points: new Map(), inLegend: false, decimals: 2 },
      labels: text ? [{ at: 1, text, type, side, ...(side === 'l' ? { dy: -0.025 } : {}) }] : [],
    }
  }
  return [
    ...(x.median === null ? [] : [line(x, [x.median, x.median], [sy.min, sy.max], 't')]),
    ...(y.median === null ? [] : [line(y, [sx.min, sx.max], [y.median, y.median], 'l')]),
  ]
}
