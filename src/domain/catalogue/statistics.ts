import type { Indicator } from '../indicator.ts'
import { BASE_STATISTICS } from './baseStatistics.ts'
import { INDUSTRY_STATISTICS } from './industryStatistics.ts'

/** Public statistics of the province and its cities: data of `main`, never reported by a brain. */
export const STATISTICS: readonly Indicator[] = [...INDUSTRY_STATISTICS, ...BASE_STATISTICS]
