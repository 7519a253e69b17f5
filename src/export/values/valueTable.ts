/** A column of a figure's values. */
export interface ValueColumn {
  readonly title: string
  /** Printed unit of its numbers; empty where they have none. */
  readonly unit: string
  readonly kind: 'text' | 'number'
  /** Decimals that are printed: the most, where rows differ. */
  readonly decimals: number
  /** Decimals of every row, where they differ: its indicators or units may. */
  readonly decimalsByRow?: readonly number[]
}

/** Decimals that a column prints in a row. */
export const decimalsIn = ({ decimals, decimalsByRow }: ValueColumn, row: number): number =>
  decimalsByRow?.[row] ?? decimals

/** A number stays a number; an absent one says why, in a word. */
export type ValueCell = string | number | { readonly absent: string }

/**
 * What a figure shows as numbers instead of printed texts: for spreadsheets and native charts. In a column of
 * numbers a text is a word that is printed instead of one, such as 持平.
 */
export interface ValueTable {
  readonly columns: readonly ValueColumn[]
  readonly rows: readonly (readonly ValueCell[])[]
}
