import { niceRange } from '../../charts/axis.ts'
import { scaleOf } from '../../charts/line.ts'
import { makeLook } from '../../charts/look.ts'
import { seriesColor } from '../../charts/linePanels.ts'
import type { LineFigure, LinePanel, LineSeries } from '../../figures/figure.ts'
import { say } from '../../figures/text/words.ts'
import type { ChartSeries, NativeChart } from './nativeChart.ts'
import { ink, PRINT } from './paper.ts'

const LOOK = makeLook('print', { width: 1, height: 1, u: 1 })

/** Up to so many plots stand on one slide; of more, all lines share one. */
const MOST_PANELS = 9

interface Line extends ChartSeries {
  readonly color: string
}

/** One chart a plot, all with the same axis; absent values are gaps, never zero. */
export function lineChart(figure: LineFigure): NativeChart[] {
  const { panels, periods } = figure
  const { min, max, step } = scaleOf(figure)
  const many = panels.length > 1
  const shared = panels.length > MOST_PANELS
  const labels = many && !shared ? 3 : 9
  const axis = {
    ...{ valAxisMinVal: min, valAxisMaxVal: max, valAxisMajorUnit: step },
    ...{ catAxisLabelFrequency: String(Math.max(1, Math.ceil(periods.length / labels))) },
  }
  const plots = shared ? [joined(figure)] : panels.map((panel) => linesOf(figure, panel))
  return plots.map((lines, i): NativeChart => {
    const alone = lines.some(({ values }) => values.some((_, at) => isAlone(values, at)))
    return {
      ...{ kind: 'line', series: lines },
      title: many && !shared ? (panels[i]?.title ?? '') : '',
      options: {
        ...axis,
        chartColors: lines.map(({ color }) => color),
        ...{ lineSize: 2.2, lineDataSymbol: alone ? 'circle' : 'none', lineDataSymbolSize: 5 },
        ...{ showLegend: lines.length > 1 || !many, legendPos: 't' },
        ...(many && !shared ? { catAxisLabelFontSize: 8, valAxisLabelFontSize: 8 } : {}),
      },
    }
  })
}

const isAlone = (values: readonly (number | null)[], at: number): boolean =>
  values[at] !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null

const lineOf = ({ periods }: LineFigure, series: LineSeries, name: string): Line => ({
  ...{ name, labels: periods, values: series.values },
  color: ink(seriesColor(series, LOOK)),
})

/** The lines of one plot, then the ends of the band, then targets as level lines in gold. */
function linesOf(figure: LineFigure, { series, band, targets }: LinePanel): Line[] {
  const { periods, locale } = figure
  const grey = ink(PRINT.lineStrong)
  return [
    ...series.map((one) => lineOf(figure, one, one.name)),
    ...(band
      ? [
          {
            ...{ name: `${band.name} ${say(locale, '下限', 'low')}`, labels: periods },
            ...{ values: band.low, color: grey },
          },
          {
            ...{ name: `${band.name} ${say(locale, '上限', 'high')}`, labels: periods },
            ...{ values: band.high, color: grey },
          },
        ]
      : []),
    ...targets.map(({ value, label }) => ({
      ...{ name: label, labels: periods, color: ink(PRINT.gold) },
      values: periods.map(() => value),
    })),
  ]
}

const joined = (figure: LineFigure): Line[] =>
  figure.panels.flatMap(({ title, series }) =>
    series.map((one) => lineOf(figure, one, [title, one.name].filter(Boolean).join(' '))),
  )

/** Round ends of an axis for values. */
export const axisOf = (values: readonly number[]) => {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const { min, max, step } = niceRange(low > 0 && low < high * 0.5 ? 0 : low, high)
  return { min, max, step }
}
