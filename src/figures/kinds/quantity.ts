import type { AbsenceReason } from '../../domain/reading.ts'

/** A number as it is printed: `value` in `unit`, `text` its rounding; absent values carry the reason. */
export interface Quantity {
  readonly value: number | null
  readonly unit: string
  readonly text: string
  readonly absent?: AbsenceReason
}

/** How many of those who should have reported a total covers, or of a change: how many have both values. */
export interface Coverage {
  readonly covered: number
  readonly expected: number
}
