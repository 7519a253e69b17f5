import type { Cell, Row } from 'write-excel-file/universal'

import type { ValueCell, ValueColumn, ValueTable } from '../values.ts'
import { cellText } from '../office/cellText.ts'
import { numberFormat } from '../office/numberFormat.ts'
import { linesOf, rowHeight } from './rowHeight.ts'
import { textCell, type CellStyle } from './textCell.ts'

export const QUIET = { textColor: '#595959' } as const

/** Lines of a cell at most; what does not fit is in the cell, not in view. */
const MOST_LINES = 12

/**
 * The values as cells: numbers with thousands and the decimals that are printed, what is absent as its word.
 * Texts that are wider than their column are wrapped; the row then hangs from its top.
 */
export function valueRows({ columns, rows }: ValueTable, widths: readonly number[]): Row[] {
  const looks = columns.map((column, at): Look => ({
    format: numberFormat(column.decimals),
    formats: column.decimalsByRow?.map(numberFormat),
    style: isBehindNumbers(columns, at) ? { align: 'left', indent: 1 } : null,
  }))
  return rows.map((row, r) => {
    const lines = row.reduce<number>(
      (most, cell, at) => Math.max(most, linesIn(cell, widths[at])),
      1,
    )
    if (lines === 1) return row.map((cell, at) => cellOf(cell, r, looks[at] ?? PLAIN))
    const wrapped: CellStyle = {
      ...{ alignVertical: 'top', wrap: true },
      height: rowHeight(Math.min(MOST_LINES, lines)),
    }
    return row.map((cell, at) => {
      const look = looks[at] ?? PLAIN
      return cellOf(cell, r, { ...look, style: { ...look.style, ...wrapped } })
    })
  })
}

/** How the cells of a column are shown; null leaves a text as it is, which costs least. */
interface Look {
  readonly format: string
  /** Of every row, where they differ. */
  readonly formats?: readonly string[] | undefined
  readonly style: CellStyle | null
}

const PLAIN: Look = { format: '', style: null }

/** Words beside numbers, which end where the words begin, stand a little apart. */
export const isBehindNumbers = (columns: readonly ValueColumn[], at: number): boolean =>
  columns[at]?.kind === 'text' && columns[at - 1]?.kind === 'number'

/** Short texts are not measured: most are. */
const linesIn = (cell: ValueCell, width = 0): number =>
  typeof cell === 'string' && 2 * cell.length > width - 2 ? linesOf(cell, width) : 1

function cellOf(cell: ValueCell, row: number, { format, formats, style }: Look): Cell {
  if (typeof cell === 'number')
    return { value: cell, type: Number, format: formats?.[row] ?? format, ...style }
  if (typeof cell === 'object') return textCell(cell.absent, { align: 'right', ...QUIET, ...style })
  if (cell === '') return null
  return style ? textCell(cell, style) : cellText(cell)
}
