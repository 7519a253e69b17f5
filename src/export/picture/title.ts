import { SERIF_FAMILY, type Look } from '../../charts/look.ts'
import { words, type Block } from './block.ts'
import { widthOf } from './characters.ts'
import { wrapped } from './lineBreak.ts'
import type { Page } from './page.ts'

const LEADING = 1.28
/** Sizes that are tried, as parts of the page's own; never below 9.9 points. */
const STEPS = [1, 0.92, 0.85, 0.78, 0.72]
const LEAST = 1.1
const WEIGHT = 700

interface TitleOptions {
  /** One line more than on a wide page. */
  readonly isNarrow: boolean
  readonly scale: number
  readonly lines: number
}

/**
 * A title in a width, as large as two lines allow (three on a narrow page) and parted at a comma where both halves
 * fit; at the smallest size it has one line more, ended with …
 */
export function titleBlock(
  look: Look,
  page: Page,
  text: string,
  room: number,
  options: TitleOptions,
): Block {
  const { lines, size } = titleLines(page, text, room, options)
  const leading = size * LEADING
  const style = { size, leading, color: look.palette.text1, weight: WEIGHT, family: SERIF_FAMILY }
  return {
    marks: lines.map((line, i) => words(look, line, 0, i * leading, style)),
    height: lines.length * leading,
  }
}

interface Lines {
  readonly lines: readonly string[]
  readonly size: number
}

function titleLines(page: Page, text: string, room: number, options: TitleOptions): Lines {
  const most = Math.min(options.isNarrow ? 3 : 2, options.lines)
  const sizes = STEPS.filter((step) => step <= options.scale).map((step) =>
    Math.max(page.least * LEAST, page.title * step),
  )
  for (const size of sizes) {
    const { lines } = wrapped(text, room, size, { weight: WEIGHT })
    if (lines.length === 2 && most > 1) return { lines: parted(text, room, size) ?? lines, size }
    if (lines.length <= most) return { lines, size }
  }
  const size = sizes.at(-1) ?? page.least * LEAST
  const maxLines = Math.min(most + 1, options.lines)
  return { ...wrapped(text, room, size, { weight: WEIGHT, maxLines }), size }
}

/** Two lines of much the same length that meet at a punctuation mark; null where there is no such place. */
function parted(text: string, room: number, size: number): readonly string[] | null {
  const width = (part: string): number => widthOf(part, size, WEIGHT)
  const halves = [...text.matchAll(/[，；：。、]|[,;:](?= )/g)]
    .map(({ index }) => [text.slice(0, index + 1).trim(), text.slice(index + 1).trim()] as const)
    .filter((parts) => parts.every((part) => width(part) <= room && width(part) > room * 0.3))
  const cost = ([a, b]: readonly [string, string]): number =>
    Math.abs(width(a) - width(b)) * (/[，、,]$/.test(a) ? 1 : 0.5)
  return halves.sort((a, b) => cost(a) - cost(b))[0] ?? null
}
