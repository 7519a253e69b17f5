import {
  platformsAlgorithms,
  platformsComputeScheduled,
  platformsDataAggregated,
  platformsServices,
} from '../../domain/catalogue/headline.ts'
import type { Indicator } from '../../domain/indicator.ts'
import type { LocalText } from '../../domain/text.ts'
import { isPresent } from '../../domain/reading.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { groupReadings } from '../latest.ts'
import { reportedKpi, yearOnYearText } from './reportedKpi.ts'

/** One of the four platforms: its total and how many brains have it online. */
const platform = (id: string, name: LocalText, indicator: Indicator): FigureDefinition =>
  reportedKpi({
    id,
    name,
    indicator,
    meta: (context, period) => {
      const { online, all } = onlineOf(context, indicator, period)
      return `${online}/${all}`
    },
    comparison: (context, period) => yearOnYearText(context, indicator, period),
    share: (total) =>
      isPresent(total) && total.expected > 0 ? total.covered / total.expected : null,
  })

/** A platform is online where its figure is above zero. */
function onlineOf(context: FigureContext, indicator: Indicator, period: string) {
  const brains = groupReadings(context, indicator.id, period, 'brain').filter(
    ({ reading }) => reading.expected > 0,
  )
  const online = brains.filter(({ reading }) => isPresent(reading) && reading.value > 0).length
  return { online, all: brains.length }
}

/** The four platforms of the programme, in the order of its notices; English names short enough for one line. */
export const platforms: readonly FigureDefinition[] = [
  platform('platform-compute', { zh: '算力调度', en: 'Compute' }, platformsComputeScheduled),
  platform('platform-data', { zh: '数据汇聚', en: 'Data' }, platformsDataAggregated),
  platform('platform-algorithms', { zh: '算法开发', en: 'Algorithms' }, platformsAlgorithms),
  platform('platform-services', { zh: '服务开放', en: 'Services' }, platformsServices),
]
