import type { ScatterFigure, ScatterPoint } from '../figures/figure.ts'
import { niceRange } from './axis.ts'
import { axisText } from './linePanels.ts'
import { FONT_FAMILY, labelSize, textWidth, type Look } from './look.ts'
import { identified } from './marks.ts'
import type { ChartOption } from './option.ts'
import { keyRows, scatterMarks } from './scatterMarks.ts'

export interface Range {
  readonly min: number
  readonly max: number
  readonly step: number
}

/** The plot of a scatter and its scales. */
export interface ScatterFrame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  readonly radius: (point: ScatterPoint) => number
}

/** Two indicators against each other: one series a domain, area by the third indicator. */
export function scatterOption(figure: ScatterFigure, look: Look): ChartOption {
  if (figure.points.length === 0) return { animation: false, graphic: { elements: [] } }
  const [x, y] = [rangeOf(figure, 'x'), rangeOf(figure, 'y')]
  const frame = frameOf(figure, look, x, y)
  const { left, right, top, bottom } = frame
  return {
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY },
    grid: { id: 'grid', left, top, width: right - left, height: bottom - top },
    xAxis: axis('x', x, look),
    yAxis: axis('y', y, look),
    series: figure.legend.map(({ tone, name }) => ({
      id: `points-${tone}`,
      name,
      type: 'scatter',
      itemStyle: { color: look.palette.domain[tone], opacity: 0.72 },
      data: figure.points
        .filter((point) => point.tone === tone)
        .map((point) => pointOf(point, frame, look)),
      z: 5,
    })),
    graphic: { elements: identified(scatterMarks(figure, look, frame)) },
  }
}

/** From zero where that wastes less than half of the axis. */
function rangeOf({ points }: ScatterFigure, side: 'x' | 'y'): Range {
  let low = Infinity
  let high = -Infinity
  for (const point of points) {
    low = Math.min(low, point[side])
    high = Math.max(high, point[side])
  }
  return niceRange(low > 0 && low < high * 0.5 ? 0 : low, high)
}

function frameOf(figure: ScatterFigure, look: Look, x: Range, y: Range): ScatterFrame {
  const size = labelSize(look)
  const labels = [y.min, y.max].map((value) => textWidth(axisText(value), size))
  const left = Math.max(...labels) + 12 * look.u
  const right = look.width - Math.max(14 * look.u, textWidth(axisText(x.max), size) / 2)
  const top = size * (1.6 * keyRows(figure, look).length + 2)
  const bottom = look.height - size * 3.3
  const largest = Math.max(...figure.points.map((point) => point.size ?? 0), 1e-9)
  const [least, most] = [3.2 * look.u, Math.min(16 * look.u, (bottom - top) * 0.09)]
  return {
    ...{ left, right, top, bottom },
    x: (value) => left + ((right - left) * (value - x.min)) / (x.max - x.min),
    y: (value) => bottom - ((bottom - top) * (value - y.min)) / (y.max - y.min),
    radius: ({ size: of }) =>
      of === null ? least : Math.max(least, most * Math.sqrt(of / largest)),
  }
}

function axis(id: 'x' | 'y', { min, max, step }: Range, look: Look) {
  const { palette, u } = look
  return {
    id,
    type: 'value',
    ...{ min, max, interval: step },
    axisLine: {
      show: id === 'x',
      onZero: false,
      lineStyle: { color: palette.lineStrong, width: 1.2 * u },
    },
    axisTick: { show: false },
    axisLabel: {
      ...{ color: palette.text3, fontSize: labelSize(look), margin: 7 * u },
      formatter: axisText,
      hideOverlap: true,
    },
    splitLine: { lineStyle: { color: palette.line, width: u } },
  }
}

/** A point without a size is hollow; one out of focus is faint. */
function pointOf(point: ScatterPoint, frame: ScatterFrame, { palette, u }: Look) {
  const { id, label, size, tone, muted } = point
  const style = {
    ...(muted ? { opacity: 0.22 } : {}),
    ...(size === null
      ? { color: 'transparent', borderColor: palette.domain[tone], borderWidth: 1.4 * u }
      : {}),
  }
  return {
    id,
    name: label,
    value: [point.x, point.y],
    symbolSize: 2 * frame.radius(point),
    ...(muted || size === null ? { itemStyle: style } : {}),
  }
}
