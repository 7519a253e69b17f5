import type { ChangeEvent } from '../../src/contract/index.ts'
import type { AbsenceReason } from '../../src/domain/reading.ts'
import type { ObservationOrigin, ObservationStatus } from '../../src/domain/slice.ts'

/** The cell of a slice as it stands now or stood at an instant. */
export interface SliceCell {
  readonly period: string
  readonly entity: string
  readonly value: number | null
  readonly absent: AbsenceReason | null
  readonly status: ObservationStatus
  readonly origin: ObservationOrigin
  readonly knownAt: number
  /** Id of the publication that states the value; null or not given for what a brain reports. */
  readonly source?: string | null
}

/** A cell with its indicator and the report that it came from. */
export interface FoundCell extends SliceCell {
  readonly indicator: string
  readonly report: string
}

export interface CellPage {
  readonly limit: number
  readonly offset: number
}

/** What a write made newer; versions are change sequence numbers, so they only grow. */
export interface Written<T> {
  readonly outcome: T
  readonly changes: readonly ChangeEvent[]
}
