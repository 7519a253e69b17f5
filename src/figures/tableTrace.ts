import { indicatorOf } from '../domain/catalogue/index.ts'
import type { TraceLink } from '../domain/traceTarget.ts'
import type { Figure } from './figure.ts'
import type { LineFigure } from './kinds/lineFigure.ts'

/**
 * What a printed cell of a figure's table (see tableOf) is traced by; null where it is no single number of
 * one indicator, entity and month: sums of some, medians, counts, absent values.
 */
export function cellTrace(figure: Figure, row: number, column: number): TraceLink | null {
  const indicators = figure.indicators ?? []
  switch (figure.kind) {
    case 'bar': {
      const of = figure.rows[row]
      if (!of || column !== 1 || indicators.length !== 1) return null
      return traceOf(figure, indicators[0], of.sum ? sumEntity(figure, of.id) : of.id)
    }
    case 'map': {
      const area = [...figure.areas, ...(figure.beside ?? [])][row]
      const isValue = column === 1 && area?.value.value != null
      return isValue ? traceOf(figure, figure.indicator, area.id) : null
    }
    case 'scatter':
      return column > 0
        ? traceOf(figure, indicators[column - 1], figure.points[row]?.id ?? null)
        : null
    case 'table':
      return figure.columns[column]?.id === 'value' ? (figure.traces?.[row] ?? null) : null
    case 'line':
      return indicators.length === 1 ? lineTrace(figure, indicators[0], row, column) : null
    default:
      return null
  }
}

/** The total of a whole figure; the rest of it has no name. */
const sumEntity = ({ traced }: Figure, id: string): string | null =>
  id === 'total' ? (traced ?? null) : null

function lineTrace(figure: LineFigure, indicator: string | undefined, row: number, column: number) {
  const series = figure.panels.flatMap((panel) => panel.series)[column - 1]
  const value = series?.values[row] ?? null
  if (!series || value === null || series.tone === 'reference') return null
  const entity = series.id === 'all' ? (figure.traced ?? null) : series.id
  return traceOf(figure, indicator, entity, figure.periods[row])
}

/** Months alone: the last one of the figure where none is given. */
function traceOf(
  { asOf }: Figure,
  indicator: string | undefined,
  entity: string | null,
  period: string | undefined = asOf?.slice(0, 7),
): TraceLink | null {
  if (!indicator || !entity || !period) return null
  return indicatorOf(indicator)?.cadence === 'month' ? { indicator, entity, period } : null
}
