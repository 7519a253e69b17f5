import type { Indicator } from '../indicator.ts'
import { DIGITAL_STATISTICS } from './digitalStatistics.ts'
import { FIRM_STATISTICS } from './firmStatistics.ts'
import { INDUSTRY_STATISTICS } from './industryStatistics.ts'
import { OUTPUT_STATISTICS } from './outputStatistics.ts'

/** Public statistics of the province and its cities: data of `main`, never reported by a brain. */
export const STATISTICS: readonly Indicator[] = [
  ...OUTPUT_STATISTICS,
  ...INDUSTRY_STATISTICS,
  ...FIRM_STATISTICS,
  ...DIGITAL_STATISTICS,
]
