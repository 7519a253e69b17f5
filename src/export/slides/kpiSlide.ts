import type PptxGenJS from 'pptxgenjs'

import type { KpiFigure } from '../../figures/figure.ts'
import { cleanText } from '../cleanText.ts'
import { ink, PRINT, SANS, type Box } from './paper.ts'

/** One large number with its unit, what it covers and its comparison. */
export function addKpi(slide: PptxGenJS.Slide, figure: KpiFigure, box: Box): void {
  const { value, meta, comparison } = figure
  const middle = box.y + box.h * 0.32
  const style = { fontFace: SANS, margin: 0, valign: 'middle' } as const
  slide.addText(
    [
      { text: cleanText(value.text), options: { fontSize: 96, bold: true } },
      { text: ` ${cleanText(value.unit)}`, options: { fontSize: 28 } },
    ],
    { ...style, x: box.x, y: middle - 0.8, w: box.w, h: 1.6, color: ink(PRINT.text1) },
  )
  slide.addText(cleanText(meta), {
    ...{ ...style, x: box.x, y: middle + 0.85, w: box.w, h: 0.4 },
    ...{ fontSize: 16, color: ink(PRINT.text3) },
  })
  if (comparison)
    slide.addText(cleanText(comparison.text), {
      ...{ ...style, x: box.x, y: middle + 1.3, w: box.w, h: 0.45, fontSize: 20 },
      color: ink(comparison.below ? PRINT.status.warn : PRINT.qing),
    })
}
