import type PptxGenJS from 'pptxgenjs'

import { shortened } from '../picture/lineBreak.ts'
import type { About } from './chart/workbook.ts'
import { addInsert, type Deck, type Slide } from './deck.ts'
import { INCH, ink, PRINT } from './paper.ts'
import {
  inches,
  lineHeight,
  type ChartPlan,
  type OverLine,
  type OverWords,
  type SideTable,
} from './plan/chartPlan.ts'

/** A native chart with what stands over and beside it. */
export function addChart(
  deck: Deck,
  slide: Slide,
  { chart, box, lines, words, table }: ChartPlan,
  { altText, about }: { readonly altText: string; readonly about: About },
): void {
  addInsert(deck, slide, { kind: 'chart', chart, box, altText, about })
  for (const line of lines) addLine(slide, line)
  for (const text of words) addWords(slide, text)
  if (table) addSide(slide, table)
}

function addLine(slide: Slide, { from, to, color, width, isDashed }: OverLine): void {
  slide.addShape('line', {
    ...{ x: from[0], y: from[1], w: to[0] - from[0], h: to[1] - from[1] },
    line: { color, width, ...(isDashed ? { dashType: 'sysDash' as const } : {}) },
  })
}

/** Reserve for a reader whose face is wider than the estimate. */
const RESERVE = 1.06

function addWords(slide: Slide, { text, x, y, align, size, color, bold = false }: OverWords): void {
  const w = inches(text, size, bold ? 600 : 400) * RESERVE + 0.05
  const h = lineHeight(size)
  const left = { left: x, center: x - w / 2, right: x - w }[align]
  slide.addText(text, {
    ...{ x: left, y: y - h / 2, w, h, margin: 0, align, valign: 'middle', wrap: false },
    ...{ fontSize: size, bold, color },
  })
}

/** Printed columns as a native table whose rows stand beside the bars. */
function addSide(slide: Slide, { x, y, rowHeight, widths, rows, size }: SideTable): void {
  const none = { type: 'none' } as const
  slide.addTable(
    rows.map((cells) =>
      cells.map(({ text, color }, at): PptxGenJS.TableCell => ({
        text: shortened(text, (widths[at] ?? 0) * INCH, size),
        options: { align: 'right', color, border: [none, none, none, none] },
      })),
    ),
    {
      ...{ x, y, w: widths.reduce((sum, width) => sum + width, 0), colW: [...widths] },
      ...{ rowH: rowHeight, fontSize: size, margin: 0, valign: 'middle' },
      color: ink(PRINT.text2),
    },
  )
}
