import type { CellPlace } from '../intakeCell.ts'
import { referenceOf } from '../workbook/reference.ts'
import type { CellRange, Table, TableCell } from '../workbook/table.ts'

/** A row with its cells by column, and the merged blocks that reach into it. */
export interface RowView {
  readonly row: number
  readonly cells: ReadonlyMap<number, TableCell>
  /** The cell of a column, or the one whose merged block covers it. */
  readonly at: (column: number) => TableCell | null
  /** Whether a merged block goes on here that begins in a row above, with a figure or a text. */
  readonly goesOn: (column: number) => boolean
}

/** The rows below `header`, with the cells that merged blocks spread over them. */
export function rowsBelow(table: Table, header: number): readonly RowView[] {
  const corners = cornersOf(table)
  return table.rows
    .filter(([first]) => (first?.row ?? 0) > header)
    .map((cells) => viewOf(cells, table.merges, corners))
}

/** The top left cells of merged blocks, by reference. */
function cornersOf({ rows, merges }: Table): ReadonlyMap<string, TableCell> {
  if (merges.length === 0) return new Map()
  const wanted = new Set(merges.map(({ top, left }) => referenceOf(left, top)))
  const cells = rows.flat().map((cell) => [referenceOf(cell.column, cell.row), cell] as const)
  return new Map(cells.filter(([reference]) => wanted.has(reference)))
}

function viewOf(
  cells: readonly TableCell[],
  merges: readonly CellRange[],
  corners: ReadonlyMap<string, TableCell>,
): RowView {
  const row = cells[0]?.row ?? 0
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]))
  const covering = merges.filter(({ top, bottom }) => top <= row && row <= bottom)
  const corner = ({ left, top }: CellRange) => corners.get(referenceOf(left, top)) ?? null
  return {
    row,
    cells: byColumn,
    goesOn: (column) =>
      covering.some((merge) => merge.left === column && merge.top < row && corner(merge) !== null),
    at: (column) => {
      const own = byColumn.get(column)
      if (own) return own
      const merge = covering.find(({ left, right }) => left <= column && column <= right)
      return merge ? corner(merge) : null
    },
  }
}

/** Where a cell of a table stands. */
export const placeIn = ({ name }: Table, column: number, row: number): CellPlace => ({
  sheet: name,
  cell: referenceOf(column, row),
  pointer: null,
})
