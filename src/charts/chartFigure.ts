import type { Figure } from '../figures/figure.ts'
import type { MapGeometry } from './geometry.ts'
import type { MapInset } from './map.ts'

const CHART_KINDS = ['bar', 'area', 'line', 'scatter', 'map', 'flow', 'units'] as const

/** Kinds that are drawn; kpi, timeline, table and absent are laid out as text. */
export type ChartFigure = Extract<Figure, { kind: (typeof CHART_KINDS)[number] }>

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
