import type { Meaning } from './figureMeaning.ts'

/** Stack of layers with a counted crest, a goal path and dated goals. */
export interface AreaFigure extends Meaning {
  readonly kind: 'area'
  readonly periods: readonly string[]
  /** Bottom to top. */
  readonly layers: readonly {
    readonly id: string
    readonly name: string
    readonly values: readonly number[]
  }[]
  readonly crest: { readonly name: string; readonly values: readonly number[] } | null
  readonly outer: { readonly name: string; readonly values: readonly number[] } | null
  readonly goals: readonly {
    readonly period: string
    readonly value: number
    readonly label: string
  }[]
  /** Counts as single publications state them: points, never joined. */
  readonly points: readonly {
    readonly id: string
    readonly period: string
    readonly value: number
    readonly label: string
  }[]
}
