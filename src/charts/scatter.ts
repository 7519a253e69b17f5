import type { ScatterFigure } from '../figures/figure.ts'
import type { Look } from './look.ts'
import type { ChartOption } from './option.ts'

/** Two indicators against each other. */
export const scatterOption = (_figure: ScatterFigure, _look: Look): ChartOption => ({
  animation: false,
  graphic: { elements: [] },
})
