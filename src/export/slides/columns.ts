import type { PrintedColumn } from '../printValues.ts'
import { inches, widest } from './plan/chartPlan.ts'
import { POINTS } from './paper.ts'

/** Type of a table, and the room at each side of a cell in inches. */
export const SIZE = POINTS.least
export const PAD = 0.09

/** Columns that stand beside each other on a slide, with their widths in inches. */
export interface ColumnGroup {
  readonly columns: readonly PrintedColumn[]
  readonly widths: readonly number[]
}

/** Inches of a column: with every word wrapped that may be, and on one line. */
interface Room {
  readonly least: number
  readonly wish: number
}

/** No column is narrower, none wider where others need theirs. */
const COLUMN = { least: 0.45, most: 5.2 } as const
/** Words wrap from this on; the first column names the row and wraps later. */
const WORDS = 0.8
const NAME = 1.7
/** A date stays on one line, longer words without a gap may wrap. */
const UNBROKEN = 1
/** For programs whose faces are wider than the estimate: most of all their figures. */
const RESERVE = 1.08
const RESERVE_UNBROKEN = 1.2

/** Columns side by side; what has no room follows in groups of their own, which the first column leads too. */
export function columnGroups(columns: readonly PrintedColumn[], width: number): ColumnGroup[] {
  const [first, ...others] = columns
  if (!first) return []
  const groups: PrintedColumn[][] = [[first]]
  let used = roomOf(first, true).least
  for (const column of others) {
    const { least } = roomOf(column, false)
    if (used + least > width && (groups.at(-1)?.length ?? 0) > 1) {
      groups.push([first])
      used = roomOf(first, true).least
    }
    groups.at(-1)?.push(column)
    used += least
  }
  return groups.map((group) => ({ columns: group, widths: widthsOf(group, width) }))
}

/** Numbers never wrap; words and heads may. */
function roomOf({ title, cells, isNumber }: PrintedColumn, isFirst: boolean): Room {
  const body = widest([...cells].map(firstPart), SIZE) * RESERVE
  const head = inches(firstPart(title), SIZE, 600) * RESERVE
  const few = isFirst ? NAME : WORDS
  const words = isNumber ? [title] : [title, ...cells]
  const unbroken = widest(words.flatMap(unbrokenIn), SIZE, 600) * RESERVE_UNBROKEN
  const longest = Math.min(isFirst ? NAME : UNBROKEN, unbroken)
  const narrow = Math.max(isNumber ? body : Math.min(body, few), Math.min(head, WORDS), longest)
  const least = Math.max(COLUMN.least, narrow + 2 * PAD)
  return { least, wish: Math.max(least, Math.min(COLUMN.most, Math.max(body, head) + 2 * PAD)) }
}

/** No more of a long text is measured than fills a column. */
const firstPart = (text: string): string => text.slice(0, 120)

/** Latin words are not broken, Chinese ones anywhere. */
const unbrokenIn = (text: string): string[] => firstPart(text).match(/[!-\u2e7f]+/g) ?? []

/** Widths that fill the slide: what each needs, then of the rest what each would like, then evenly. */
function widthsOf(columns: readonly PrintedColumn[], width: number): number[] {
  const rooms = columns.map((column, at) => roomOf(column, at === 0))
  const sum = (of: (room: Room) => number): number => rooms.reduce((all, one) => all + of(one), 0)
  const [least, wish] = [sum((room) => room.least), sum((room) => room.wish)]
  const part = wish > least ? Math.min(1, Math.max(0, (width - least) / (wish - least))) : 0
  const wanted = rooms.map((room) => room.least + (room.wish - room.least) * part)
  const factor = width / wanted.reduce((all, one) => all + one, 0)
  return wanted.map((one) => one * factor)
}
