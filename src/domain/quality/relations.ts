/** Figures of which the parts, added up, cannot exceed the whole. Parts that cross stand in entries of their own. */
export interface PartRelation {
  readonly whole: string
  readonly parts: readonly string[]
}

/**
 * What the definitions of the dictionary call a part of something else: served firms above scale and SRDI
 * (they cross: 两项不得相加), transformed firms among those above scale, and value added, which is output
 * less what was bought in.
 */
export const PART_RELATIONS: readonly PartRelation[] = [
  { whole: 'service.firmsServed', parts: ['service.aboveScaleServed'] },
  { whole: 'service.firmsServed', parts: ['service.srdiServed'] },
  { whole: 'cluster.aboveScaleFirms', parts: ['transformation.firmsTransformed'] },
  { whole: 'cluster.outputValue', parts: ['cluster.valueAdded'] },
]

/** In use ≤ built ≤ planned: each rack count within the one that bounds it. */
export const RACK_RELATIONS: readonly PartRelation[] = [
  { whole: 'compute.racksBuilt', parts: ['compute.racksInUse'] },
  { whole: 'compute.racksPlanned', parts: ['compute.racksBuilt'] },
]

/** A rate that its definition states as top ÷ bottom × 100%. */
export interface RatioRelation {
  readonly rate: string
  readonly top: string
  readonly bottom: string
}

export const RATIO_RELATIONS: readonly RatioRelation[] = [
  { rate: 'compute.rackUtilisation', top: 'compute.racksInUse', bottom: 'compute.racksBuilt' },
  { rate: 'cluster.revenueMargin', top: 'cluster.profit', bottom: 'cluster.revenue' },
  { rate: 'innovation.rdIntensity', top: 'innovation.rdExpense', bottom: 'cluster.revenue' },
  {
    rate: 'transformation.coverage',
    top: 'transformation.firmsTransformed',
    bottom: 'cluster.aboveScaleFirms',
  },
]

/** A reported growth and the flow that grows. `tolerance` in percentage points. */
export interface GrowthRelation {
  readonly growth: string
  readonly flow: string
  readonly tolerance: number
}

/**
 * Value added grows 可比价, the amounts are 现价: producer prices lie between the two, and they have moved
 * by 13.5% in a year (October 2021, National Bureau of Statistics). So only a gap of more than 15 points is
 * told; for a growth at current prices the tolerance would be 0.1, the rounding.
 */
export const GROWTH_RELATIONS: readonly GrowthRelation[] = [
  { growth: 'cluster.valueAddedGrowth', flow: 'cluster.valueAdded', tolerance: 15 },
]

/** Revenue, output value and value added: three different figures that are often taken for each other. */
export const TRIAD = {
  revenue: 'cluster.revenue',
  outputValue: 'cluster.outputValue',
  valueAdded: 'cluster.valueAdded',
} as const

/** Indicators whose figures show a data centre that two brains of a city count: callers hand in `others` for them. */
export const COUNTED_ONCE: readonly string[] = ['compute.racksPlanned', 'compute.racksBuilt']

/** Stocks counted 自建设起: they never fall. */
export const SINCE_START: readonly string[] = ['service.firmsServed']
