import type { DomainId } from '../../domain/brain.ts'
import type { Meaning } from './figureMeaning.ts'
import type { Coverage } from './quantity.ts'

/** The six colours of a comparison, in the order in which things were chosen: never domain colours. */
export const COMPARE_TONES = [
  'compare0',
  'compare1',
  'compare2',
  'compare3',
  'compare4',
  'compare5',
] as const

export type CompareTone = (typeof COMPARE_TONES)[number]

/** One line: readings over the figure's periods, null where absent: a gap, never a bridge. */
export interface LineSeries {
  readonly id: string
  readonly name: string
  readonly tone: DomainId | CompareTone | 'fact' | 'reference'
  readonly values: readonly (number | null)[]
  /** Positions of preliminary readings: drawn hollow. */
  readonly preliminary: readonly number[]
  /** Coverage of every point of a total; null where nothing is added up. Incomplete ones are drawn dashed. */
  readonly coverage?: readonly (Coverage | null)[]
  /** Positions of points that cover another number than the one before: drawn dashed, no rise or fall. */
  readonly breaks?: readonly number[]
  /** Printed value of the last reading, with sign where it is a change; empty where there is none. */
  readonly endText: string
}

/** One plot. All panels of a figure share periods and scale. */
export interface LinePanel {
  readonly id: string
  /** Empty where the figure's own title says it. */
  readonly title: string
  readonly series: readonly LineSeries[]
  /** Range of the peers, e.g. between their quartiles. */
  readonly band: {
    readonly name: string
    readonly low: readonly (number | null)[]
    readonly high: readonly (number | null)[]
  } | null
  readonly targets: readonly { readonly value: number; readonly label: string }[]
  readonly events: readonly { readonly period: string; readonly label: string }[]
}

/** Readings over time: one panel is a trend, many are small multiples on one scale. */
export interface LineFigure extends Meaning {
  readonly kind: 'line'
  readonly periods: readonly string[]
  readonly panels: readonly LinePanel[]
  /** Series or panel in focus; all others are muted. */
  readonly focus: string | null
  /** Key to the points whose coverage is incomplete; empty or not given where all are complete. */
  readonly partialNote?: string
  /** Whether the axis must show zero (amounts); changes and rates may be cut, the axis prints its range. */
  readonly fromZero: boolean
}
