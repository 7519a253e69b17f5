import type { CellObject } from 'write-excel-file/universal'

import { cellText } from '../office/cellText.ts'

export type CellStyle = Omit<CellObject, 'value' | 'type' | 'format'>

/** A text with a style; a string for every reader, whatever it begins with. */
export const textCell = (text: string, style: CellStyle = {}): CellObject => ({
  value: cellText(text),
  type: String,
  ...style,
})
