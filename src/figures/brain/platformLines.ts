import type { Indicator } from '../../domain/indicator.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import {
  PLATFORM_COLUMNS,
  WAREHOUSE_COLUMNS,
  type PlatformColumn,
} from '../platforms/platformColumns.ts'
import { columnScale } from '../text/number.ts'
import { historyOf, lastReading } from './history.ts'
import { printValue } from './indicatorRow.ts'
import { domainScope, standingOf } from './standing.ts'

/** One platform or warehouse of a brain beside the median of its domain. */
export interface PlatformLine {
  readonly indicator: string
  readonly name: string
  readonly text: string
  readonly unit: string
  readonly period: string
  /** Own value and median on one bar, 0–1. */
  readonly value: number
  readonly median: number | null
  readonly medianText: string
  readonly rank: string
}

export const platformLines = (context: FigureContext, brain: string): readonly PlatformLine[] =>
  linesOf(context, brain, PLATFORM_COLUMNS)

export const warehouseLines = (context: FigureContext, brain: string): readonly PlatformLine[] =>
  linesOf(context, brain, WAREHOUSE_COLUMNS)

const linesOf = (
  context: FigureContext,
  brain: string,
  columns: readonly PlatformColumn[],
): PlatformLine[] =>
  columns.flatMap(({ name, indicator }) =>
    lineOf(context, brain, indicator, textOf(name, context.locale)),
  )

/** Nothing where the brain has no value in a year. */
function lineOf(
  context: FigureContext,
  brain: string,
  indicator: Indicator,
  name: string,
): PlatformLine[] {
  const last = lastReading(historyOf(context, indicator, brain))
  if (!last) return []
  const scope = domainScope(context, brain)
  const standing = scope && standingOf(context, indicator, brain, last.period, scope)
  const median = standing?.median ?? null
  const full = Math.max(last.value, median ?? 0) || 1
  return [
    {
      ...{ indicator: indicator.id, name, period: last.period },
      text: printValue(context, indicator, last.value),
      unit: columnScale(indicator.unit, context.locale).unit,
      value: last.value / full,
      median: median === null ? null : median / full,
      medianText: median === null ? '—' : printValue(context, indicator, median),
      rank: standing?.rank ? `${standing.rank}/${standing.of}` : '—',
    },
  ]
}
