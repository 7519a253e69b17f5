import type { Cube } from '../cube.ts'
import type { Indicator } from '../indicator.ts'
import { runQuery, type Measure } from '../query.ts'
import { absent, type Reading } from '../reading.ts'
import type { ScoredItem, ScoredMeasure } from './scoreCard.ts'

/** How the measure of an item is asked for: the change of a rate is in percentage points. */
export const measureOf = (measure: ScoredMeasure, { kind }: Pick<Indicator, 'kind'>): Measure =>
  measure !== 'yoy' ? 'value' : kind === 'rate' ? 'pointChange' : 'yearOnYear'

/**
 * What an item reads of each brain in the periods at a position: exactly that month's value, nothing carried from another. Absent
 * with its reason where nobody reported it.
 */
export function itemReadings(
  cube: Cube,
  { indicator, measure }: ScoredItem,
  brains: readonly string[],
  periods: readonly string[],
): (brain: string, at?: number) => Reading {
  const asked = cube.indicators.get(indicator)
  if (!asked) return () => absent('unknownIndicator')
  const result = runQuery(cube, {
    ...{ indicator, groupBy: 'brain', periods, measure: measureOf(measure, asked) },
    ...(brains.length < cube.brains.length && { scope: { brains } }),
  })
  const at = new Map(result.groups.map(({ id }, i) => [id, i]))
  return (brain, period = 0) => {
    const group = at.get(brain)
    return group === undefined ? absent('notReported') : result.reading(group, period)
  }
}
