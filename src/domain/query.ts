import type { Cube } from './cube.ts'
import type { Indicator } from './indicator.ts'
import { UNKNOWN_INDICATOR } from './measure/codes.ts'
import { emptyGrid, readingAt } from './measure/grid.ts'
import type { Group } from './measure/group.ts'
import { measured } from './measure/measured.ts'
import { groupsFor } from './measure/prepared.ts'
import type { Query } from './measure/question.ts'
import type { Reading } from './reading.ts'

export type { Cube } from './cube.ts'
export type { Group, GroupBy, Scope } from './measure/group.ts'
export type { Measure, Query } from './measure/question.ts'

/** Groups × periods of readings. Order of groups: by id for brains and regions, DOMAIN_IDS for domains. */
export interface QueryResult {
  readonly query: Query
  readonly indicator: Indicator
  readonly groups: readonly Group[]
  readonly periods: readonly string[]
  readonly reading: (group: number, period: number) => Reading
}

/**
 * Answers a query from the cube alone. Never throws on content: an unknown indicator, a measure that the
 * indicator's kind does not allow, or a period of another cadence gives absent readings with that reason.
 * Readings are made on access; the arithmetic behind them is done once, linear in members × periods.
 *
 * - A change of a rate is in percentage points only; 同比, 环比 and index of a rate are `notApplicable`.
 * - 同比, 环比, index and contribution of a total compare like with like: members with both periods.
 * - A total covers `covered` of the `expected` members that should have reported (see measure/frame.ts).
 * - Around 1—2月 a flow has no single month: `mergedJanuary` (single in 1, 2; 环比 in 1, 2, 3).
 * - Regions are shared out and ranked among regions of their own level.
 */
export function runQuery(cube: Cube, query: Query): QueryResult {
  const { groupBy, scope } = query
  const groups = groupsFor(cube, groupBy, scope)
  const known = cube.indicators.get(query.indicator)
  const indicator = known ?? placeholder(query.indicator)
  const grid = known
    ? measured({ cube, query, indicator, groups })
    : emptyGrid(groups.length, query.periods.length, UNKNOWN_INDICATOR)
  return {
    query,
    indicator,
    groups,
    periods: query.periods,
    reading: (group, period) => readingAt(grid, group * grid.width + period),
  }
}

/** Stands for an indicator that the cube does not know, so that a result can still be drawn. */
const placeholder = (id: string): Indicator => ({
  id,
  group: 'statistics',
  name: { zh: id, en: id },
  unit: 'ratio',
  definition: { zh: '', en: '' },
  kind: 'stock',
  aggregation: { how: 'none' },
  overlaps: false,
  direction: 'neutral',
  cadence: 'month',
  reportedFrom: 'region',
  basis: 'ours',
  sources: [],
  decimals: 2,
})
