import { REPORTED_INDICATORS } from '../../domain/catalogue/index.ts'
import { INDICATOR_GROUPS, type IndicatorGroup } from '../../domain/indicator.ts'
import type { Slice } from '../../domain/slice.ts'
import type { FigureContext } from '../definition.ts'
import { lastKnownMonth } from '../latest.ts'
import { indicatorRow, type IndicatorRow } from './indicatorRow.ts'

export interface IndicatorGroupRows {
  readonly group: IndicatorGroup
  readonly rows: readonly IndicatorRow[]
}

const IDS = REPORTED_INDICATORS.map(({ id }) => id)

interface Kept {
  readonly slice: Slice | undefined
  readonly row: IndicatorRow
}

/**
 * The profile's table of one brain: every reported indicator by group. The function keeps the rows of the
 * former call, so that an update of one indicator makes one row.
 */
export function brainIndicators(): (
  context: FigureContext,
  brain: string,
) => readonly IndicatorGroupRows[] {
  let kept = new Map<string, Kept>()
  let frame: readonly unknown[] = []
  return (context, brain) => {
    const end = lastKnownMonth(context, IDS, new Set([brain]))
    const next = [context.locale, context.today, context.states, brain, end]
    if (next.some((part, i) => part !== frame[i])) kept = new Map()
    frame = next
    return INDICATOR_GROUPS.flatMap((group) => {
      const rows = REPORTED_INDICATORS.filter((indicator) => indicator.group === group).map(
        (indicator) => {
          const slice = context.cube.slices.get(indicator.id)
          const known = kept.get(indicator.id)
          if (known?.slice === slice && known) return known.row
          const row = indicatorRow(context, brain, indicator, end)
          kept.set(indicator.id, { slice, row })
          return row
        },
      )
      return rows.length > 0 ? [{ group, rows }] : []
    })
  }
}
