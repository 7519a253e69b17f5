import type { AbsenceReason } from './reading.ts'

/** Status of an observation: 初步, 最终, 修订. */
export const OBSERVATION_STATUS = ['preliminary', 'final', 'revised'] as const
export type ObservationStatus = (typeof OBSERVATION_STATUS)[number]

export const OBSERVATION_ORIGINS = ['reported', 'public', 'simulated'] as const
export type ObservationOrigin = (typeof OBSERVATION_ORIGINS)[number]

/**
 * One indicator as a dense entity × period array (row-major: entity, then period).
 * `values` is NaN where absent; `absence` is 0 where present, else absenceCode(reason).
 * Immutable under `version`.
 */
export interface Slice {
  readonly indicator: string
  readonly version: number
  readonly entities: readonly string[]
  /** Ascending period ids of the indicator's cadence, without gaps. */
  readonly periods: readonly string[]
  readonly values: Float64Array
  readonly absence: Uint8Array
  /** Position in OBSERVATION_STATUS of each present cell. */
  readonly status: Uint8Array
  readonly origins: readonly ObservationOrigin[]
  /** Latest instant at which any cell became known (ISO), null for an empty slice. */
  readonly knownAt: string | null
  /** Publication of each cell that one states, by position; not given where brains report. */
  readonly sources?: ReadonlyMap<number, string>
}

/** The wire form: sparse where sparse is shorter. Values stay numbers in the indicator's unit. */
export interface SliceDocument {
  readonly indicator: string
  readonly version: number
  readonly entities: readonly string[]
  readonly periods: readonly string[]
  readonly values: readonly (number | null)[]
  /** Cell positions by reason; a null without one is `notReported`. */
  readonly absent: Readonly<Partial<Record<AbsenceReason, readonly number[]>>>
  /** Cell positions that are not final. */
  readonly preliminary: readonly number[]
  readonly revised: readonly number[]
  readonly origins: readonly ObservationOrigin[]
  readonly knownAt: string | null
  /** Cell positions by the publication that states them; not given where brains report. */
  readonly sources?: Readonly<Record<string, readonly number[]>> | undefined
}
