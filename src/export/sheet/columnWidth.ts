import type { ValueColumn, ValueTable } from '../values.ts'
import { placesOf } from './places.ts'

/** In characters of the standard face. */
const NARROWEST = 9
const WIDEST = 46
/** Rows that decide on the width: a long table is not read for it. */
const LOOKED_AT = 400

/** Width of a column with its head and its cells as they are printed; longer texts are wrapped. */
export function columnWidth(
  { rows }: ValueTable,
  { decimals }: ValueColumn,
  at: number,
  head: string,
): number {
  const widest = rows.slice(0, LOOKED_AT).reduce(
    (most, row) => {
      const cell = row[at] ?? ''
      const text = typeof cell === 'object' ? cell.absent : cell
      const places =
        typeof text === 'number' ? digitsOf(text, decimals) : placesOf(text.slice(0, WIDEST))
      return Math.max(most, places)
    },
    placesOf(head.slice(0, WIDEST)),
  )
  return Math.min(WIDEST, Math.max(NARROWEST, widest + 2))
}

/** With a comma for every three digits. */
const digitsOf = (value: number, decimals: number): number =>
  Math.ceil(value.toFixed(decimals).length * (4 / 3))
