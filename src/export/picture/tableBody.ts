import type { Look } from '../../charts/look.ts'
import { rectMark } from '../../charts/marks.ts'
import type { TableFigure } from '../../figures/kinds/tableFigure.ts'
import { moved, remark, remarkHeight, rule, words, type Block, type Room } from './block.ts'
import type { PictureMark } from './drawn.ts'
import { leftOut } from './leftOut.ts'
import { shortened, wrapped } from './lineBreak.ts'
import { LEADING, lookOf, type Page } from './page.ts'
import { tableColumns, type DrawnColumn } from './tableColumns.ts'

const MOST_LINES = 3
const HEAD_LINES = 4

/** A printed table: as many rows and columns as fit, at 9 points where that shows more; the others are counted below. */
export function tableBody(figure: TableFigure, page: Page, room: Room): readonly PictureMark[] {
  const look = lookOf(page, room.width, room.height)
  const preferred = drawTable(figure, look, page.label * 1.05, page)
  if (preferred.whole || page.label <= page.least) return preferred.marks
  return drawTable(figure, look, page.least, page).marks
}

/** Height of all rows at a width; what it leaves out counts its columns below. */
export function tableHeight(figure: TableFigure, page: Page, width: number): number {
  const size = page.label * 1.05
  const look = lookOf(page, width, page.height)
  const columns = tableColumns(figure, size, width)
  let height = headRow(look, columns, size).height + restHeight(figure, page, width)
  for (const cells of figure.rows) {
    height += bodyRow(look, columns, cells, size).height
    if (height > 2 * page.height) break
  }
  return height
}

/** Room of the longest remark that a table may need. */
const restHeight = ({ locale, rows, columns }: TableFigure, page: Page, width: number): number =>
  remarkHeight(page, leftOut(locale, rows.length, columns.length), width)

interface Drawing {
  readonly whole: boolean
  readonly marks: readonly PictureMark[]
}

function drawTable(figure: TableFigure, look: Look, size: number, page: Page): Drawing {
  const columns = tableColumns(figure, size, look.width)
  const head = headRow(look, columns, size)
  const dropped = figure.columns.length - columns.length
  const rows: Block[] = []
  let y = head.height
  for (const cells of figure.rows) {
    const row = bodyRow(look, columns, cells, size)
    if (y + row.height > look.height) break
    rows.push(row)
    y += row.height
  }
  const whole = rows.length === figure.rows.length && dropped === 0
  while (!whole && rows.length > 1 && y > look.height - restHeight(figure, page, look.width))
    y -= rows.pop()?.height ?? 0
  const left = leftOut(figure.locale, figure.rows.length - rows.length, dropped)
  return {
    whole,
    marks: [...stackedRows(head, rows), ...(left ? remark(look, page, left, look) : [])],
  }
}

function stackedRows(head: Block, rows: readonly Block[]): PictureMark[] {
  let y = head.height
  return [
    ...head.marks,
    ...rows.flatMap(({ marks, height }) => {
      const at = y
      y += height
      return moved(marks, 0, at)
    }),
  ]
}

/** Titles of columns, in two lines where one is too short: cut, two of them could read the same. */
function headRow(look: Look, columns: readonly DrawnColumn[], size: number): Block {
  const { palette, width } = look
  const leading = size * LEADING
  const style = { size, color: palette.text2, weight: 600 }
  const titles = columns.map(
    ({ title, width: room }) =>
      wrapped(title, room, size, { maxLines: HEAD_LINES, weight: 600 }).lines,
  )
  const height = Math.max(1, ...titles.map(({ length }) => length)) * leading + size * 0.5
  return {
    marks: [
      rectMark({ x: 0, y: 0, width, height }, { fill: palette.sunken }, 40),
      ...columns.flatMap((column, c) =>
        (titles[c] ?? []).map((line, i) =>
          cell(look, column, line, size * 0.25 + i * leading, style),
        ),
      ),
    ],
    height,
  }
}

function bodyRow(
  look: Look,
  columns: readonly DrawnColumn[],
  cells: readonly string[],
  size: number,
): Block {
  const { palette, width } = look
  const leading = size * LEADING
  const lines = columns.map(({ index, width: room, isEnd }) =>
    isEnd
      ? [shortened(cells[index] ?? '', room, size)]
      : wrapped(cells[index] ?? '', room, size, { maxLines: MOST_LINES }).lines,
  )
  const height = Math.max(1, ...lines.map(({ length }) => length)) * leading + size * 0.45
  const colorOf = (column: number): string => (column === 0 ? palette.text1 : palette.text2)
  return {
    marks: [
      ...columns.flatMap((column, c) =>
        (lines[c] ?? []).map((line, i) =>
          cell(look, column, line, size * 0.22 + i * leading, {
            size,
            color: colorOf(c),
            weight: 400,
          }),
        ),
      ),
      rule(look, height, width, palette.line),
    ],
    height,
  }
}

const cell = (
  look: Look,
  { x, width, isEnd }: DrawnColumn,
  text: string,
  y: number,
  style: { readonly size: number; readonly color: string; readonly weight: number },
): PictureMark =>
  words(look, text, isEnd ? x + width : x, y, {
    ...style,
    leading: style.size * LEADING,
    align: isEnd ? 'right' : 'left',
  })
