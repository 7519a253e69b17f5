import type { Indicator } from '../../domain/indicator.ts'
import { runQuery, type GroupBy, type Measure, type Scope } from '../../domain/query.ts'
import { absent, type Reading } from '../../domain/reading.ts'
import { cityName, PROVINCE, regionOf } from '../../domain/region.ts'
import type { FigureContext } from '../definition.ts'
import { latestMonth, withEarly } from '../latest.ts'

/** Name of a brain, a city or the province. */
export function entityName({ cube, locale }: FigureContext, id: string): string {
  return cube.byId.get(id)?.name ?? cityName(id, locale, { short: id !== PROVINCE })
}

export const isRegion = (id: string): boolean => regionOf(id) !== undefined

/**
 * Where the readings of an entity come from: a brain's own; a city's or the province's total of its
 * brains; for public statistics those of the region itself. Null where there can be none.
 */
function groupOf({ reportedFrom }: Indicator, id: string): { by: GroupBy; scope: Scope } | null {
  const region = regionOf(id)
  if (!region) return reportedFrom === 'region' ? null : { by: 'brain', scope: { brains: [id] } }
  if (reportedFrom === 'region') return { by: 'region', scope: { cities: [id] } }
  return id === PROVINCE ? { by: 'all', scope: {} } : { by: 'city', scope: { cities: [id] } }
}

/**
 * Readings of one entity over periods. A month that is not due yet has no total: a few early reports say
 * nothing about a region.
 */
export function readEntity(
  context: FigureContext,
  indicator: Indicator,
  id: string,
  periods: readonly string[],
  measure: Measure,
  base?: string,
): readonly Reading[] {
  const group = groupOf(indicator, id)
  if (!group) return periods.map(() => absent('notApplicable'))
  const isTotal = indicator.reportedFrom !== 'region' && isRegion(id)
  const result = runQuery(context.cube, {
    indicator: indicator.id,
    groupBy: group.by,
    scope: group.scope,
    periods,
    measure,
    ...(base === undefined ? {} : { base }),
  })
  const due = latestMonth(context)
  const shown = withEarly(due, result)
  return periods.map((period, p) => {
    if (result.groups.length === 0) return absent('notApplicable')
    const reading = shown.reading(0, p)
    const isOpen = isTotal && indicator.cadence === 'month' && period > due
    return isOpen ? absent('notDue', reading.expected) : reading
  })
}
