import type { BarFigure } from '../figures/kinds/barFigure.ts'
import { labelSize, textWidth, type Look } from './look.ts'
import { textMark, type Mark } from './marks.ts'

const LEADING = 1.22
/** Em of a head that stands on one line, and of the pictures in which heads may have more lines than two. */
const SHORT = 4
const NARROW = 32

/** Heads of the printed columns, in lines. A screen has them beside the chart unless the figure wants them; a picture stands alone. */
export function columnHeads(figure: BarFigure, look: Look): readonly (readonly string[])[] {
  if (look.name !== 'print' && !figure.headed) return figure.columns.map(() => [])
  const most = look.width < NARROW * labelSize(look) ? 4 : 2
  return figure.columns.map((text) => brokenUp(text, most))
}

/** What may end a line: a word with its space, a Chinese character. */
const PIECES = /[^\s\p{Script=Han}]+\s*|\p{Script=Han}[，、）]?|\s+/gu

/** A head in at most so many lines, each as short as that allows. */
function brokenUp(text: string, most: number): readonly string[] {
  if (text === '') return []
  if (textWidth(text, 1) <= SHORT) return [text]
  const pieces = text.match(PIECES) ?? [text]
  let em = Math.max(...pieces.map((piece) => textWidth(piece.trim(), 1)))
  while (filled(pieces, em).length > most) em += 0.25
  return filled(pieces, em)
}

function filled(pieces: readonly string[], em: number): readonly string[] {
  const lines: string[] = []
  for (const piece of pieces) {
    const line = `${lines.at(-1) ?? ''}${piece}`
    if (lines.length > 0 && textWidth(line.trim(), 1) <= em + 1e-9) lines[lines.length - 1] = line
    else lines.push(piece)
  }
  return lines.map((line) => line.trim())
}

export const headWidth = (lines: readonly string[], look: Look): number =>
  Math.max(0, ...lines.map((line) => textWidth(line, labelSize(look))))

/** Height that the heads take above the rows; 0 for none. */
export function headHeight(figure: BarFigure, look: Look): number {
  const most = Math.max(0, ...columnHeads(figure, look).map(({ length }) => length))
  return most === 0 ? 0 : (most * LEADING + 0.4) * labelSize(look)
}

/** The heads above the right edges of their columns, their last lines beside each other. */
export function headMarks(figure: BarFigure, look: Look, columns: readonly number[]): Mark[] {
  const size = labelSize(look)
  const bottom = headHeight(figure, look) - 0.4 * size
  return columnHeads(figure, look).flatMap((lines, c) =>
    lines.map((line, i) =>
      textMark(
        look,
        line,
        columns[c] ?? look.width,
        bottom - (lines.length - i - 0.5) * LEADING * size,
        { size, color: look.palette.text3, align: 'right' },
      ),
    ),
  )
}
