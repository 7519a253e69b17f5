import type { Meaning } from './figureMeaning.ts'
import type { Symbol } from './symbol.ts'

export interface FlowFigure extends Meaning {
  readonly kind: 'flow'
  /** Main path in order; count = brains that ever entered. */
  readonly stages: readonly { readonly id: string; readonly name: string; readonly count: number }[]
  readonly branches: readonly {
    readonly id: string
    readonly name: string
    readonly count: number
    readonly symbol: Symbol
    readonly from: string
    readonly style: 'ribbon' | 'dashed' | 'label'
  }[]
}
