import { ems } from '../ems.ts'
import type { PrintedColumn } from '../printValues.ts'
import { CELL_PADDING, TEXT_WIDTH, TWIPS_A_POINT, twips, TYPE } from './measures.ts'

/** Columns that stand beside each other on one page, by their places, with their widths in twips. */
export interface ColumnGroup {
  readonly columns: readonly number[]
  readonly widths: readonly number[]
}

/** Narrowest and widest that words get before they wrap, in characters. */
const FEW = 4
/** The first column names the row: it wraps later. */
const NAME = 8
const MANY = 36
/** Longest word that is not broken. */
const WORD = 10
/** Twips: faces differ a little from the estimate. */
const SLACK = 20
const TOTAL = twips(TEXT_WIDTH)

/** The room of a table: its width in twips, and whether it is in 小五 in any case. */
export interface TableRoom {
  readonly width: number
  readonly isSmall: boolean
}

export const WHOLE: TableRoom = { width: TOTAL, isSmall: false }

/** How the columns of one table are set: 五号 where they fit side by side in it, else 小五. */
export interface TableLayout {
  readonly isSmall: boolean
  readonly groups: readonly ColumnGroup[]
}

/**
 * Columns that fit the page beside each other; what does not fit follows in tables of its own, each of which
 * repeats the first column.
 */
export function tableLayout(
  columns: readonly PrintedColumn[],
  { width, isSmall }: TableRoom = WHOLE,
): TableLayout {
  const groups = columnGroups(columns, TYPE.five, width)
  if (groups.length === 1 && !isSmall) return { isSmall: false, groups }
  return { isSmall: true, groups: columnGroups(columns, TYPE.smallFive, width) }
}

function columnGroups(
  columns: readonly PrintedColumn[],
  points: number,
  total: number,
): readonly ColumnGroup[] {
  const rooms = columns.map((column, at) => roomOf(column, at === 0 ? NAME : FEW, points))
  const least = (at: number): number => rooms[at]?.least ?? 0
  const groups: number[][] = [[]]
  let left = total - least(0)
  for (let at = 1; at < columns.length; at++) {
    const last = groups.at(-1)
    if (last && (last.length === 0 || least(at) <= left)) last.push(at)
    else {
      groups.push([at])
      left = total - least(0)
    }
    left -= least(at)
  }
  return groups.map((group) => {
    const places = [0, ...group]
    return {
      columns: places,
      widths: spread(
        places.flatMap((at) => rooms[at] ?? []),
        total,
      ),
    }
  })
}

/** Twips of a column or table. */
export interface Room {
  readonly least: number
  readonly wish: number
}

/** Numbers never wrap; words and heads may. */
function roomOf({ title, cells, isNumber }: PrintedColumn, fewest: number, points: number): Room {
  const widest = cells.reduce((most, cell) => Math.max(most, ems(cell)), 1)
  const head = ems(title)
  const words = isNumber ? [title] : [title, ...cells]
  const few = Math.max(
    isNumber ? widest : Math.min(fewest, widest),
    Math.min(FEW, head),
    Math.min(
      WORD,
      words.reduce((most, text) => Math.max(most, longestWord(text)), 0),
    ),
  )
  const many = Math.max(few, Math.min(MANY, Math.max(widest, head)))
  return { least: twipsOf(few, points), wish: twipsOf(many, points) }
}

/** Latin words are not broken, Chinese ones anywhere. */
const longestWord = (text: string): number =>
  (text.match(/[!-\u2e7f]+/g) ?? []).reduce((most, word) => Math.max(most, ems(word)), 0)

const twipsOf = (characters: number, points: number): number =>
  Math.ceil(characters * points * TWIPS_A_POINT) + 2 * CELL_PADDING + SLACK

/** Widths that fill the page: what each needs, then of the rest what each would like, then evenly. */
function spread(rooms: readonly Room[], total: number): number[] {
  const sum = (of: (room: Room) => number): number => rooms.reduce((all, one) => all + of(one), 0)
  const [least, wish] = [sum((room) => room.least), sum((room) => room.wish)]
  const part = wish > least ? Math.min(1, Math.max(0, (total - least) / (wish - least))) : 0
  const wanted = rooms.map((room) => room.least + (room.wish - room.least) * part)
  const factor = total / wanted.reduce((all, width) => all + width, 0)
  const widths = wanted.map((width) => Math.floor(width * factor))
  const rest = total - widths.reduce((all, width) => all + width, 0)
  return widths.map((width, i) => (i === 0 ? width + rest : width))
}

/** Twips that a table in 小五 needs and would like to have: how two tables share a page. */
export function widthsOf(columns: readonly PrintedColumn[]): Room {
  const rooms = columns.map((column, at) => roomOf(column, at === 0 ? NAME : FEW, TYPE.smallFive))
  const sum = (of: (room: Room) => number): number => rooms.reduce((all, one) => all + of(one), 0)
  return { least: sum(({ least }) => least), wish: sum(({ wish }) => wish) }
}
