import type { Look } from '../../charts/look.ts'
import { symbolMarks } from '../../charts/symbols.ts'
import type { Symbol } from '../../figures/kinds/symbol.ts'
import { moved, words, type Block } from './block.ts'
import { widthOf } from './characters.ts'
import type { PictureMark } from './drawn.ts'
import { wrapped } from './lineBreak.ts'
import { LEADING } from './page.ts'

/** One entry of a key, as wide as it needs to be. */
export interface Entry extends Block {
  readonly width: number
}

/** Height of a line of a key. */
export const lineOf = (size: number): number => size * LEADING

/** Words in lines of a width. */
export function textEntry(
  look: Look,
  text: string,
  size: number,
  width: number,
  color: string,
): Entry {
  const leading = lineOf(size)
  const { lines } = wrapped(text, width, size, { maxLines: 6 })
  return {
    marks: lines.map((line, i) => words(look, line, 0, i * leading, { size, leading, color })),
    width: Math.max(...lines.map((line) => widthOf(line, size)), 0),
    height: lines.length * leading,
  }
}

/** A symbol and what it means. */
export function symbolEntry(look: Look, symbol: Symbol, text: string, size: number): Entry {
  const leading = lineOf(size)
  const r = size * 0.42
  return {
    marks: [
      ...symbolMarks(look, symbol, r * 1.2, leading / 2, r, 50),
      words(look, text, size * 1.25, 0, { size, leading, color: look.palette.text2 }),
    ],
    width: size * 1.25 + widthOf(text, size),
    height: leading,
  }
}

/** Entries one after the other, a new row where one does not fit. */
export function inRows(entries: readonly Entry[], width: number, size: number): Block {
  const marks: PictureMark[] = []
  let [x, y, tallest] = [0, 0, 0]
  for (const entry of entries) {
    if (x > 0 && x + entry.width > width) [x, y, tallest] = [0, y + tallest + size * 0.3, 0]
    marks.push(...moved(entry.marks, x, y))
    x += entry.width + size * 1.4
    tallest = Math.max(tallest, entry.height)
  }
  return { marks, height: y + tallest }
}
