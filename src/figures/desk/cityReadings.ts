import type { Indicator } from '../../domain/indicator.ts'
import { comparePeriods, periodEnd } from '../../domain/period.ts'
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

/** Statistics have cadences of their own: the latest published period that ends by the chosen month. */
function regionAsker({ cube, period }: DeskContext, { id }: Indicator) {
  const periods = cube.slices.get(id)?.periods ?? []
  const end = periodEnd(period)
  const latest = periods.findLast((own) => periodEnd(own) <= end && hasCity(cube, id, own))
  return (measure: Measure): QueryResult =>
    runQuery(cube, {
      ...{ indicator: id, measure, groupBy: 'region' },
      ...{ scope: { cities: CITIES }, periods: [latest ?? period] },
    })
}

function hasCity(cube: DeskContext['cube'], id: string, period: string): boolean {
  const slice = cube.slices.get(id)
  if (!slice) return false
  const column = slice.periods.findIndex((own) => comparePeriods(own, period) === 0)
  return slice.entities.some(
    (entity, row) =>
      CITIES.includes(entity) && slice.absence[row * slice.periods.length + column] === 0,
  )
}
