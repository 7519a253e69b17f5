import { scaleOf } from '../../../charts/line.ts'
import type { LineFigure, LinePanel } from '../../../figures/kinds/lineFigure.ts'
import { formatNumber } from '../../../figures/text/number.ts'
import { say } from '../../../figures/text/words.ts'
import { plainText } from '../../plainText.ts'
import { shortened } from '../../picture/lineBreak.ts'
import type { CategoryChart, Scale, Series } from '../chart/nativeChart.ts'
import { decimalsOf } from '../chart/references.ts'
import { INCH, ink, POINTS, PRINT, type Box } from '../paper.ts'
import { inches, lineHeight, partOf, type ChartPlan, type OverWords } from './chartPlan.ts'
import { endLabels, endRoom } from './endLabels.ts'
import { eventMarks } from './eventMarks.ts'
import { panelSeries } from './lineSeries.ts'
import { everyOf } from './timeAxis.ts'

/** Up to so many plots stand on one slide; of more, all lines share one. */
const MOST_PANELS = 9
/** Lines of one chart at most: Office takes no more than 255. */
const MOST_LINES = 255
const GAP = 0.22

/** Readings over time: one plot with names at the ends of its lines, or several with the same axis. */
export function linePlans(figure: LineFigure, box: Box): ChartPlan[][] {
  const { panels } = figure
  if (panels.length === 1 && panels[0]) return [[onePlan(figure, panels[0], box)]]
  if (panels.length <= MOST_PANELS) return [manyPlans(figure, box)]
  const joined = panels.flatMap(({ title, series }) =>
    series.map((one) => ({ ...one, name: [title, one.name].filter(Boolean).join(' ') })),
  )
  return Array.from({ length: Math.ceil(joined.length / MOST_LINES) }, (_, i) => {
    const series = joined.slice(i * MOST_LINES, (i + 1) * MOST_LINES)
    const panel = { id: 'all', title: '', series, band: null, targets: [], events: [] }
    return [onePlan({ ...figure, panels: [panel] }, panel, box, scaleOf(figure))]
  })
}

/** One plot over the whole box: names at the line ends, words of events and the key above. */
function onePlan(
  figure: LineFigure,
  panel: LinePanel,
  box: Box,
  scale: Scale = scaleOf(figure),
): ChartPlan {
  const key = keyWords(figure, panel, box)
  const head = 0.12 + (key ? 0.28 : 0) + (panel.events.length > 0 ? 0.28 : 0)
  const plot = plotOf(box, scale, head, endRoom(panel, figure, box.w))
  const series = panelSeries(figure, panel, 0)
  const events = eventMarks(figure, panel, plot)
  return {
    box,
    chart: {
      ...chartOf(figure, series, scale, plot, box, POINTS.label),
      series: endLabels(series, panel, figure, { plot, box, scale }),
    },
    lines: events.lines,
    words: [...(key ? [key] : []), ...events.words],
    table: null,
  }
}

/** Several plots in rows of cells of about three to two, with one range for all. */
function manyPlans(figure: LineFigure, box: Box): ChartPlan[] {
  const { panels } = figure
  const scale = scaleOf(figure)
  const { length } = panels
  const columns = Math.min(
    length,
    Math.max(1, Math.round(Math.sqrt((length * box.w) / (box.h * 1.5)))),
  )
  const rows = Math.ceil(length / columns)
  const key = figure.partialNote ? 0.26 : 0
  const [w, h] = [
    (box.w - GAP * (columns - 1)) / columns,
    (box.h - key - GAP * 0.6 * (rows - 1)) / rows,
  ]
  const single = panels.every(({ series }) => series.length <= 1)
  const room = single ? 0.2 : Math.max(...panels.map((panel) => endRoom(panel, figure, w)))
  return panels.map((panel, i): ChartPlan => {
    const cell = {
      ...{ x: box.x + (i % columns) * (w + GAP), w, h },
      y: box.y + key + Math.floor(i / columns) * (h + GAP * 0.6),
    }
    const plot = plotOf(cell, scale, 0.34, room)
    const series = panelSeries(figure, panel, i)
    return {
      box: cell,
      chart: {
        ...chartOf(figure, series, scale, plot, cell, POINTS.least),
        title: shortened(titleOf(panel, single), w * INCH, POINTS.label, 600),
        series: single ? series : endLabels(series, panel, figure, { plot, box: cell, scale }),
      },
      lines: [],
      words: i === 0 && key ? [partialKey(figure, box)] : [],
      table: null,
    }
  })
}

/** The name of a plot, with the last value of its only line. */
const titleOf = ({ title, series }: LinePanel, isSingle: boolean): string =>
  plainText([title, isSingle ? (series[0]?.endText ?? '') : ''].filter(Boolean).join('　'))

const valueText = (value: number, { step }: Scale): string => formatNumber(value, decimalsOf(step))

/** The plot in a cell: room for the values left, periods below, names at the right. */
function plotOf(cell: Box, scale: Scale, head: number, right: number): Box {
  const size = POINTS.label
  const left =
    Math.max(...[scale.min, scale.max].map((one) => inches(valueText(one, scale), size))) + 0.16
  const below = lineHeight(size) + 0.12
  return {
    ...{ x: cell.x + left, y: cell.y + head },
    ...{ w: Math.max(0.4, cell.w - left - right), h: Math.max(0.4, cell.h - head - below) },
  }
}

function chartOf(
  { periods, locale }: LineFigure,
  series: readonly Series[],
  scale: Scale,
  plot: Box,
  box: Box,
  size: number,
): CategoryChart {
  const type = { size, color: ink(PRINT.text3) }
  return {
    ...{ kind: 'categories', title: '', isTurned: false, gap: 60, legend: null, series },
    heading: say(locale, '期', 'Period'),
    categories: periods,
    plot: partOf(plot, box),
    categoryType: type,
    every: everyOf(periods, plot.w, size),
    axis: { scale, title: '', type, isShown: true },
  }
}

/** What dashes and grey lines mean, above the plot. */
function keyWords(figure: LineFigure, panel: LinePanel, box: Box): OverWords | null {
  const { locale, partialNote = '' } = figure
  const hollow = panel.series.some(({ preliminary }) => preliminary.length > 0)
  const text = [
    panel.band ? say(locale, `灰线：${panel.band.name}`, `Grey lines: ${panel.band.name}`) : '',
    partialNote,
    hollow ? say(locale, '空心点：初步', 'Hollow points: preliminary') : '',
  ]
    .filter(Boolean)
    .join('　')
  if (!text) return null
  return { ...partialKey(figure, box), text: shortened(text, box.w * INCH, POINTS.least) }
}

const partialKey = ({ partialNote = '' }: LineFigure, box: Box): OverWords => ({
  ...{ text: partialNote, x: box.x, y: box.y + 0.12, align: 'left', size: POINTS.least },
  color: ink(PRINT.text3),
})
