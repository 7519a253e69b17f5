import { pushApart } from '../../../charts/axis.ts'
import type { AreaFigure } from '../../../figures/kinds/areaFigure.ts'
import { formatNumber } from '../../../figures/text/number.ts'
import { plainText } from '../../plainText.ts'
import { shortened } from '../../picture/lineBreak.ts'
import type { Scale } from '../chart/nativeChart.ts'
import { INCH, ink, POINTS, PRINT, type Box } from '../paper.ts'
import { layerInk } from './areaSeries.ts'
import { inches, lineHeight, type OverWords } from './chartPlan.ts'

/** Words at the end of a layer or line, and the value at whose height they belong. */
interface End {
  readonly text: string
  readonly swatch: string | null
  readonly value: number
  readonly size: number
  readonly color: string
  readonly bold: boolean
}

const OFFSET = 0.12
const SWATCH = '■ '
/** Names take at most so many inches. */
const MOST = 3

/** Names and last values of layers, crest and what lies around it, and the room that they take. */
export function areaEnds(figure: AreaFigure): {
  readonly ends: readonly End[]
  readonly room: number
} {
  const { layers, crest, outer } = figure
  let below = 0
  const ends = layers.map(({ name, values }, i): End => {
    const value = values.at(-1) ?? 0
    below += value
    return {
      ...{ text: `${name} ${printed(value)}`, swatch: layerInk(i), value: below - value / 2 },
      ...{ size: POINTS.label, color: ink(PRINT.text2), bold: false },
    }
  })
  const line = (text: string, value: number, size: number, color: string, bold: boolean): End => ({
    ...{ text, swatch: null, value, size, color, bold },
  })
  const [top, around] = [crest?.values.at(-1), outer?.values.at(-1)]
  if (crest && top !== undefined)
    ends.push(line(`${printed(top)} ${crest.name}`, top, 18, ink(PRINT.text1), true))
  if (outer && around !== undefined)
    ends.push(
      line(`${outer.name} ${printed(around)}`, around, POINTS.label, ink(PRINT.text3), false),
    )
  const cut = ends.map((end) => ({
    ...end,
    text: shortened(plainText(end.text), MOST * INCH, end.size, 600),
  }))
  const widths = cut.map(
    ({ text, swatch, size }) => inches(swatch ? SWATCH + text : text, size, 600) + OFFSET * 2,
  )
  return { ends: cut, room: Math.max(0.35, ...widths) }
}

const printed = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 2)

/** The words right of the plot, moved apart where they would meet. */
export function endWords(ends: readonly End[], plot: Box, scale: Scale): OverWords[] {
  const y = (value: number): number => plot.y + (plot.h * (scale.max - value)) / scale.max
  const ys = pushApart(
    ends.map(({ value }) => y(value)),
    lineHeight(POINTS.label) * 1.2,
    plot.y,
    plot.y + plot.h - 0.1,
  )
  const x = plot.x + plot.w + OFFSET
  return ends.flatMap(({ text, swatch, size, color, bold, value }, i): OverWords[] => {
    const at = { y: ys[i] ?? y(value), align: 'left' as const, size }
    const after = swatch ? inches(SWATCH, size) : 0
    return [
      ...(swatch ? [{ ...at, text: SWATCH.trim(), x, color: swatch }] : []),
      { ...at, text, x: x + after, color, bold },
    ]
  })
}
