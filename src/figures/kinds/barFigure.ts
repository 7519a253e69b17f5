import type { DomainId } from '../../domain/brain.ts'
import type { Meaning } from './figureMeaning.ts'
import type { Coverage } from './quantity.ts'

/** Row of a bar figure: one value per series, printed columns at the right end. */
export interface BarRow {
  readonly id: string
  readonly label: string
  readonly tone: DomainId | 'fact'
  readonly values: readonly (number | null)[]
  readonly columns: readonly BarColumn[]
  /** Words before the columns, e.g. 差 140. */
  readonly warning: string | null
  /** Lines of the row's card, with units; the printed columns where it is not given. */
  readonly card?: readonly { readonly label: string; readonly text: string }[]
  /** Of a total over brains; null or not given where nothing is added up. */
  readonly coverage?: Coverage | null
  /** A sum of others: no entity that could be picked. */
  readonly sum?: boolean
}

export interface BarColumn {
  readonly text: string
  readonly below: boolean
}

/** `nested` draws series inside each other from wide to thin: planned, built, in use. */
export interface BarFigure extends Meaning {
  readonly kind: 'bar'
  readonly layout: 'plain' | 'nested'
  readonly series: readonly {
    readonly id: string
    readonly name: string
    readonly role: 'fact' | 'planned' | 'built' | 'inUse'
  }[]
  readonly columns: readonly string[]
  /** Heads of the columns are drawn on screens, too: two columns that a reader could not tell apart. */
  readonly headed?: boolean
  readonly rows: readonly BarRow[]
  /** Rows before this position are the top; the others the bottom of the same ranking. */
  readonly breakAfter: number | null
  /** Row in focus: it keeps its colour, all others are muted. */
  readonly focus?: string | null
  readonly threshold: { readonly value: number; readonly label: string } | null
}
