import type { Meaning } from './figureMeaning.ts'
import type { Symbol } from './symbol.ts'

export interface TimelineFigure extends Meaning {
  readonly kind: 'timeline'
  readonly entries: readonly {
    readonly id: string
    /** As it is known: 2023, 2023-06 or 2023-06-01. */
    readonly date: string
    /** Month and day, for a page that says the year beside it. */
    readonly short?: string
    readonly symbol: Symbol | null
    readonly text: string
  }[]
}
