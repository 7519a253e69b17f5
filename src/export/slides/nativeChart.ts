import type PptxGenJS from 'pptxgenjs'

import type { Locale } from '../../domain/text.ts'
import { cleanText } from '../cleanText.ts'
import { ink, POINTS, PRINT, SANS } from './paper.ts'

/** One series of a native chart: a number, or null where there is none. */
export interface ChartSeries {
  readonly name: string
  readonly labels: readonly string[]
  readonly values: readonly (number | null)[]
}

/** A chart that PowerPoint edits: its kind, the values of its workbook, and what it looks like. */
export interface NativeChart {
  readonly kind: 'bar' | 'line' | 'area' | 'scatter'
  /** Above the chart where a slide has several; empty where it has one. */
  readonly title: string
  readonly series: readonly ChartSeries[]
  readonly options: PptxGenJS.IChartOpts
}

const TEXT = { fontSize: POINTS.chart, color: ink(PRINT.text2) }

/** What all charts share: explicit colours and type, no decoration, gaps where values are absent. */
export const PLAIN: PptxGenJS.IChartOpts = {
  ...{ showTitle: false, displayBlanksAs: 'gap', shadow: { type: 'none' } },
  ...{ catAxisLabelFontFace: SANS, catAxisLabelFontSize: TEXT.fontSize },
  ...{ catAxisLabelColor: TEXT.color, catAxisLineColor: ink(PRINT.lineStrong) },
  ...{ valAxisLabelFontFace: SANS, valAxisLabelFontSize: TEXT.fontSize },
  ...{ valAxisLabelColor: TEXT.color, valAxisLineShow: false },
  valAxisLabelFormatCode: '#,##0.##;\u2212#,##0.##',
  ...{ valGridLine: { color: ink(PRINT.line), size: 0.75 }, catGridLine: { style: 'none' } },
  ...{ dataLabelFontFace: SANS, dataLabelFontSize: TEXT.fontSize, dataLabelColor: TEXT.color },
  ...{ legendFontFace: SANS, legendFontSize: TEXT.fontSize, legendColor: TEXT.color },
}

/** Number format of a spreadsheet with thousands and so many decimals. */
export const numberFormat = (decimals: number): string => {
  const digits = decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0'
  return `${digits};\u2212${digits}`
}

/**
 * A value as the library writes it. Its types know no gaps: it writes them empty, and packParts takes them out.
 * A zero it would leave out of the workbook, unless it is written as text.
 */
const writable = (value: number | null): number => (value === 0 ? '0' : value) as unknown as number

/** Puts a chart into a slide, with the figure's finding as alternative text. */
export function addChart(
  slide: PptxGenJS.Slide,
  chart: NativeChart,
  box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  words: { readonly altText: string; readonly locale: Locale },
): void {
  const top = chart.title ? 0.28 : 0
  if (chart.title)
    slide.addText(cleanText(chart.title), {
      ...{ x: box.x, y: box.y, w: box.w, h: top, margin: 0 },
      ...{ fontFace: SANS, fontSize: 12, bold: true, color: ink(PRINT.text1) },
    })
  const data = chart.series.map(({ name, labels, values }) => ({
    name: cleanText(name),
    labels: labels.map(cleanText),
    values: values.map(writable),
  }))
  slide.addChart(chart.kind, data, {
    ...PLAIN,
    ...chart.options,
    ...{ x: box.x, y: box.y + top, w: box.w, h: box.h - top },
    ...{ altText: cleanText(words.altText), lang: words.locale },
  })
}
