import type { AreaFigure, ScatterFigure } from '../../figures/figure.ts'
import { axisOf } from './lineChart.ts'
import type { NativeChart } from './nativeChart.ts'
import { ink, POINTS, PRINT, SANS } from './paper.ts'

/** Dark to light from the bottom, as the screen's stack in print. */
const LAYERS = ['0E7275', '5FA8A6', 'B9D9D3', 'DCEBE7']

/** The stack over time; what stands beside it (crest, goals, cited points) is in the table of the notes. */
export function areaChart({ layers, periods }: AreaFigure): NativeChart[] {
  if (layers.length === 0) return []
  return [
    {
      ...{ kind: 'area', title: '' },
      series: layers.map(({ name, values }) => ({ name, labels: periods, values })),
      options: {
        ...{ barGrouping: 'stacked', chartColors: LAYERS, showLegend: true, legendPos: 't' },
        catAxisLabelFrequency: String(Math.max(1, Math.ceil(periods.length / 9))),
        valAxisMinVal: 0,
      },
    },
  ]
}

/** One series a domain over common x values: where a point belongs to another one, there is no value. */
export function scatterChart({ x, y, points, legend }: ScatterFigure): NativeChart[] {
  if (points.length === 0) return []
  const xs = axisOf(points.map((point) => point.x))
  const ys = axisOf(points.map((point) => point.y))
  const labels = points.map(({ label }) => label)
  return [
    {
      ...{ kind: 'scatter', title: '' },
      series: [
        { name: titleOf(x), labels, values: points.map((point) => point.x) },
        ...legend.map(({ tone, name }) => ({
          ...{ name, labels },
          values: points.map((point) => (point.tone === tone ? point.y : null)),
        })),
      ],
      options: {
        ...{ lineSize: 0, lineDataSymbol: 'circle', lineDataSymbolSize: 8 },
        chartColors: legend.map(({ tone }) => ink(PRINT.domain[tone])),
        ...{ showLegend: true, legendPos: 't' },
        ...{ valAxisMinVal: ys.min, valAxisMaxVal: ys.max, valAxisMajorUnit: ys.step },
        ...{ catAxisMinVal: xs.min, catAxisMaxVal: xs.max, catAxisMajorUnit: xs.step },
        catLabelFormatCode: '#,##0.##',
        ...{ showCatAxisTitle: true, catAxisTitle: titleOf(x), ...title('cat') },
        ...{ showValAxisTitle: true, valAxisTitle: titleOf(y), ...title('val') },
      },
    },
  ]
}

const titleOf = ({ title: name, unit }: ScatterFigure['x']): string =>
  unit ? `${name}（${unit}）` : name

const title = (axis: 'cat' | 'val') => ({
  [`${axis}AxisTitleColor`]: ink(PRINT.text2),
  [`${axis}AxisTitleFontFace`]: SANS,
  [`${axis}AxisTitleFontSize`]: POINTS.chart,
})
