import type { Meaning } from './figureMeaning.ts'
import type { Symbol } from './symbol.ts'

export interface UnitsFigure extends Meaning {
  readonly kind: 'units'
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    readonly symbol: Symbol
    readonly count: number
  }[]
  /** How many deadlines there are of each level that is warned of, most urgent first. */
  readonly warnings?: readonly {
    readonly id: string
    readonly name: string
    readonly symbol: Symbol
    readonly count: number
  }[]
  /** Countdowns, most urgent first. */
  readonly deadlines: readonly {
    readonly id: string
    readonly label: string
    readonly reason: string
    readonly text: string
    /** Remaining part of the time allowed, 0–1. */
    readonly remaining: number
    readonly overdue: boolean
    /** How urgent it is: word and shape. */
    readonly level?: { readonly name: string; readonly symbol: Symbol }
    /** Who must act. */
    readonly owner?: string
  }[]
}
