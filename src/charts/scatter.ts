import type { ScatterFigure, ScatterPoint } from '../figures/figure.ts'
import { axisText } from './linePanels.ts'
import { FONT_FAMILY, labelSize, type Look } from './look.ts'
import { identified } from './marks.ts'
import type { ChartOption } from './option.ts'
import { frameOf, rangeOf, type Range, type ScatterFrame } from './scatterFrame.ts'
import { scatterMarks } from './scatterMarks.ts'

/** Two indicators against each other: one series a domain, area by the third indicator. */
export function scatterOption(figure: ScatterFigure, look: Look): ChartOption {
  if (figure.points.length === 0) return { animation: false, graphic: { elements: [] } }
  const [x, y] = [rangeOf(figure, 'x'), rangeOf(figure, 'y')]
  const frame = frameOf(figure, look, x, y)
  const { left, right, top, bottom } = frame
  return {
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY },
    grid: {
      ...{ id: 'grid', left, top, width: right - left, height: bottom - top },
      outerBoundsMode: 'none',
    },
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
