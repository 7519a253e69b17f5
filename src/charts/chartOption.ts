import { isSeries, type ChartContext, type ChartFigure } from './chartFigure.ts'
import type { Look } from './look.ts'
import { markOption } from './markOption.ts'
import type { ChartOption } from './option.ts'
import { seriesOption } from './seriesOption.ts'

export { isChart, type ChartContext, type ChartFigure } from './chartFigure.ts'

/** Figure + Look → ECharts option. Pure: the same input gives the same option. */
export const chartOption = (
  figure: ChartFigure,
  look: Look,
  context: ChartContext = {},
): ChartOption =>
  isSeries(figure) ? seriesOption(figure, look) : markOption(figure, look, context)
