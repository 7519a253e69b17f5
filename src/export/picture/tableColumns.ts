import type { TableFigure } from '../../figures/kinds/tableFigure.ts'
import { widthOf } from './characters.ts'

/** A column of a drawn table, in pixels; `index` is its place in the figure. */
export interface DrawnColumn {
  readonly index: number
  readonly title: string
  readonly isEnd: boolean
  readonly x: number
  readonly width: number
}

/** The column without which no number can be read. */
const UNIT = 'unit'

/** A column's width where there is room, and below which it cannot be read. */
interface Wish {
  readonly index: number
  readonly isEnd: boolean
  readonly isUnit: boolean
  readonly natural: number
  readonly least: number
}

/** Between two columns, in sizes of type. */
const GAP = 1.4
const LEAST_WORDS = 6
const LEAST_NAME = 9
const LEAST_NUMBER = 9
/** Heads of numbers are broken into lines. */
const LEAST_HEAD = 4.2
/** Rows that are looked at. */
const SAMPLE = 80

/**
 * Columns that fit a width. Where not all do, the first one, the unit and those of numbers stay longest. What is left over goes
 * to long words first and is then shared out.
 */
export function tableColumns(figure: TableFigure, size: number, width: number): DrawnColumn[] {
  const gap = size * GAP
  const kept = keptOf(wishesOf(figure, size), width, gap)
  const sum = (of: (wish: Wish) => number): number => kept.reduce((all, wish) => all + of(wish), 0)
  const room = width - gap * (kept.length - 1)
  const spare = Math.max(0, room - sum(({ least }) => least))
  const wanted = sum(({ natural, least }) => natural - least)
  const share = wanted > 0 ? Math.min(1, spare / wanted) : 0
  const widthIn = ({ natural, least }: Wish): number => least + (natural - least) * share
  const rest = Math.max(0, room - sum(widthIn)) / kept.length
  let x = 0
  return kept.map((wish) => {
    const at = x
    const own = Math.min(width, widthIn(wish) + rest)
    x += own + gap
    const { index, isEnd } = wish
    return { index, isEnd, title: figure.columns[index]?.title ?? '', x: at, width: own }
  })
}

const wishesOf = ({ columns, rows }: TableFigure, size: number): Wish[] =>
  columns.map(({ id, title, align }, index) => {
    const cells = rows.slice(0, SAMPLE).map((row) => widthOf(row[index] ?? '', size))
    const head = widthOf(title, size, 600)
    const natural = Math.max(size * 2, head, ...cells)
    const isEnd = align === 'end'
    const numbers = Math.max(size * 2, leastHead(title, size), ...cells)
    const least = isEnd
      ? Math.min(numbers, size * LEAST_NUMBER)
      : size * (index === 0 ? LEAST_NAME : LEAST_WORDS)
    return { index, isEnd, isUnit: id === UNIT, natural, least: Math.min(natural, least) }
  })

/** Width of a head in lines: no Latin word of it is broken. */
const leastHead = (title: string, size: number): number =>
  Math.max(
    ...title.split(' ').map((word) => {
      const width = widthOf(word, size, 600)
      return /\p{Script=Han}/u.test(word) ? Math.min(width, size * LEAST_HEAD) : width
    }),
  )

function keptOf(wishes: readonly Wish[], width: number, gap: number): Wish[] {
  const [first, ...others] = wishes
  if (!first) return []
  const rankOf = ({ isUnit, isEnd }: Wish): number => (isUnit ? 0 : isEnd ? 1 : 2)
  const ranked = [...others].sort((a, b) => rankOf(a) - rankOf(b))
  const kept = [first]
  let used = first.least
  for (const wish of ranked) {
    if (used + gap + wish.least > width) continue
    used += gap + wish.least
    kept.push(wish)
  }
  return kept.sort((a, b) => a.index - b.index)
}
