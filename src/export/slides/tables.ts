import type PptxGenJS from 'pptxgenjs'

import { textWidth } from '../../charts/look.ts'
import type { Figure } from '../../figures/figure.ts'
import { printValues, type PrintedValues } from '../document/printTable.ts'
import { ink, POINTS, PRINT, SANS, type Box } from './paper.ts'

/** Height of a row: as the slide has room, within these. */
const ROW = { least: 0.22, most: 0.3 }
const UNIT = 0.24

/** A part of a figure's table that one slide has room for. */
export interface TablePage {
  readonly columns: PrintedValues['table']['columns']
  readonly from: number
  readonly to: number
  readonly unit: string
  /** What is left to the workbook, on the last page. */
  readonly rest: string
}

/** The rows of a figure in pages of a height. */
export function tablePages(figure: Figure, height: number): TablePage[] {
  const { table, unit, rest } = printValues(figure)
  const room = Math.max(4, Math.floor((height - UNIT - (rest ? UNIT : 0)) / ROW.least) - 1)
  const count = Math.max(1, Math.ceil(table.count / room))
  const each = Math.ceil(table.count / count)
  return Array.from({ length: count }, (_, i) => ({
    ...{ columns: table.columns, unit, from: i * each, to: Math.min(table.count, (i + 1) * each) },
    rest: i === count - 1 ? rest : '',
  }))
}

/** A native table: unit top right, head over a rule, numbers right. */
export function addTable(slide: PptxGenJS.Slide, page: TablePage, box: Box): void {
  const { columns, from, to, unit, rest } = page
  const line = { type: 'solid', pt: 0.75, color: ink(PRINT.line) } as const
  const none = { type: 'none' } as const
  const cell = (text: string, at: number, head: boolean): PptxGenJS.TableCell => ({
    text,
    options: {
      align: columns[at]?.isNumber ? 'right' : 'left',
      bold: head,
      color: ink(head ? PRINT.text3 : PRINT.text1),
      border: [none, none, head ? { ...line, color: ink(PRINT.lineStrong) } : line, none],
    },
  })
  const rows = [
    columns.map(({ title }, at) => cell(title, at, true)),
    ...Array.from({ length: to - from }, (_, i) =>
      columns.map(({ cells }, at) => cell(cells[from + i] ?? '', at, false)),
    ),
  ]
  const rowH = Math.min(ROW.most, (box.h - UNIT - (rest ? UNIT : 0)) / rows.length)
  note(slide, unit, { x: box.x, y: box.y, w: box.w, h: UNIT }, 'right')
  slide.addTable(rows, {
    ...{ x: box.x, y: box.y + UNIT, w: box.w, colW: widthsOf(page, box.w), rowH },
    ...{ fontFace: SANS, fontSize: sizeOf(columns.length), margin: [0, 0.06, 0, 0.06] },
    valign: 'middle',
  })
  const end = box.y + UNIT + rowH * rows.length
  note(slide, rest, { x: box.x, y: end, w: box.w, h: UNIT }, 'left')
}

function note(slide: PptxGenJS.Slide, text: string, box: Box, align: 'left' | 'right'): void {
  if (!text) return
  slide.addText(text, {
    ...{ ...box, margin: 0, align, fontFace: SANS },
    ...{ fontSize: POINTS.fact, color: ink(PRINT.text3) },
  })
}

const sizeOf = (columns: number): number => (columns > 8 ? 9 : POINTS.table)

/** Room by what the columns hold, within bounds. */
function widthsOf({ columns, from, to }: TablePage, width: number): number[] {
  const wanted = columns.map(({ title, cells }) =>
    Math.min(
      26,
      Math.max(4, ...[title, ...cells.slice(from, to)].map((text) => textWidth(text, 1))),
    ),
  )
  const sum = wanted.reduce((a, b) => a + b, 0)
  return wanted.map((one) => (one / sum) * width)
}
