import { clusterRevenue } from '../../domain/catalogue/headline.ts'
import { isPresent } from '../../domain/reading.ts'
import type { FigureContext } from '../definition.ts'
import { groupReadings, latestMonth } from '../latest.ts'
import { say } from '../text/words.ts'

export interface Starter {
  readonly text: string
  readonly ids: readonly string[]
}

/** 济南, 青岛, 烟台. */
export const LARGEST_CITIES: readonly string[] = ['370100', '370200', '370600']

/** Comparisons to begin with: the province's three largest cities, and the largest clusters where reported. */
export function startersOf(context: FigureContext): readonly Starter[] {
  const { locale } = context
  const largest = groupReadings(context, clusterRevenue.id, latestMonth(context), 'brain')
    .flatMap(({ id, reading }) => (isPresent(reading) ? [{ id, value: reading.value }] : []))
    .sort((a, b) => b.value - a.value)
    .slice(0, 4)
    .map(({ id }) => id)
  const cities = {
    text: say(locale, '济南、青岛、烟台', 'Jinan, Qingdao, Yantai'),
    ids: LARGEST_CITIES,
  }
  const brains = {
    text: say(locale, '营业收入前四个产业大脑', 'The four largest by revenue'),
    ids: largest,
  }
  return largest.length > 1 ? [brains, cities] : [cities]
}
