import type { Meaning } from './figureMeaning.ts'
import type { Quantity } from './quantity.ts'

export interface KpiFigure extends Meaning {
  readonly kind: 'kpi'
  readonly value: Quantity
  /** Right of the name: scope or period, short. */
  readonly meta: string
  /** One comparison; `below` marks a fall against the goal. */
  readonly comparison: { readonly text: string; readonly below: boolean } | null
  readonly spark: {
    readonly values: readonly (number | null)[]
    readonly goal: number | null
  } | null
  /** Part of a whole between 0 and 1, drawn as a meter. */
  readonly share: number | null
}
