import { textWidth } from '../../charts/look.ts'
import { CELL_PADDING, TEXT_WIDTH, TWIPS_A_POINT, twips, TYPE } from './measures.ts'

/** A column as it is printed: its head and its cells. */
export interface PrintedColumn {
  readonly title: string
  readonly cells: readonly string[]
  readonly isNumber: boolean
}

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

/** How the columns of one table are set: 五号 where they fit side by side in it, else 小五. */
export interface TableLayout {
  readonly isSmall: boolean
  readonly groups: readonly ColumnGroup[]
}

/**
 * Columns that fit the page beside each other; what does not fit follows in tables of its own, each of which
 * repeats the first column.
 */
export function tableLayout(columns: readonly PrintedColumn[]): TableLayout {
  const groups = columnGroups(columns, TYPE.five)
  if (groups.length === 1) return { isSmall: false, groups }
  return { isSmall: true, groups: columnGroups(columns, TYPE.smallFive) }
}

function columnGroups(columns: readonly PrintedColumn[], points: number): readonly ColumnGroup[] {
  const rooms = columns.map((column, at) => roomOf(column, at === 0 ? NAME : FEW, points))
  const least = (at: number): number => rooms[at]?.least ?? 0
  const groups: number[][] = [[]]
  let left = TOTAL - least(0)
  for (let at = 1; at < columns.length; at++) {
    const last = groups.at(-1)
    if (last && (last.length === 0 || least(at) <= left)) last.push(at)
    else {
      groups.push([at])
      left = TOTAL - least(0)
    }
    left -= least(at)
  }
  return groups.map((group) => {
    const places = [0, ...group]
    return { columns: places, widths: spread(places.flatMap((at) => rooms[at] ?? [])) }
  })
}

interface Room {
  readonly least: number
  readonly wish: number
}

/** Numbers never wrap; words and heads may. */
function roomOf({ title, cells, isNumber }: PrintedColumn, fewest: number, points: number): Room {
  const widest = cells.reduce((most, cell) => Math.max(most, textWidth(cell, 1)), 1)
  const head = textWidth(title, 1)
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
  (text.match(/[!-\u2e7f]+/g) ?? []).reduce((most, word) => Math.max(most, textWidth(word, 1)), 0)

const twipsOf = (characters: number, points: number): number =>
  Math.ceil(characters * points * TWIPS_A_POINT) + 2 * CELL_PADDING + SLACK

/** Widths that fill the page: what each needs, then of the rest what each would like, then evenly. */
function spread(rooms: readonly Room[]): number[] {
  const sum = (of: (room: Room) => number): number => rooms.reduce((all, one) => all + of(one), 0)
  const [least, wish] = [sum((room) => room.least), sum((room) => room.wish)]
  const part = wish > least ? Math.min(1, Math.max(0, (TOTAL - least) / (wish - least))) : 0
  const wanted = rooms.map((room) => room.least + (room.wish - room.least) * part)
  const factor = TOTAL / wanted.reduce((all, width) => all + width, 0)
  const widths = wanted.map((width) => Math.floor(width * factor))
  const rest = TOTAL - widths.reduce((all, width) => all + width, 0)
  return widths.map((width, i) => (i === 0 ? width + rest : width))
}
