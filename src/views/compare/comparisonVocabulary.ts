import { CATALOGUE } from '../../domain/catalogue/index.ts'
import type { ComparisonVocabulary } from '../../domain/comparison.ts'
import { CITIES, PROVINCE } from '../../domain/region.ts'
import type { SpaceId } from '../../domain/space.ts'
import { LARGEST_CITIES } from '../../figures/compare/starters.ts'
import type { FigureContext } from '../../figures/definition.ts'
import { timelineEnd } from '../../figures/latest.ts'

const FIRST_MONTH = '2023-01'
const INDICATORS: ReadonlySet<string> = new Set(CATALOGUE.map(({ id }) => id))

/** What stands where the link names nothing: reported figures in demo, public statistics in main. */
const DEFAULTS: Readonly<
  Record<SpaceId, Pick<ComparisonVocabulary, 'ids' | 'indicator' | 'columns'>>
> = {
  demo: {
    ids: LARGEST_CITIES,
    indicator: 'cluster.revenue',
    columns: [
      'cluster.revenue',
      'cluster.profit',
      'compute.racksBuilt',
      'compute.rackUtilisation',
      'platforms.computeScheduled',
      'platforms.dataAggregated',
      'platforms.algorithms',
      'service.firmsServed',
      'innovation.platforms',
      'transformation.coverage',
    ],
  },
  main: {
    ids: [PROVINCE, ...LARGEST_CITIES],
    indicator: 'statistics.valueAddedGrowth',
    columns: [
      'statistics.valueAddedGrowth',
      'statistics.revenue',
      'statistics.profit',
      'statistics.aboveScaleFirms',
      'statistics.electricityGrowth',
      'cluster.revenue',
    ],
  },
}

/** What a link to the comparison may name, and what stands where it names nothing. */
export function comparisonVocabulary(context: FigureContext): ComparisonVocabulary {
  const entities = new Set([PROVINCE, ...CITIES, ...context.cube.brains.map(({ id }) => id)])
  return {
    ...{ entities, indicators: INDICATORS, periods: [FIRST_MONTH, timelineEnd(context)] },
    ...DEFAULTS[context.space],
  }
}
