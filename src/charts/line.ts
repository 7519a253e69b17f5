import type { LineFigure } from '../figures/figure.ts'
import type { Look } from './look.ts'
import type { ChartOption } from './option.ts'

/** Readings over time, one panel or many. */
export const lineOption = (_figure: LineFigure, _look: Look): ChartOption => ({
  animation: false,
  graphic: { elements: [] },
})
