import type { LineFigure, LinePanel } from '../../../figures/kinds/lineFigure.ts'
import { plainText } from '../../plainText.ts'
import { shortened } from '../../picture/lineBreak.ts'
import { INCH, ink, POINTS, PRINT, type Box } from '../paper.ts'
import { inches, type OverLine, type OverWords } from './chartPlan.ts'

const SPACE = 0.15

/** What happened when: a dashed line with its word above the plot, where the word has room beside the last one. */
export function eventMarks(
  { periods }: LineFigure,
  { events }: LinePanel,
  plot: Box,
): { readonly lines: OverLine[]; readonly words: OverWords[] } {
  const last = Math.max(1, periods.length - 1)
  const lines: OverLine[] = []
  const words: OverWords[] = []
  let free = plot.x
  const y = plot.y - 0.14
  for (const { period, label } of events) {
    const at = periods.indexOf(period)
    if (at < 0) continue
    const x = plot.x + (plot.w * at) / last
    const style = { color: ink(PRINT.lineStrong), width: 1, isDashed: true }
    lines.push({ from: [x, plot.y - 0.03], to: [x, plot.y + plot.h], ...style })
    const text = shortened(plainText(label), plot.w * 0.4 * INCH, POINTS.least)
    const width = inches(text, POINTS.least)
    const from = Math.min(x - width / 2, plot.x + plot.w - width)
    if (from < free) continue
    words.push({ text, x: from, y, align: 'left', size: POINTS.least, color: ink(PRINT.text2) })
    free = from + width + SPACE
  }
  return { lines, words }
}
