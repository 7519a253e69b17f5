import type { Trouble } from './routes.ts'

/** A quantity of its own: `total` over 54 brains, of the last year for a flow, at the last month for a stock. */
export interface LevelProfile {
  readonly form: 'level'
  readonly total: number
  /** Growth a year as a fraction; `domain` takes the growth of the brain's domain. */
  readonly growth: number | 'domain'
  /** 0: alike for all brains, 1: in proportion to cluster revenue. */
  readonly bySize: number
  /** Relative deviation between brains. */
  readonly spread: number
  /** How it builds up after 试点: share at the start, and months to close 63 % of the gap. */
  readonly ramp?: { readonly start: number; readonly months: number }
  /** Comes in multiples of this. */
  readonly step?: number
}

/** A part of another indicator of the same brain: that times `share`, which rises by `rise` a year. */
export interface PartProfile {
  readonly form: 'part'
  readonly of: string
  readonly share: number
  readonly spread: number
  readonly rise: number
  /** May fall from month to month; other stocks of a brain only grow. */
  readonly dips?: boolean
}

/** One indicator over another, in percent. */
export interface RatioProfile {
  readonly form: 'ratio'
  readonly top: string
  readonly bottom: string
}

/** A rate or index of its own around a mean at the last month. */
export interface RateProfile {
  readonly form: 'rate'
  readonly mean: number
  readonly spread: number
  readonly rise: number
  readonly noise: number
  readonly low: number
  readonly high: number
}

/** Growth of the brain's cluster at comparable prices. */
export interface GrowthProfile {
  readonly form: 'growth'
}

export type Profile = LevelProfile | PartProfile | RatioProfile | RateProfile | GrowthProfile

const part = (of: string, share: number, spread: number, rise = 0, dips = false): PartProfile => ({
  form: 'part',
  of,
  share,
  spread,
  rise,
  ...(dips && { dips }),
})

const ratio = (top: string, bottom: string): RatioProfile => ({ form: 'ratio', top, bottom })

const rate = (
  [mean, spread, rise]: readonly [number, number, number],
  noise: number,
  [low, high]: readonly [number, number],
): RateProfile => ({ form: 'rate', mean, spread, rise, noise, low, high })

const built = (
  total: number,
  bySize: number,
  spread: number,
  start: number,
  months: number,
): LevelProfile => ({
  form: 'level',
  total,
  growth: 0.06,
  bySize,
  spread,
  ramp: { start, months },
})

const REVENUE = 'cluster.revenue'
const FIRMS = 'cluster.aboveScaleFirms'

/**
 * What the figures of the demo look like: invented, plausible, consistent with each other.
 * Magnitudes add up to those of a province-wide programme of 54 brains.
 */
export const PROFILES: Readonly<Record<string, Profile>> = {
  [REVENUE]: { form: 'level', total: 23_685, growth: 'domain', bySize: 1, spread: 0 },
  'cluster.outputValue': part(REVENUE, 0.98, 0.02),
  'cluster.valueAdded': part('cluster.outputValue', 0.235, 0.035),
  'cluster.valueAddedGrowth': { form: 'growth' },
  'cluster.profit': part(REVENUE, 0.056, 0.014, 0.001),
  'cluster.revenueMargin': ratio('cluster.profit', REVENUE),
  'cluster.salesRate': rate([97.2, 1, 0.1], 0.3, [90, 101]),
  'cluster.exportDelivery': part(REVENUE, 0.14, 0.05),
  'cluster.electricity': part(REVENUE, 0.032, 0.01),
  'cluster.tax': part(REVENUE, 0.034, 0.008),
  [FIRMS]: { form: 'level', total: 10_200, growth: 0.04, bySize: 0.7, spread: 0.15 },
  'cluster.srdiFirms': part(FIRMS, 0.19, 0.04, 0.02),
  'cluster.gazelleFirms': part(FIRMS, 0.06, 0.015, 0.005),
  'cluster.championFirms': part(FIRMS, 0.035, 0.01, 0.004),
  'compute.racksPlanned': { ...built(80_500, 0.35, 0.28, 0.84, 16), growth: 0.02, step: 20 },
  'compute.racksBuilt': part('compute.racksPlanned', 0.8, 0.08, 0.05),
  'compute.racksInUse': part('compute.racksBuilt', 0.757, 0.06, 0.021, true),
  'compute.rackUtilisation': ratio('compute.racksInUse', 'compute.racksBuilt'),
  'compute.aiCompute': built(1_890, 0.4, 0.35, 0.25, 16),
  'compute.storage': built(325, 0.4, 0.3, 0.4, 16),
  'compute.centres': built(72, 0, 0.3, 0.8, 10),
  'compute.itElectricity': part('compute.racksInUse', 0.11, 0.01),
  'compute.pue': rate([1.31, 0.05, -0.02], 0.006, [1.12, 1.6]),
  'platforms.computeScheduled': part('compute.aiCompute', 0.72, 0.08, 0.05),
  'platforms.gpuHours': part('platforms.computeScheduled', 0.115, 0.02, 0.006),
  'platforms.dataAggregated': part('compute.storage', 0.42, 0.05, 0.05),
  'platforms.devicesConnected': built(440, 0.6, 0.35, 0.1, 15),
  'platforms.algorithms': built(2_010, 0.2, 0.35, 0.12, 14),
  'platforms.modelCalls': part('platforms.algorithms', 2.2, 0.5, 0.3),
  'platforms.industryModels': built(82, 0, 0.4, 0.2, 12),
  'platforms.services': built(3_280, 0.3, 0.35, 0.12, 14),
  'platforms.components': built(5_900, 0.3, 0.35, 0.1, 15),
  'warehouses.publicVolume': part('platforms.dataAggregated', 120, 25),
  'warehouses.industryVolume': part('platforms.dataAggregated', 270, 40),
  'warehouses.enterpriseVolume': part('platforms.dataAggregated', 500, 40),
  'warehouses.datasets': built(22_000, 0.3, 0.35, 0.15, 15),
  'warehouses.timelyRate': rate([91, 3.5, 1.2], 0.8, [60, 99.8]),
  'warehouses.firmsConnected': part('service.firmsServed', 0.22, 0.05),
  'warehouses.dataProducts': built(2_700, 0.3, 0.4, 0.08, 16),
  'innovation.platforms': built(680, 0.5, 0.3, 0.8, 20),
  'innovation.digitalIp': built(9_900, 0.3, 0.3, 0.45, 20),
  'innovation.standards': built(1_540, 0.3, 0.3, 0.5, 20),
  'innovation.talent': built(2_420, 0.4, 0.3, 0.55, 18),
  'innovation.rdExpense': part(REVENUE, 0.026, 0.007, 0.0008),
  'innovation.rdIntensity': ratio('innovation.rdExpense', REVENUE),
  'service.firmsServed': built(83_800, 0.35, 0.32, 0.08, 14),
  'service.aboveScaleServed': part('service.firmsServed', 0.052, 0.01),
  'service.srdiServed': part('service.firmsServed', 0.024, 0.005),
  'service.scenes': built(860, 0.2, 0.3, 0.15, 15),
  'service.matches': built(10_200, 0.3, 0.35, 0.2, 12),
  'service.financing': built(330, 0.5, 0.35, 0.2, 12),
  'service.requests': built(33_000, 0.3, 0.35, 0.25, 10),
  'service.onTimeRate': rate([94.5, 2.2, 0.8], 0.5, [70, 99.9]),
  'transformation.firmsTransformed': part(FIRMS, 0.74, 0.06, 0.06),
  'transformation.coverage': ratio('transformation.firmsTransformed', FIRMS),
  'transformation.keyProcessRate': part('transformation.coverage', 0.64, 0.05, 0.03),
  'transformation.srdiRate': rate([90, 3, 3], 0.2, [60, 100]),
  'transformation.smartFactories': part('transformation.firmsTransformed', 0.12, 0.03, 0.015),
  'transformation.chenxingFactories': part('transformation.firmsTransformed', 0.2, 0.05, 0.03),
  'transformation.investment': part(REVENUE, 0.012, 0.003, 0.0005),
}

/** Months after 试点 at which a brain in trouble stopped building up, and what it holds less of. */
export const TROUBLE_EFFECTS: Readonly<
  Record<Trouble, { readonly stall?: number; readonly factors?: Readonly<Record<string, number>> }>
> = {
  slow: { stall: 7 },
  unconnected: { factors: { 'platforms.dataAggregated': 0.22, 'platforms.devicesConnected': 0.3 } },
  silent: { stall: 20 },
  racks: { factors: { 'compute.racksPlanned': 0.85, 'compute.racksBuilt': 0.68 } },
}

/** Cluster growth a year by domain, percent, at the end of the demo. */
export const DOMAIN_GROWTH = {
  machinery: 7.2,
  chemicals: 3.8,
  light: 5,
  textiles: 1.8,
  electronics: 11.8,
  itServices: 10.6,
  producerServices: 8.4,
  other: -1.1,
} as const

/** Share of a year's industrial revenue in each month; sums to 1. */
export const SEASON: readonly number[] = [
  0.068, 0.062, 0.086, 0.082, 0.084, 0.092, 0.082, 0.083, 0.089, 0.086, 0.089, 0.097,
]
