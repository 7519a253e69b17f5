import type { Indicator } from '../indicator.ts'
import { CLUSTER_INDICATORS } from './cluster.ts'
import { COMPUTE_INDICATORS } from './compute.ts'
import { INNOVATION_INDICATORS } from './innovation.ts'
import { PLATFORMS_INDICATORS } from './platforms.ts'
import { SERVICE_INDICATORS } from './service.ts'
import { STATISTICS } from './statistics.ts'
import { TRANSFORMATION_INDICATORS } from './transformation.ts'
import { WAREHOUSES_INDICATORS } from './warehouses.ts'

/** Indicators that a brain reports every month, in the order of INDICATOR_GROUPS. */
export const REPORTED_INDICATORS: readonly Indicator[] = [
  ...CLUSTER_INDICATORS,
  ...COMPUTE_INDICATORS,
  ...PLATFORMS_INDICATORS,
  ...WAREHOUSES_INDICATORS,
  ...INNOVATION_INDICATORS,
  ...SERVICE_INDICATORS,
  ...TRANSFORMATION_INDICATORS,
]

export { STATISTICS }

/**
 * The whole dictionary. Counts of the programme (pilots, pool, designations …) are no indicators:
 * they are derived from lifecycle events (domain/lifecycle.ts).
 */
export const CATALOGUE: readonly Indicator[] = [...REPORTED_INDICATORS, ...STATISTICS]

const BY_ID: ReadonlyMap<string, Indicator> = new Map(CATALOGUE.map((entry) => [entry.id, entry]))

/** The indicator of an id, or undefined for an unknown one. */
export const indicatorOf = (id: string): Indicator | undefined => BY_ID.get(id)
