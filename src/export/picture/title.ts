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
}

/**
 * A title in a width, as large as two lines allow (three on a narrow page) and parted at a comma where both halves
 * fit; at the smallest size it has as many lines as it needs.
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
  const most = options.isNarrow ? 3 : 2
  const sizes = STEPS.filter((step) => step <= options.scale).map((step) =>
    Math.max(page.least * LEAST, page.title * step),
  )
  for (const size of sizes) {
    const { lines } = wrapped(text, room, size, { weight: WEIGHT })
    if (lines.length === 2)
      return { lines: parted(text, room, size) ?? balanced(text, room, size, lines), size }
    if (lines.length <= most) return { lines: balanced(text, room, size, lines), size }
  }
  const size = sizes.at(-1) ?? page.least * LEAST
  const { lines } = wrapped(text, room, size, { weight: WEIGHT })
  return { lines: balanced(text, room, size, lines), size }
}

/** Narrowings that are tried, each by a thirtieth of the width. */
const NARROWINGS = 16
/** Lines of a longer title are full ones. */
const MOST_BALANCED = 6

/** The same lines broken so that the last one is not a single word: in as narrow a width as gives no line more. */
function balanced(
  text: string,
  room: number,
  size: number,
  lines: readonly string[],
): readonly string[] {
  if (lines.length < 2 || lines.length > MOST_BALANCED) return lines
  let best = lines
  for (let step = 1; step <= NARROWINGS; step++) {
    const { lines: next } = wrapped(text, room * (1 - step / 30), size, { weight: WEIGHT })
    if (next.length > lines.length) break
    best = next
  }
  return best
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
