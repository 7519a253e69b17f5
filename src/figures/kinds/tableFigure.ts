import type { TraceLink } from '../../domain/traceTarget.ts'
import type { Meaning } from './figureMeaning.ts'

export interface TableFigure extends Meaning {
  readonly kind: 'table'
  readonly columns: readonly {
    readonly id: string
    readonly title: string
    readonly align: 'start' | 'end'
  }[]
  readonly rows: readonly (readonly string[])[]
  /** Entity of each row, where a row stands for one. */
  readonly ids?: readonly string[]
  /** Columns behind the printed ones for those who read closely; a wall has no room for them. */
  readonly more?: {
    readonly columns: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
  /** What the value of each row is traced by; null or not given where it leads nowhere. */
  readonly traces?: readonly (TraceLink | null)[]
}
