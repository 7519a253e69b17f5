import type { Figure } from '../figures/figure.ts'
import { areaOption } from './area.ts'
import { barOption } from './bar.ts'
import { flowOption } from './flow.ts'
import type { MapGeometry } from './geometry.ts'
import { lineOption } from './line.ts'
import type { Look } from './look.ts'
import { mapOption, type MapInset } from './map.ts'
import type { ChartOption } from './option.ts'
import { scatterOption } from './scatter.ts'
import { unitsOption } from './units.ts'

/** Kinds that are drawn by ECharts; kpi, timeline, table and absent are laid out as text. */
export type ChartFigure = Extract<Figure, { kind: (typeof CHART_KINDS)[number] }>

const CHART_KINDS = ['bar', 'area', 'line', 'scatter', 'map', 'flow', 'units'] as const

export const isChart = (figure: Figure): figure is ChartFigure =>
  (CHART_KINDS as readonly string[]).includes(figure.kind)

/** What a chart needs beside the figure: the map's geometry and the focused mark. */
export interface ChartContext {
  readonly geometry?: MapGeometry | null
  /** Id of the focused area or row. */
  readonly focus?: string | null
  /** Room that the page needs around a map. */
  readonly inset?: MapInset
}

/** Figure + Look → ECharts option. Pure: the same input gives the same option. */
export function chartOption(
  figure: ChartFigure,
  look: Look,
  context: ChartContext = {},
): ChartOption {
  switch (figure.kind) {
    case 'bar':
      return barOption(figure, look)
    case 'area':
      return areaOption(figure, look)
    case 'line':
      return lineOption(figure, look)
    case 'scatter':
      return scatterOption(figure, look)
    case 'map':
      return mapOption(figure, look, context.geometry ?? null, context.focus ?? null, context.inset)
    case 'flow':
      return flowOption(figure, look)
    case 'units':
      return unitsOption(figure, look)
  }
}
