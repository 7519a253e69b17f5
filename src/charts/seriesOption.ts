import type { SeriesFigure } from './chartFigure.ts'
import { lineOption } from './line.ts'
import type { Look } from './look.ts'
import type { ChartOption } from './option.ts'
import { scatterOption } from './scatter.ts'

/** Figure + Look → option, for the kinds with series on axes. */
export const seriesOption = (figure: SeriesFigure, look: Look): ChartOption =>
  figure.kind === 'line' ? lineOption(figure, look) : scatterOption(figure, look)
