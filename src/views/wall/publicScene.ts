import { citedBuildOut } from '../../figures/public/citedBuildOut.ts'
import { citedKpis, namedBrains } from '../../figures/public/citedKpi.ts'
import { citedTimeline } from '../../figures/public/citedTimeline.ts'
import { gaps, onboarding } from '../../figures/public/gaps.ts'
import { publicMap } from '../../figures/public/publicMap.ts'
import { cityStatistics, provinceStatistics } from '../../figures/public/statisticsTable.ts'
import type { FigureDefinition } from '../../figures/definition.ts'
import { reportedScene } from './reportedScene.ts'
import type { Scene } from './scene.ts'

const [pilots, pool, press, served] = citedKpis
const orPublic = (
  candidates: readonly FigureDefinition[] | undefined,
  ...fallbacks: readonly (FigureDefinition | undefined)[]
): readonly FigureDefinition[] => [
  ...(candidates ?? []),
  ...fallbacks.flatMap((figure) => figure ?? []),
]

/**
 * The overview of the main space: what brains report where they do, else the public facts of that
 * subject with their sources, and what is not public.
 */
export const publicScene: Scene = {
  kpis: [
    orPublic(reportedScene.kpis[0], pilots),
    orPublic(reportedScene.kpis[1], pool),
    orPublic(reportedScene.kpis[2], press),
    orPublic(reportedScene.kpis[3], served),
    orPublic(reportedScene.kpis[4], namedBrains),
  ],
  maps: [orPublic(reportedScene.maps[0], publicMap)],
  areas: {
    ...reportedScene.areas,
    traj: orPublic(reportedScene.areas.traj, citedBuildOut),
    dom: orPublic(reportedScene.areas.dom, provinceStatistics),
    rack: orPublic(reportedScene.areas.rack, cityStatistics),
    flow: orPublic(reportedScene.areas.flow, gaps),
    assess: orPublic(reportedScene.areas.assess, onboarding),
    news: orPublic(reportedScene.areas.news, citedTimeline),
  },
}
