import type { Locale } from '../../../domain/text.ts'
import { say } from '../../../figures/text/words.ts'
import { widthOf } from '../../picture/characters.ts'
import type { NativeChart } from '../chart/nativeChart.ts'
import { INCH, LEADING, type Box } from '../paper.ts'

/** A straight line on the slide in inches: what a chart of Office cannot draw by itself. */
export interface OverLine {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly color: string
  readonly width: number
  readonly isDashed: boolean
}

/** Words on one line of the slide: `x` is where they begin, end or have their middle. */
export interface OverWords {
  readonly text: string
  readonly x: number
  /** Middle of the line. */
  readonly y: number
  readonly align: 'left' | 'center' | 'right'
  readonly size: number
  readonly color: string
  readonly bold?: boolean
}

/** Printed columns beside the bars of a chart, row by row. */
export interface SideTable {
  readonly x: number
  readonly y: number
  readonly rowHeight: number
  readonly widths: readonly number[]
  readonly rows: readonly (readonly SideCell[])[]
  readonly size: number
}

export interface SideCell {
  readonly text: string
  readonly color: string
}

/** A chart in its place, with what stands over and beside it. */
export interface ChartPlan {
  readonly chart: NativeChart
  readonly box: Box
  readonly lines: readonly OverLine[]
  readonly words: readonly OverWords[]
  readonly table: SideTable | null
}

/** Inches of a text on one line. */
export const inches = (text: string, size: number, weight = 400): number =>
  widthOf(text, size, weight) / INCH

/** Inches of the widest of some texts. */
export const widest = (texts: readonly string[], size: number, weight = 400): number =>
  texts.reduce((most, text) => Math.max(most, inches(text, size, weight)), 0)

/** Inches between two lines of words. */
export const lineHeight = (size: number): number => (size * LEADING) / INCH

/** A name with its unit in brackets. */
export const withUnit = (title: string, unit: string, locale: Locale): string =>
  unit && !title.includes(unit) ? say(locale, `${title}（${unit}）`, `${title} (${unit})`) : title

/** A part of a box in parts of the whole. */
export const partOf = (inner: Box, { x, y, w, h }: Box) => ({
  ...{ x: (inner.x - x) / w, y: (inner.y - y) / h },
  ...{ w: inner.w / w, h: inner.h / h },
})
