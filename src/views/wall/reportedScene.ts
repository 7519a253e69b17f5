import { assessment } from '../../figures/assessment.ts'
import { buildOutFigure } from '../../figures/buildOutFigure.ts'
import { cityMap, MAP_INDICATORS } from '../../figures/cityMap.ts'
import { domainRevenue } from '../../figures/domainRevenue.ts'
import { clusterRevenue } from '../../figures/kpi/clusterRevenue.ts'
import { countedBrains } from '../../figures/kpi/countedBrains.ts'
import { firmsServed } from '../../figures/kpi/firmsServed.ts'
import { platforms } from '../../figures/kpi/platforms.ts'
import { racksInUse } from '../../figures/kpi/racksInUse.ts'
import { reportingRate } from '../../figures/kpi/reportingRate.ts'
import { lifecycleFlow } from '../../figures/lifecycleFlow.ts'
import { rackCapacity } from '../../figures/rackCapacity.ts'
import { recentChanges } from '../../figures/recentChanges.ts'
import type { Scene } from './scene.ts'

const at = (index: number) => platforms.slice(index, index + 1)

/** The overview from what brains report. */
export const reportedScene: Scene = {
  kpis: [[countedBrains], [clusterRevenue], [racksInUse], [firmsServed], [reportingRate]],
  maps: MAP_INDICATORS.map(({ indicator, breaks }) => [cityMap(indicator, breaks)]),
  areas: {
    traj: [buildOutFigure],
    dom: [domainRevenue],
    rack: [rackCapacity],
    flow: [lifecycleFlow],
    assess: [assessment],
    news: [recentChanges],
    plat1: at(0),
    plat2: at(1),
    plat3: at(2),
    plat4: at(3),
  },
}
