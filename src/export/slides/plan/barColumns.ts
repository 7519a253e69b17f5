import type { BarFigure, BarRow } from '../../../figures/kinds/barFigure.ts'
import { plainText } from '../../plainText.ts'
import { ink, POINTS, PRINT } from '../paper.ts'
import { widest, type OverWords, type SideCell, type SideTable } from './chartPlan.ts'

const PAD = 0.22

/** What is printed at the right of bars: the figure's columns and, before them, the words of a warning. */
export interface BarColumns {
  readonly heads: readonly string[]
  readonly texts: readonly (readonly string[])[]
  readonly place: (entries: readonly (BarRow | null)[], at: SidePlace) => SideTable | null
  /** Heads over their columns; `right` is where the last one ends. */
  readonly headWords: (right: number, y: number, size: number) => OverWords[]
}

interface SidePlace {
  readonly x: number
  readonly y: number
  readonly pitch: number
  readonly size: number
}

/** The columns from the position `from` on. */
export function barColumns({ columns, rows }: BarFigure, from: number): BarColumns {
  const hasWarning = rows.some(({ warning }) => warning)
  const heads = [...(hasWarning ? [''] : []), ...columns.slice(from)]
  const cellsOf = (row: BarRow): SideCell[] => [
    ...(hasWarning ? [{ text: row.warning ?? '', color: ink(PRINT.status.warn) }] : []),
    ...row.columns.slice(from, columns.length).map(({ text, below }, i) => ({
      text: plainText(text),
      color: ink(below ? PRINT.status.warn : i + from === 0 ? PRINT.text1 : PRINT.text2),
    })),
  ]
  const texts = heads.map((_, at) => rows.map((row) => cellsOf(row)[at]?.text ?? ''))
  const own = { heads, texts }
  return {
    ...own,
    place: (entries, { x, y, pitch, size }) =>
      heads.length === 0
        ? null
        : {
            ...{ x, y, rowHeight: pitch, size, widths: widthsOf(own, size) },
            rows: entries.map((entry) =>
              entry ? cellsOf(entry) : heads.map(() => ({ text: '', color: ink(PRINT.text2) })),
            ),
          },
    headWords: (right, y, size) => {
      const widths = widthsOf(own, size)
      return heads.flatMap((text, at): OverWords[] => {
        if (!text) return []
        const x = right - widths.slice(at + 1).reduce((sum, width) => sum + width, 0)
        return [{ text, x, y, align: 'right', size: POINTS.least, color: ink(PRINT.text3) }]
      })
    },
  }
}

type Texts = Pick<BarColumns, 'heads' | 'texts'>

const widthsOf = ({ heads, texts }: Texts, size: number): number[] =>
  heads.map(
    (head, at) => Math.max(widest(texts[at] ?? [], size), widest([head], POINTS.least)) + PAD,
  )

/** Inches of all columns together. */
export const tableWidth = (columns: Texts, size: number): number =>
  widthsOf(columns, size).reduce((sum, width) => sum + width, 0)
