import type { KpiFigure } from '../../figures/kinds/kpiFigure.ts'
import { plainText } from '../plainText.ts'
import { whenAndWhom, type ToldKpi } from '../kpiGroup.ts'
import { shortened, wrapped } from '../picture/lineBreak.ts'
import { nameOf } from '../sharedFacts.ts'
import type { Slide } from './deck.ts'
import { addMeter } from './kpiSlide.ts'
import { unbroken } from './unbroken.ts'
import { inches, lineHeight } from './plan/chartPlan.ts'
import { INCH, ink, POINTS, PRINT, type Box } from './paper.ts'

const GAP = 0.35
const NAME = 15
const NUMERAL = { most: 54, least: 18 } as const
/** Unit beside its numeral (visual language, "KPI tile"). */
const UNIT = 0.42
const COMPARISON = 14
const RULE = 0.12
/** Higher than this a card stands apart from its words. */
const HIGHEST = 2.6

/** Headline figures beside and below each other: name, when and whom, value, meter, comparison, own sentence. */
export function addKpiCards(slide: Slide, items: readonly ToldKpi[], box: Box): void {
  const columns = items.length <= 4 ? items.length : Math.ceil(items.length / 2)
  const rows = Math.ceil(items.length / columns)
  const [w, h] = [(box.w - GAP * (columns - 1)) / columns, (box.h - GAP * (rows - 1)) / rows]
  const high = Math.min(h, HIGHEST)
  items.forEach((item, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)]
    const x = box.x + column * (w + GAP)
    const y = box.y + row * (h + GAP) + (rows === 1 ? (h - high) * 0.35 : 0)
    addCard(slide, item, { x, y, w, h: high })
  })
}

function addCard(slide: Slide, item: ToldKpi, box: Box): void {
  const { figure } = item
  const { x, w } = box
  slide.addShape('line', {
    ...{ x, y: box.y, w, h: 0, line: { color: ink(PRINT.lineStrong), width: 1 } },
  })
  let y = box.y + RULE
  const line = (text: string, size: number, color: string, most = 1, bold = false): void => {
    if (!text || y + lineHeight(size) > box.y + box.h + 0.01) return
    const room = Math.max(1, Math.min(most, Math.floor((box.y + box.h - y) / lineHeight(size))))
    const { lines } = wrapped(text, w * INCH * 0.96, size, {
      ...{ maxLines: room, weight: bold ? 600 : 400 },
    })
    const h = lines.length * lineHeight(size)
    slide.addText(unbroken(lines, text), {
      ...{ x, y, w, h, margin: 0, valign: 'top', fontSize: size, bold, color: ink(color) },
    })
    y += h
  }
  const below = figure.comparison?.below ?? false
  line(nameOf(item), NAME, PRINT.text1, 1, true)
  line(plainText(whenAndWhom(figure, figure.locale)), POINTS.least, PRINT.text3)
  y = addNumeral(slide, figure, { ...box, y, h: box.y + box.h - y })
  line(
    figure.comparison ? `${below ? '▼ ' : ''}${plainText(figure.comparison.text)}` : '',
    ...([COMPARISON, below ? PRINT.status.warn : PRINT.text1, 2] as const),
  )
  line(plainText(item.item.sentence ?? ''), POINTS.label, PRINT.text2, 3)
}

/** The value with its unit, and the meter of a share; gives where they end. */
function addNumeral(slide: Slide, { value, share }: KpiFigure, { x, y, w }: Box): number {
  const isAbsent = value.absent !== undefined
  const unit = isAbsent ? '' : plainText(value.unit)
  const text = plainText(value.text)
  const em = inches(text, 1, 600) + inches(` ${unit}`, UNIT)
  const most = isAbsent ? 30 : NUMERAL.most
  const size = Math.max(NUMERAL.least, Math.min(most, Math.floor((w * 0.94) / em)))
  const h = (size * 1.25) / INCH
  slide.addText(
    [
      { text: shortened(text, w * INCH, size, 600), options: { fontSize: size, bold: true } },
      { text: unit ? ` ${unit}` : '', options: { fontSize: size * UNIT, color: ink(PRINT.text2) } },
    ],
    {
      ...{ x, y, w, h, margin: 0, valign: 'middle', wrap: false },
      color: ink(isAbsent ? PRINT.text3 : PRINT.text1),
    },
  )
  if (share === null) return y + h
  addMeter(slide, share, { x, y: y + h + 0.04, w: w * 0.8, h: 0.12 })
  return y + h + 0.24
}
