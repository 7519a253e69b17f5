import { textOf } from '../../domain/text.ts'
import type { TraceLink } from '../../domain/traceTarget.ts'
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
  readonly group: 'platform' | 'warehouse'
  readonly name: string
  readonly text: string
  readonly unit: string
  readonly trace: TraceLink
  /** Own value and median on one bar, 0–1. */
  readonly value: number
  readonly median: number | null
  readonly medianText: string
  readonly rank: string
  /** Other brains of the domain with a value in the period. */
  readonly others: number
}

/** Those of which the brain has a value in the year: platforms first, then warehouses. */
export const platformLines = (context: FigureContext, brain: string): readonly PlatformLine[] => [
  ...PLATFORM_COLUMNS.flatMap((column) => lineOf(context, brain, 'platform', column)),
  ...WAREHOUSE_COLUMNS.flatMap((column) => lineOf(context, brain, 'warehouse', column)),
]

function lineOf(
  context: FigureContext,
  brain: string,
  group: PlatformLine['group'],
  { indicator, name }: PlatformColumn,
): PlatformLine[] {
  const last = lastReading(historyOf(context, indicator, brain))
  if (!last) return []
  const scope = domainScope(context, brain)
  const standing = scope && standingOf(context, indicator, brain, last.period, scope)
  const median = standing?.median ?? null
  const full = Math.max(last.value, median ?? 0) || 1
  return [
    {
      ...{ group, name: textOf(name, context.locale) },
      trace: { indicator: indicator.id, entity: brain, period: last.period },
      text: printValue(context, indicator, last.value),
      unit: columnScale(indicator.unit, context.locale).unit,
      value: last.value / full,
      median: median === null ? null : median / full,
      medianText: median === null ? '—' : printValue(context, indicator, median),
      rank: standing?.rank ? `${standing.rank}/${standing.of}` : '—',
      others: standing ? standing.of - 1 : 0,
    },
  ]
}
