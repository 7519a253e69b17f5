import type { Indicator } from '../indicator.ts'
import type { AbsenceReason } from '../reading.ts'
import type { ObservationStatus } from '../slice.ts'

/** One cell of a report as it would be stored: a value, or the reason why there is none. */
export interface QualityCell {
  readonly indicator: string
  readonly period: string
  readonly value: number | null
  readonly absent: AbsenceReason | null
}

/** What is stored of the brain for one indicator and period before the report. */
export interface PastReading {
  readonly period: string
  readonly value: number | null
  /** Of a present value; null where it is absent or not known. */
  readonly status: ObservationStatus | null
}

/** What another brain of the same city reports for an indicator of COUNTED_ONCE. */
export interface OtherReading {
  readonly brain: string
  readonly indicator: string
  readonly period: string
  readonly value: number
}

/** One report with everything it is set against. Order of cells, readings and others does not matter. */
export interface QualityInput {
  readonly brain: string
  /** Period of the report. */
  readonly period: string
  readonly status: ObservationStatus
  /** Why published figures are revised; null when the report gives no reason. */
  readonly reason: string | null
  readonly cells: readonly QualityCell[]
  /** Stored readings of this brain for an indicator, the report itself left out. */
  readonly history: (indicator: string) => readonly PastReading[]
  readonly others: readonly OtherReading[]
  readonly indicators: ReadonlyMap<string, Indicator>
}
