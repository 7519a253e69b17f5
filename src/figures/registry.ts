import { assessment } from './assessment.ts'
import { reportingStatus } from './board/reportingStatus.ts'
import { buildOutFigure } from './buildOutFigure.ts'
import { cityMap, MAP_INDICATORS } from './cityMap.ts'
import type { FigureDefinition } from './definition.ts'
import { domainRevenue } from './domainRevenue.ts'
import { clusterRevenue } from './kpi/clusterRevenue.ts'
import { countedBrains } from './kpi/countedBrains.ts'
import { firmsServed } from './kpi/firmsServed.ts'
import { platforms } from './kpi/platforms.ts'
import { racksInUse } from './kpi/racksInUse.ts'
import { reportingRate } from './kpi/reportingRate.ts'
import { lifecycleFlow } from './lifecycleFlow.ts'
import { citedBuildOut } from './public/citedBuildOut.ts'
import { citedKpis, namedBrains } from './public/citedKpi.ts'
import { citedTimeline } from './public/citedTimeline.ts'
import { gaps, onboarding } from './public/gaps.ts'
import { publicMap } from './public/publicMap.ts'
import { cityStatistics, provinceStatistics } from './public/statisticsTable.ts'
import { rackCapacity } from './rackCapacity.ts'
import { recentChanges } from './recentChanges.ts'

/** Every figure of the product. To add one: a file, a line here and a scenario in its test. */
export const FIGURES: readonly FigureDefinition[] = [
  countedBrains,
  clusterRevenue,
  racksInUse,
  firmsServed,
  reportingRate,
  reportingStatus,
  ...platforms,
  ...MAP_INDICATORS.map(({ indicator, breaks }) => cityMap(indicator, breaks)),
  buildOutFigure,
  domainRevenue,
  rackCapacity,
  lifecycleFlow,
  assessment,
  recentChanges,
  ...citedKpis,
  namedBrains,
  publicMap,
  citedBuildOut,
  provinceStatistics,
  cityStatistics,
  gaps,
  onboarding,
  citedTimeline,
]
