import type { LineFigure, LineSeries } from '../figures/figure.ts'
import { niceRange } from './axis.ts'
import { lineMarks } from './lineMarks.ts'
import { axisText, framesOf, seriesColor, type PanelFrame, type ValueScale } from './linePanels.ts'
import { FONT_FAMILY, labelSize, type Look } from './look.ts'
import { identified } from './marks.ts'
import type { ChartOption } from './option.ts'
import { splitPartial } from './partialLine.ts'

/** Readings over time: one panel with names at the line ends, or small multiples on one scale. */
export function lineOption(figure: LineFigure, look: Look): ChartOption {
  if (figure.panels.length === 0 || figure.periods.length === 0)
    return { animation: false, graphic: { elements: [] } }
  const scale = scaleOf(figure)
  const frames = framesOf(figure, look, scale)
  return {
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY },
    grid: frames.map(({ left, top, right, bottom }, i) => ({
      ...{ id: `grid-${i}`, left, top, width: right - left, height: bottom - top },
      outerBoundsMode: 'none',
    })),
    xAxis: frames.map((frame, i) => timeAxis(figure, look, frame, i)),
    yAxis: frames.map((frame, i) => valueAxis(look, scale, frame, i, figure.panels.length > 1)),
    series: frames.flatMap(({ panel }, i) =>
      panel.series.flatMap((series) => linesOf(figure, look, series, i)),
    ),
    graphic: { elements: identified(lineMarks(figure, look, frames)) },
  }
}

/** One range for all panels: readings, bands and targets, and zero for amounts. */
export function scaleOf({ panels, fromZero }: LineFigure): ValueScale {
  let low = fromZero ? 0 : Infinity
  let high = fromZero ? 0 : -Infinity
  const take = (value: number | null): void => {
    if (value === null) return
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  for (const { series, band, targets } of panels) {
    for (const { values } of series) values.forEach(take)
    band?.low.forEach(take)
    band?.high.forEach(take)
    for (const { value } of targets) take(value)
  }
  return low > high ? { min: 0, max: 1, step: 1 } : niceRange(low, high)
}

function timeAxis({ periods }: LineFigure, look: Look, frame: PanelFrame, index: number) {
  const { palette, u } = look
  return {
    id: `x-${index}`,
    gridIndex: index,
    type: 'category',
    data: periods,
    boundaryGap: false,
    axisLine: { onZero: false, lineStyle: { color: palette.lineStrong, width: 1.2 * u } },
    axisTick: {
      show: true,
      length: 4 * u,
      interval: (at: number) => periods[at]?.endsWith('-12') ?? false,
      lineStyle: { color: palette.lineStrong },
    },
    axisLabel: {
      color: palette.text3,
      fontSize: labelSize(look),
      margin: 7 * u,
      interval: labelled(periods, frame.right - frame.left, labelSize(look)),
      formatter: periods.length > 14 ? (id: string) => id.slice(0, 4) : undefined,
    },
  }
}

/** Years in the middle of their months; single periods where there are few. */
function labelled(periods: readonly string[], width: number, size: number) {
  const room = Math.max(1, Math.floor(width / (size * 4.5)))
  if (periods.length <= 14) {
    const every = Math.ceil(periods.length / room)
    return (at: number): boolean => (periods.length - 1 - at) % every === 0
  }
  const years = periods.filter((id) => id.endsWith('-07')).length
  const every = Math.ceil(years / room)
  return (at: number): boolean =>
    (periods[at]?.endsWith('-07') ?? false) && Number(periods[at]?.slice(0, 4)) % every === 0
}

function valueAxis(look: Look, scale: ValueScale, frame: PanelFrame, index: number, many: boolean) {
  return {
    id: `y-${index}`,
    gridIndex: index,
    type: 'value',
    ...{ min: scale.min, max: scale.max, interval: many ? scale.max - scale.min : scale.step },
    axisLabel: {
      show: frame.cell.x === 0,
      color: look.palette.text3,
      fontSize: labelSize(look),
      margin: 8 * look.u,
      formatter: axisText,
    },
    splitLine: { lineStyle: { color: look.palette.line, width: look.u } },
  }
}

/** The line, and a dashed one where its totals do not cover all who should have reported. */
function linesOf(figure: LineFigure, look: Look, series: LineSeries, index: number) {
  const { whole, partial } = splitPartial(series)
  const lines = whole.map((run, i) => {
    const line = lineOf(figure, look, run, index)
    return i === 0 ? line : { ...line, id: `${line.id}-${i}` }
  })
  if (!partial) return lines
  const dashed = lineOf(figure, look, partial, index)
  const type = [4 * look.u, 3 * look.u]
  return [
    ...lines,
    { ...dashed, id: `${dashed.id}-partial`, lineStyle: { ...dashed.lineStyle, type } },
  ]
}

/** Lines break at gaps; a point between two gaps and a preliminary one are drawn as points. */
function lineOf(figure: LineFigure, look: Look, series: LineSeries, index: number) {
  const { palette, u } = look
  const color = seriesColor(series, look)
  const muted = isMuted(figure, series, index)
  const reference = series.tone === 'reference'
  return {
    id: `${index}-${series.id}`,
    name: series.name,
    type: 'line',
    xAxisIndex: index,
    yAxisIndex: index,
    symbol: 'none',
    silent: true,
    connectNulls: false,
    lineStyle: {
      ...{ color, width: (reference ? 1.4 : 2.2) * u, opacity: muted ? MUTED : 1 },
      ...(reference ? { type: [4 * u, 3 * u] } : {}),
    },
    itemStyle: { color, opacity: muted ? MUTED : 1 },
    z: reference ? 4 : 5,
    data: series.values.map((value, i) => {
      const hollow = series.preliminary.includes(i)
      if (value === null || !(hollow || isAlone(series.values, i))) return value
      const style = hollow
        ? { color: palette.canvas, borderColor: color, borderWidth: 1.8 * u }
        : {}
      return { id: series.id, value, symbol: 'circle', symbolSize: 7 * u, itemStyle: style }
    }),
  }
}

const MUTED = 0.45

/** In small multiples a panel is in focus, in one panel a series; a reference line is never muted. */
function isMuted({ focus, panels }: LineFigure, { id, tone }: LineSeries, index: number): boolean {
  if (focus === null || tone === 'reference') return false
  return panels.length > 1 ? panels[index]?.id !== focus : id !== focus
}

const isAlone = (values: readonly (number | null)[], i: number): boolean =>
  (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null
