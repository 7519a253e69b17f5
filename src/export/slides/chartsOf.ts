import type { Figure } from '../../figures/figure.ts'
import { barChart } from './barChart.ts'
import { lineChart } from './lineChart.ts'
import type { NativeChart } from './nativeChart.ts'
import { areaChart, scatterChart } from './otherCharts.ts'

/** The native charts of a figure; none for kinds that PowerPoint has no chart for. */
export function chartsOf(figure: Figure): NativeChart[] {
  switch (figure.kind) {
    case 'bar':
      return figure.rows.length > 0 ? barChart(figure) : []
    case 'line':
      return figure.panels.length > 0 && figure.periods.length > 0 ? lineChart(figure) : []
    case 'area':
      return areaChart(figure)
    case 'scatter':
      return scatterChart(figure)
    default:
      return []
  }
}
