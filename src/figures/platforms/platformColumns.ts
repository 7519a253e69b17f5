import {
  platformsAlgorithms,
  platformsComputeScheduled,
  platformsDataAggregated,
  platformsServices,
} from '../../domain/catalogue/headline.ts'
import {
  warehousesEnterpriseVolume,
  warehousesIndustryVolume,
  warehousesPublicVolume,
} from '../../domain/catalogue/warehouses.ts'
import type { Indicator } from '../../domain/indicator.ts'
import type { LocalText } from '../../domain/text.ts'

/** A platform or warehouse of the programme and the reported figure that stands for its size. */
export interface PlatformColumn {
  /** Short, for links. */
  readonly id: string
  readonly name: LocalText
  readonly indicator: Indicator
}

/** The four platforms in the order of the notices. */
export const PLATFORM_COLUMNS: readonly PlatformColumn[] = [
  {
    id: 'compute',
    name: { zh: '算力调度', en: 'Compute scheduling' },
    indicator: platformsComputeScheduled,
  },
  {
    id: 'data',
    name: { zh: '数据汇聚', en: 'Data aggregation' },
    indicator: platformsDataAggregated,
  },
  {
    id: 'algorithms',
    name: { zh: '算法开发', en: 'Algorithm development' },
    indicator: platformsAlgorithms,
  },
  { id: 'services', name: { zh: '服务开放', en: 'Service opening' }, indicator: platformsServices },
]

/** The three data warehouses. */
export const WAREHOUSE_COLUMNS: readonly PlatformColumn[] = [
  { id: 'public', name: { zh: '公共数据仓', en: 'Public' }, indicator: warehousesPublicVolume },
  {
    id: 'industry',
    name: { zh: '行业数据仓', en: 'Industry' },
    indicator: warehousesIndustryVolume,
  },
  {
    id: 'enterprise',
    name: { zh: '企业数据仓', en: 'Enterprise' },
    indicator: warehousesEnterpriseVolume,
  },
]
