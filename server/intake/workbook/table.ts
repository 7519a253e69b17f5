import type { IntakeFinding } from '../intakeCell.ts'

/**
 * A cell of a sheet that holds something, whatever the file was. `text` is what it holds: a decimal number without
 * exponent, an ISO day, TRUE or FALSE, `#REF!`, or the text itself.
 */
export interface TableCell {
  readonly row: number
  readonly column: number
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'uncalculated'
  readonly text: string
  /** How a number is shown: `percent` as a hundred times itself, `scaled` in thousands or 万. */
  readonly look: 'plain' | 'percent' | 'scaled'
  /** The value is what the program calculated last; `external` from another file. */
  readonly formula: 'none' | 'own' | 'external'
}

/** A block of cells from its top left to its bottom right. */
export interface CellRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet, or a CSV (without a name): its rows that hold something, from top to bottom. */
export interface Table {
  readonly name: string | null
  readonly hidden: boolean
  readonly rows: readonly (readonly TableCell[])[]
  readonly merges: readonly CellRange[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  /** Where reading stopped, and the like. */
  readonly findings: readonly IntakeFinding[]
}
