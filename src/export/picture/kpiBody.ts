import type { Look } from '../../charts/look.ts'
import { rectMark } from '../../charts/marks.ts'
import type { KpiFigure } from '../../figures/kinds/kpiFigure.ts'
import { moved, stacked, words, type Block, type Room } from './block.ts'
import type { PictureMark } from './drawn.ts'
import { widthOf } from './characters.ts'
import { shortened, wrapped } from './lineBreak.ts'
import { LEADING, lookOf, type Page } from './page.ts'

/** Unit beside its numeral (visual language, "KPI tile"), and the space between them. */
const UNIT = 0.39
const SPACE = 0.09
/** Most of a numeral, and of a word in its place, in sizes of the title. */
const NUMERAL = 5.4
const WORD = 3.2

/**
 * Scope, the large figure with its unit, the meter, one comparison. The tile's small curve stays on the screen: it
 * has no scale, and beside a sum it shows the sum's change.
 */
export function kpiBody(figure: KpiFigure, page: Page, room: Room): PictureMark[] {
  const look = lookOf(page, room.width, room.height)
  const { comparison, meta, share } = figure
  const size = page.label * 1.3
  const numeral = numeralBlock(figure, look, page)
  const { marks, height } = stacked([
    ...(meta ? [line(look, shortened(meta, room.width, size), size, look.palette.text3)] : []),
    numeral,
    ...(share === null ? [] : [meter(look, share, size)]),
    ...(comparison ? comparisonLines(comparison, look, size * 1.15) : []),
  ])
  return moved(marks, 0, Math.max(0, (room.height - height) * 0.45))
}

const line = (look: Look, text: string, size: number, color: string): Block => ({
  marks: [words(look, text, 0, 0, { size, leading: size * LEADING, color })],
  height: size * LEADING,
})

/** Em of the numerals of the display face at weight 500; those of other faces are up to a tenth wider. */
const NUMERALS: Readonly<Record<string, number>> = {
  ...{ '0': 0.51, '1': 0.31, '2': 0.48, '3': 0.47, '4': 0.51, '5': 0.47, '6': 0.47, '7': 0.43 },
  ...{ '8': 0.48, '9': 0.46, '.': 0.24, ',': 0.23, '+': 0.47, '\u2212': 0.47 },
}

const numeralWidth = (text: string): number =>
  Array.from(text).reduce((sum, char) => sum + (NUMERALS[char] ?? widthOf(char, 1)), 0)

/**
 * As large as the room allows, set against the unit: whatever face stands in, the two neither part nor meet. A word
 * that stands in for a value is smaller and quiet.
 */
function numeralBlock({ value }: KpiFigure, look: Look, page: Page): Block {
  const { palette } = look
  const isAbsent = value.absent !== undefined
  const unit = isAbsent ? '' : value.unit
  const end = numeralWidth(value.text)
  const ems = end + SPACE + widthOf(unit, UNIT)
  const most = page.title * (/\d/.test(value.text) ? NUMERAL : WORD)
  const size = Math.min(most, look.height * 0.42, (look.width * 0.98) / ems)
  const leading = size * 1.22
  const small = Math.max(page.least, size * UNIT)
  const color = isAbsent ? palette.text3 : palette.text1
  const numeral = { size, leading, color, weight: 500 }
  return {
    marks: [
      ...(unit
        ? [
            {
              ...words(look, value.text, end * size, 0, { ...numeral, align: 'right' }),
              length: end * size,
            },
            words(look, unit, (end + SPACE) * size, (size - small) * 0.36, {
              ...{ size: small, leading, color: palette.text2 },
            }),
          ]
        : [words(look, value.text, 0, 0, numeral)]),
    ],
    height: leading,
  }
}

function comparisonLines(
  { text, below }: NonNullable<KpiFigure['comparison']>,
  look: Look,
  size: number,
): Block[] {
  const { lines } = wrapped(`${below ? '▼ ' : ''}${text}`, look.width, size, { maxLines: 3 })
  const color = below ? look.palette.status.warn : look.palette.text1
  return lines.map((words) => line(look, words, size, color))
}

/** A part of a whole. */
function meter({ palette, width, u }: Look, share: number, size: number): Block {
  const [height, r, long] = [size * 0.6, 2 * u, Math.min(width, size * 22)]
  const part = Math.max(0, Math.min(1, share))
  return {
    marks: [
      rectMark({ x: 0, y: 0, width: long, height, r }, { fill: palette.line }, 10),
      rectMark({ x: 0, y: 0, width: long * part, height, r }, { fill: palette.qing }, 11),
    ],
    height: height + size * 0.6,
  }
}
