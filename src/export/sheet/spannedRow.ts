import type { Row } from 'write-excel-file/universal'

import { linesOf, rowHeight, SIZE } from './rowHeight.ts'
import { textCell, type CellStyle } from './textCell.ts'

/** Room that a text gets across all columns. */
export interface Span {
  readonly columns: number
  /** Sum of the widths of the columns, in characters. */
  readonly width: number
  /** Lines at most; what does not fit is in the cell, not in view. */
  readonly lines: number
}

/** A row with one text across all columns, as high as its lines. */
export function spannedRow(text: string, span: Span, style: CellStyle = {}): Row {
  const { fontSize = SIZE } = style
  const lines = Math.min(span.lines, linesOf(text, (span.width * SIZE) / fontSize))
  const cell = textCell(text, {
    ...{ alignVertical: 'top', ...style },
    ...(lines > 1 ? { wrap: true } : {}),
    ...(span.columns > 1 ? { columnSpan: span.columns } : {}),
    height: rowHeight(lines, fontSize),
  })
  return [cell, ...Array.from({ length: span.columns - 1 }, () => null)]
}
