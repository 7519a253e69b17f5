import type { FigureContext } from '../../figures/definition.ts'
import type { Figure } from '../../figures/figure.ts'

/** How a figure that was put aside is made again. */
export interface FigureSource {
  /** Ids of the slices that it reads. */
  readonly indicators: (context: FigureContext) => readonly string[]
  /** It reads how the monthly reports stand. */
  readonly readsReporting?: boolean
  /** It reads rules and statements: without them it would come out otherwise. */
  readonly readsProgramme?: boolean
  /** Null where what it shows is no longer there. */
  readonly build: (context: FigureContext) => Figure | null
}
