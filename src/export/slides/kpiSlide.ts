import type { KpiFigure } from '../../figures/kinds/kpiFigure.ts'
import { plainText } from '../plainText.ts'
import { shortened, wrapped } from '../picture/lineBreak.ts'
import type { Slide } from './deck.ts'
import { unbroken } from './unbroken.ts'
import { inches, lineHeight } from './plan/chartPlan.ts'
import { INCH, ink, PRINT, type Box } from './paper.ts'

/** Unit beside its numeral (visual language, "KPI tile"). */
const UNIT = 0.39
const META = 18
const COMPARISON = 22

/** Scope, one large number with its unit, the meter of a share, the comparison; one above the other. */
export function addKpi(slide: Slide, figure: KpiFigure, box: Box): void {
  const { value, meta, comparison, share } = figure
  const isAbsent = value.absent !== undefined
  const text = plainText(value.text)
  const unit = isAbsent ? '' : plainText(value.unit)
  const most = isAbsent ? 60 : 115
  const em = inches(text, 1, 600) + inches(` ${unit}`, UNIT)
  const size = Math.max(20, Math.min(most, Math.floor((box.w * 0.96) / em)))
  const [metaH, numeralH] = [meta ? lineHeight(META) : 0, (size * 1.25) / INCH]
  const meterH = share === null ? 0 : 0.55
  const words = comparison ? `${comparison.below ? '▼ ' : ''}${plainText(comparison.text)}` : ''
  const { lines } = wrapped(words, box.w * INCH, COMPARISON, { maxLines: 3 })
  const comparisonH = lines.length * lineHeight(COMPARISON)
  let y = box.y + Math.max(0, (box.h - metaH - numeralH - meterH - comparisonH) * 0.42)
  const style = { x: box.x, w: box.w, margin: 0, valign: 'middle' } as const
  if (meta)
    slide.addText(shortened(plainText(meta), box.w * INCH, META), {
      ...{ ...style, y, h: metaH, fontSize: META, color: ink(PRINT.text3) },
    })
  y += metaH
  slide.addText(
    [
      { text: shortened(text, box.w * INCH, size, 600), options: { fontSize: size, bold: true } },
      { text: unit ? ` ${unit}` : '', options: { fontSize: size * UNIT, color: ink(PRINT.text2) } },
    ],
    { ...style, y, h: numeralH, color: ink(isAbsent ? PRINT.text3 : PRINT.text1), wrap: false },
  )
  y += numeralH
  if (share !== null) addMeter(slide, share, { ...box, y: y + 0.1, h: 0.22 })
  y += meterH
  if (words)
    slide.addText(unbroken(lines, words), {
      ...{ ...style, y, h: comparisonH, fontSize: COMPARISON },
      color: ink(comparison?.below ? PRINT.status.warn : PRINT.text1),
    })
}

/** A part of a whole. */
export function addMeter(slide: Slide, share: number, { x, y, w, h }: Box): void {
  const long = Math.min(w, 6)
  const part = Math.max(0, Math.min(1, share)) * long
  const bar = (width: number, color: string): void => {
    slide.addShape('rect', {
      ...{ x, y, w: width, h, fill: { color: ink(color) }, line: { type: 'none' } },
    })
  }
  bar(long, PRINT.line)
  if (part > 0) bar(part, PRINT.qing)
}
