import type { Indicator } from '../../domain/indicator.ts'
import { periodEnd } from '../../domain/period.ts'
import { runQuery, type Measure, type QueryResult } from '../../domain/query.ts'
import { absent, isPresent, type Reading } from '../../domain/reading.ts'
import { CITIES } from '../../domain/region.ts'
import { ask, changeMeasure } from './ask.ts'
import type { DeskContext } from './context.ts'

/** One city: its reading, place among the cities, change on the year and number of selected brains. */
export interface CityReading {
  readonly id: string
  readonly reading: Reading
  readonly rank: number | null
  readonly change: { readonly measure: Measure; readonly reading: Reading | null }
  /** Null for a statistic of the city itself. */
  readonly brains: number | null
}

/** All sixteen cities: sums of the selected brains, or the city's own published figure. */
export function cityReadings(
  context: DeskContext,
  indicator: Indicator,
  measure: Measure,
): CityReading[] {
  const own = indicator.reportedFrom === 'region'
  const read = own ? regionAsker(context, indicator) : brainAsker(context, indicator)
  const change = changeMeasure(indicator)
  const [values, ranks, changes] = [read(measure), read('rank'), read(change)].map(byCity)
  const counts = new Map<string, number>()
  if (!own) for (const { city } of context.brains) counts.set(city, (counts.get(city) ?? 0) + 1)
  return CITIES.map((id) => {
    const rank = ranks?.get(id)
    return {
      id,
      reading: values?.get(id) ?? absent(own ? 'notPublic' : 'notApplicable'),
      rank: rank && isPresent(rank) ? rank.value : null,
      change: { measure: change, reading: changes?.get(id) ?? null },
      brains: own ? null : (counts.get(id) ?? 0),
    }
  })
}

const byCity = ({ groups, reading }: QueryResult): ReadonlyMap<string, Reading> =>
  new Map(groups.map(({ id }, g) => [id, reading(g, 0)]))

const brainAsker =
  (context: DeskContext, { id }: Indicator) =>
  (measure: Measure): QueryResult =>
    ask(context, { indicator: id, measure, groupBy: 'city' })

/**
 * The month that is printed, or of a statistic, which has a cadence of its own, the latest period with a
 * published city that ends by that month.
 */
export function cityPeriod({ cube, period }: DeskContext, { id, reportedFrom }: Indicator): string {
  if (reportedFrom !== 'region') return period
  const periods = cube.slices.get(id)?.periods ?? []
  const end = periodEnd(period)
  return periods.findLast((own) => periodEnd(own) <= end && hasCity(cube, id, own)) ?? period
}

const regionAsker =
  (context: DeskContext, indicator: Indicator) =>
  (measure: Measure): QueryResult =>
    runQuery(context.cube, {
      ...{ indicator: indicator.id, measure, groupBy: 'region' },
      ...{ scope: { cities: CITIES }, periods: [cityPeriod(context, indicator)] },
    })

function hasCity(cube: DeskContext['cube'], id: string, period: string): boolean {
  const slice = cube.slices.get(id)
  if (!slice) return false
  const column = slice.periods.indexOf(period)
  return slice.entities.some(
    (entity, row) =>
      CITIES.includes(entity) && slice.absence[row * slice.periods.length + column] === 0,
  )
}
