import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type FileChild,
} from 'docx'

import type { Locale } from '../../domain/text.ts'
import { printedTable, tableOf } from '../../figures/tableOf.ts'
import { say } from '../../figures/text/words.ts'
import type { DrawPicture, Picture, PictureBox } from '../picture.ts'
import type { PrintedColumn, PrintedTable } from '../printValues.ts'
import { caption, captionTitle } from './captions.ts'
import { widthsOf, type Room } from './columnWidths.ts'
import { dataTables } from './dataTable.ts'
import { vectorOnly } from './figureParagraphs.ts'
import { CELL_PADDING, cssPixels, ONE_PAGE, textWidth, twips } from './measures.ts'
import type { FigureBlock } from './outline.ts'
import { pictureRun } from './pictureRun.ts'
import { note, oneLine } from './prose.ts'

const WIDTH = textWidth(ONE_PAGE)
const TOTAL = twips(WIDTH)
/** Rows of a table beside another one; of a course the last ones. */
const ROWS = 7
/** Height of a picture in CSS pixels. */
const HEIGHT = 126
const SCALE = 3

/** One or two figures beside each other in a table without lines: a picture, or a short table in 小五. */
export async function sideBySide(
  blocks: readonly FigureBlock[],
  draw: DrawPicture,
): Promise<FileChild[]> {
  const widths = share(blocks)
  const cells: TableCell[] = []
  const unseen: FigureBlock[] = []
  for (const [i, block] of blocks.entries()) {
    const width = widths[i] ?? TOTAL
    const inner = width - 2 * CELL_PADDING
    const picture = block.picture === null ? null : await draw(block.item, boxOf(inner))
    if (picture?.png === null) unseen.push(block)
    const children = picture ? pictureIn(block, picture, inner) : tableIn(block, inner)
    cells.push(new TableCell({ children, width: { size: width, type: WidthType.DXA } }))
  }
  return [
    new Table({
      ...{ layout: TableLayoutType.FIXED, borders: NO_LINES, columnWidths: [...widths] },
      width: { size: TOTAL, type: WidthType.DXA },
      rows: [new TableRow({ children: cells })],
    }),
    ...unseen.slice(0, 1).map(({ item: { figure } }) => vectorNote(figure.locale)),
  ]
}

const boxOf = (width: number): PictureBox => ({
  ...{ width: cssPixels(millimetresOf(width)), height: HEIGHT, scale: SCALE },
})

const millimetresOf = (width: number): number => (width / TOTAL) * WIDTH

const vectorNote = (locale: Locale): Paragraph => note(vectorOnly(null, locale))

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_LINES = {
  ...{ top: NONE, bottom: NONE, left: NONE, right: NONE },
  ...{ insideHorizontal: NONE, insideVertical: NONE },
}

/** Twips of each: pictures halve the page, tables share it by what they hold. */
function share(blocks: readonly FigureBlock[]): number[] {
  const [first, second] = blocks
  if (!first || !second) return [TOTAL]
  if (first.picture !== null) return [TOTAL / 2, TOTAL / 2].map(Math.floor)
  const [a, b] = [widthsIn(first), widthsIn(second)]
  const left = Math.round(Math.min(TOTAL - b.least, Math.max(a.least, wishedOf(a.wish, b.wish))))
  return [left, TOTAL - left]
}

/** What is content with less than half gets it; two that want more share in proportion. */
function wishedOf(first: number, second: number): number {
  if (first <= TOTAL / 2) return first
  return second <= TOTAL / 2 ? TOTAL - second : (TOTAL * first) / (first + second)
}

/** Of a short table in a cell, whose sides need room too. */
function widthsIn(block: FigureBlock): Room {
  const { least, wish } = widthsOf(shortTable(block).table.columns)
  return { least: least + 2 * CELL_PADDING, wish: wish + 2 * CELL_PADDING }
}

function pictureIn(block: FigureBlock, picture: Picture, width: number): Paragraph[] {
  const { item, words, picture: number } = block
  const { locale, finding } = item.figure
  const named = { number: number ?? 0, title: oneLine(words.title), description: oneLine(finding) }
  const run = pictureRun(picture, named, millimetresOf(width))
  return [
    new Paragraph({ style: 'Picture', children: [run] }),
    caption('picture', named.number, titleAndUnit(block), locale),
  ]
}

/** Unit and period behind the title; whom it is of the page's own title says. */
function titleAndUnit({ words, item: { figure } }: FigureBlock): string {
  const title = captionTitle(words.title)
  const more = [figure.unit, figure.period].filter(Boolean).join(' · ')
  return oneLine(more ? say(figure.locale, `${title}（${more}）`, `${title} (${more})`) : title)
}

/** Caption, table, and what it leaves out; a cell ends in a paragraph. */
function tableIn(block: FigureBlock, width: number): (Paragraph | Table)[] {
  const { item, words, table: number } = block
  const { locale } = item.figure
  const { table, rest } = shortTable(block)
  return [
    caption('table', number, captionTitle(words.title), locale),
    ...dataTables(table, { width, isSmall: true }),
    rest ? note(rest) : new Paragraph({ style: 'Notes', spacing: NO_ROOM }),
  ]
}

const NO_ROOM = { before: 0, after: 0, line: 20, lineRule: 'exact' } as const

/** What the figure prints, as it prints it: of more rows than fit the first, of a course the last ones. */
function shortTable({ item: { figure } }: FigureBlock): {
  readonly table: PrintedTable
  readonly rest: string
} {
  const {
    columns,
    rows,
    ends = [],
  } = figure.kind === 'table' ? printedTable(figure) : tableOf(figure)
  const shown = figure.kind === 'timeline' ? rows.slice(-ROWS) : rows.slice(0, ROWS)
  const left = rows.length - shown.length
  return {
    table: {
      columns: columns.map((title, at): PrintedColumn => ({
        title: oneLine(title),
        cells: shown.map((row) => oneLine(row[at] ?? '')),
        isNumber: ends.includes(at),
      })),
      count: shown.length,
    },
    rest:
      left > 0
        ? say(
            figure.locale,
            `另有 ${left} 行未列入本表。`,
            left === 1 ? 'One more row is left out here.' : `${left} more rows are left out here.`,
          )
        : '',
  }
}
