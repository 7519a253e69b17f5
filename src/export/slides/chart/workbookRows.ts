import type { CategoryChart, NativeChart, PointChart } from './nativeChart.ts'
import { POINT_COLUMNS } from './seriesXml.ts'

/** Cells of a chart's workbook from the first row on; null is an empty one. */
export interface WorkbookRows {
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Of the numbers of each column. */
  readonly decimals: readonly number[]
  /** Of columns, in characters. */
  readonly widths: readonly number[]
}

const NAMES = 24
const NUMBERS = 16

/** The cells that a chart is drawn from, where its references look for them. */
export const workbookRows = (chart: NativeChart): WorkbookRows =>
  chart.kind === 'categories' ? categoryRows(chart) : pointRows(chart)

function categoryRows({ heading, categories, series, wholeNames }: CategoryChart): WorkbookRows {
  const whole = wholeNames ? [heading] : []
  return {
    rows: [
      [heading, ...series.map(({ name }) => name), ...whole],
      ...categories.map((category, at) => [
        category,
        ...series.map(({ values }) => values[at] ?? null),
        ...(wholeNames ? [wholeNames[at] ?? ''] : []),
      ]),
    ],
    decimals: [0, ...series.map(({ decimals }) => decimals)],
    widths: [NAMES, ...series.map(() => NUMBERS), ...whole.map(() => NAMES)],
  }
}

function pointRows({ headings, clouds }: PointChart): WorkbookRows {
  const head: string[] = []
  for (const [key, at] of Object.entries(POINT_COLUMNS))
    head[at] = headings[key as keyof typeof POINT_COLUMNS]
  return {
    rows: [
      head,
      ...clouds.flatMap(({ name, names, xs, ys, sizes }) =>
        xs.map((x, i) => [names[i] ?? '', name, x, ys[i] ?? null, sizes?.[i] ?? null]),
      ),
    ],
    decimals: [0, 0, ...[1, 2, 3].map(() => Math.max(0, ...clouds.map((one) => one.decimals)))],
    widths: [NAMES, NUMBERS, NUMBERS, NUMBERS, NUMBERS],
  }
}
