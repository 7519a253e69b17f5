import { plainText } from '../plainText.ts'
import { wrapped } from '../picture/lineBreak.ts'
import type { Slide } from './deck.ts'
import { unbroken } from './unbroken.ts'
import { INCH, ink, POINTS, PRINT } from './paper.ts'

/** Serif faces are wider than the estimate. */
const SERIF = 0.96
/** What a title is set in when it needs two lines. */
const SIZES = [22, 20, 18, 16]

/** A title as it fits. */
export interface FittedTitle {
  readonly text: string
  readonly size: number
  readonly isCut: boolean
}

/** The largest type at which a title stands on one line, or on two; else it ends with …. */
export function fitTitle(
  title: string,
  width: number,
  sizes: readonly number[] = SIZES,
  first: number = POINTS.title,
): FittedTitle {
  const text = plainText(title).replace(/\s+/g, ' ').trim()
  const room = width * INCH * SERIF
  const lines = (size: number, maxLines: number) =>
    wrapped(apart(text), room, size, { maxLines, weight: 600 })
  if (lines(first, 1).left === 0) return { text, size: first, isCut: false }
  const size = sizes.find((one) => lines(one, 2).left === 0)
  if (size) return { text, size, isCut: false }
  const least = sizes.at(-1) ?? first
  const cut = wrapped(text, room * 0.85, least, { maxLines: 2, weight: 600 })
  return { text: unbroken(cut.lines, text), size: least, isCut: true }
}

const HAN_LATIN = /(?<=\p{Script=Han})(?=[\dA-Za-z+\u2212])|(?<=[\dA-Za-z%])(?=\p{Script=Han})/gu

/** As some programs set it: a little space between Chinese characters and numbers. */
const apart = (text: string): string => text.replace(HAN_LATIN, ' ')

/** Fills the place of the title; a slide without one has no name in the outline. */
export function addTitle(slide: Slide, { text, size }: FittedTitle): void {
  // The library gives the options of the place precedence over those of the text, not over those of its runs.
  slide.addText(
    [{ text: text || ' ', options: { fontSize: size, bold: true, color: ink(PRINT.text1) } }],
    { placeholder: 'title' },
  )
}
