import type { Look } from '../../charts/look.ts'
import { lineMark, textMark, type TextOptions } from '../../charts/marks.ts'
import type { PictureMark } from './drawn.ts'
import { wrapped } from './lineBreak.ts'
import { LEADING, type Page } from './page.ts'

/** CSS pixels that a part of a page has. */
export interface Room {
  readonly width: number
  readonly height: number
}

/** Marks from a left upper corner of their own, and how high they are together. */
export interface Block {
  readonly marks: readonly PictureMark[]
  readonly height: number
}

/** Words and rules lie above what charts draw. */
export const WORDS_Z = 50

export const moved = (marks: readonly PictureMark[], x: number, y: number): PictureMark[] =>
  marks.map((mark) => ({ ...mark, x: (mark.x ?? 0) + x, y: (mark.y ?? 0) + y }))

/** Blocks below each other, `gap` apart where they have any height. */
export function stacked(blocks: readonly Block[], gap = 0): Block {
  let y = 0
  const marks = blocks.flatMap((block) => {
    const at = y
    y += block.height + (block.height > 0 ? gap : 0)
    return moved(block.marks, 0, at)
  })
  return { marks, height: y }
}

/** Words whose line begins `y` below the block's top and is `leading` high. */
export const words = (
  look: Look,
  text: string,
  x: number,
  y: number,
  options: TextOptions & { readonly leading: number },
): PictureMark => textMark(look, text, x, y + options.leading / 2, { z: WORDS_Z, ...options })

export const rule = (look: Look, y: number, width: number, color: string): PictureMark =>
  lineMark(0, y, width, y, { stroke: color, lineWidth: 1.2 * look.u }, WORDS_Z)

const remarkLines = ({ least }: Page, text: string, width: number): readonly string[] =>
  wrapped(text, width, least).lines

/** Room that a remark takes below a chart or table. */
export const remarkHeight = (page: Page, text: string, width: number): number =>
  page.least * LEADING * (remarkLines(page, text, width).length + 0.25)

/** Quiet words at the foot of a room, all of them. */
export function remark(look: Look, page: Page, text: string, { width, height }: Room) {
  const leading = page.least * LEADING
  const style = { size: page.least, leading, color: look.palette.text3 }
  return remarkLines(page, text, width).map((line, i, { length }) =>
    words(look, line, 0, height - (length - i) * leading, style),
  )
}
