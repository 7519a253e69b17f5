import type PptxGenJS from 'pptxgenjs'

import type { Figure } from '../../figures/figure.ts'
import { plainText } from '../plainText.ts'
import { printValues, type PrintedColumn } from '../printValues.ts'
import { wrapped } from '../picture/lineBreak.ts'
import type { Slide } from './deck.ts'
import { unbroken } from './unbroken.ts'
import { columnGroups, PAD, SIZE } from './columns.ts'
import { inches, lineHeight } from './plan/chartPlan.ts'
import { INCH, ink, PRINT, type Box } from './paper.ts'

/** A part of a figure's table that has room on one slide. */
export interface TablePage {
  readonly columns: readonly PrintedColumn[]
  readonly widths: readonly number[]
  /** Cells of its rows, cut where one would fill the slide. */
  readonly rows: readonly (readonly string[])[]
  readonly heights: readonly number[]
  readonly unit: string
  /** What is left to the workbook, on the last page. */
  readonly rest: string
}

const UNIT = 0.25
/** A row of one line. */
export const ONE_LINE = 0.225
/** Lines of a cell at most; the whole text is in the speaker's notes. */
const MOST_LINES = 6
/** The table of a figure in pages: columns that have no room side by side follow on slides of their own. */
export function tablePages(
  figure: Figure,
  box: { readonly w: number; readonly h: number },
): TablePage[] {
  const { table, unit, rest } = printValues(figure)
  const groups = columnGroups(table.columns, box.w)
  return groups.flatMap(({ columns, widths }, g) => {
    const rows = Array.from({ length: table.count }, (_, r) =>
      columns.map(({ cells }, at) => cutCell(cells[r] ?? '', widths[at] ?? 1)),
    )
    const heights = rows.map((cells) => heightOf(cells, widths))
    const isLast = g === groups.length - 1
    const room =
      box.h - headHeight(columns, widths) - (unit ? UNIT : 0) - (isLast && rest ? UNIT : 0)
    return pagesOf(heights, room).map(([from, to], i, all): TablePage => ({
      ...{ columns, widths, unit, rows: rows.slice(from, to), heights: heights.slice(from, to) },
      rest: isLast && i === all.length - 1 ? rest : '',
    }))
  })
}

type Run = readonly [from: number, to: number]

/** Runs of rows that have room, on as few pages as they need; about as many on each. */
function pagesOf(heights: readonly number[], room: number): Run[] {
  const pages = runsWithin(heights, room)
  const total = heights.reduce((sum, height) => sum + height, 0)
  for (let each = total / pages.length; each < room; each += ONE_LINE) {
    const even = runsWithin(heights, each)
    if (even.length === pages.length) return even
  }
  return pages
}

function runsWithin(heights: readonly number[], room: number): Run[] {
  const runs: Run[] = []
  let [from, used] = [0, 0]
  heights.forEach((height, at) => {
    if (at > from && used + height > room) {
      runs.push([from, at])
      ;[from, used] = [at, 0]
    }
    used += height
  })
  return [...runs, [from, heights.length]]
}

const linesOf = (text: string, width: number, weight = 400): number =>
  Math.max(1, wrapped(text, (width - 2 * PAD) * INCH, SIZE, { weight }).lines.length)

function cutCell(raw: string, width: number): string {
  const text = plainText(raw).replace(/\s+/g, ' ').trim()
  const room = (width - 2 * PAD) * INCH
  if (inches(text.slice(0, 400), SIZE) * INCH <= room && text.length < 400) return text
  const { lines, left } = wrapped(text, room, SIZE, { maxLines: MOST_LINES })
  return left === 0 ? text : unbroken(lines, text)
}

const rowHeight = (lines: number): number => Math.max(ONE_LINE, lines * lineHeight(SIZE) + 0.02)

const heightOf = (cells: readonly string[], widths: readonly number[]): number =>
  rowHeight(Math.max(...cells.map((text, at) => linesOf(text, widths[at] ?? 1))))

const headHeight = (columns: readonly PrintedColumn[], widths: readonly number[]): number =>
  rowHeight(Math.max(...columns.map(({ title }, at) => linesOf(title, widths[at] ?? 1, 600))))

/** A native table: unit top right, head on a tinted ground, numbers right. */
export function addTable(slide: Slide, page: TablePage, box: Box, name: string): void {
  const { columns, widths, rows, heights, unit, rest } = page
  const top = box.y + (unit ? UNIT : 0)
  note(slide, unit, { ...box, h: UNIT }, 'right')
  const head = headHeight(columns, widths)
  const body = heights.reduce((sum, height) => sum + height, 0)
  const spread = roomier(box.h - (top - box.y) - head - (rest ? UNIT : 0) - body, rows.length)
  slide.addTable(
    [
      columns.map((column) => cell(column.title, column, true)),
      ...rows.map((cells) => columns.map((column, at) => cell(cells[at] ?? '', column, false))),
    ],
    {
      ...{ x: box.x, y: top, w: box.w, colW: [...widths], objectName: name },
      rowH: [head, ...heights.map((height) => height + spread)],
      ...{ fontSize: SIZE, margin: [0, PAD, 0, PAD], valign: 'middle' },
    },
  )
  const end = top + head + body + spread * rows.length
  note(slide, rest, { x: box.x, y: end + 0.02, w: box.w, h: UNIT }, 'left')
}

/** Few rows stand a little apart. */
const roomier = (left: number, rows: number): number =>
  Math.max(0, Math.min(0.1, (left * 0.7) / Math.max(1, rows)))

function cell(text: string, { isNumber }: PrintedColumn, isHead: boolean): PptxGenJS.TableCell {
  const none = { type: 'none' } as const
  const line = {
    ...({ type: 'solid', pt: 0.75 } as const),
    color: ink(isHead ? PRINT.lineStrong : PRINT.line),
  }
  return {
    text,
    options: {
      align: isNumber ? 'right' : 'left',
      bold: isHead,
      color: ink(isHead ? PRINT.text2 : PRINT.text1),
      border: [none, none, line, none],
      ...(isHead ? { fill: { color: ink(PRINT.sunken) } } : {}),
    },
  }
}

function note(slide: Slide, text: string, box: Box, align: 'left' | 'right'): void {
  if (!text) return
  slide.addText(text, {
    ...{ ...box, margin: 0, align, valign: 'middle' },
    ...{ fontSize: SIZE, color: ink(PRINT.text3) },
  })
}
