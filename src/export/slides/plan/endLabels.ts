import { pushApart } from '../../../charts/axis.ts'
import type { LineFigure, LinePanel } from '../../../figures/kinds/lineFigure.ts'
import { plainText } from '../../plainText.ts'
import { shortened } from '../../picture/lineBreak.ts'
import type { Scale, Series } from '../chart/nativeChart.ts'
import { INCH, ink, POINTS, PRINT, type Box } from '../paper.ts'
import { inches, lineHeight } from './chartPlan.ts'

/** Names take at most this part of a chart's width, and in small charts so many inches. */
const SHARE = 0.3
const LEAST = 1.2
/** From a point to its words. */
const OFFSET = 0.1

const roomOf = (width: number): number => Math.min(width * 0.45, Math.max(width * SHARE, LEAST))

interface Place {
  readonly plot: Box
  readonly box: Box
  readonly scale: Scale
}

/** What a line is called at its end; in small multiples the head of the plot has the name. */
function endText(figure: LineFigure, panel: LinePanel, at: number, width: number): string {
  const { panels } = figure
  const series = panel.series[at]
  if (!series) return ''
  const isNamed = panels.length > 1 && (panel.series.length === 1 || series.name === panel.title)
  const name = isNamed ? '' : plainText(series.name)
  const room = roomOf(width) * INCH
  const words = [name, plainText(series.endText)].filter(Boolean).join(' ')
  return shortened(words, room, POINTS.least)
}

/** Room for the names at the ends of the lines, in inches. */
export const endRoom = (panel: LinePanel, figure: LineFigure, width: number): number =>
  Math.max(
    0.15,
    ...panel.series.map(
      (_, at) => inches(endText(figure, panel, at, width), POINTS.least) + OFFSET,
    ),
    ...panel.targets.map(
      ({ label }) => Math.min(roomOf(width), inches(plainText(label), POINTS.least)) + OFFSET,
    ),
  ) + 0.06

/** The series with their names at the last value of each, moved apart where they would meet. */
export function endLabels(
  series: readonly Series[],
  panel: LinePanel,
  figure: LineFigure,
  { plot, box, scale }: Place,
): Series[] {
  const ends = series.flatMap((one, index) => {
    const at = lastOf(one.values)
    const target = panel.targets[index - (series.length - panel.targets.length)]
    const text =
      index < panel.series.length
        ? endText(figure, panel, index, box.w)
        : shortened(plainText(target?.label ?? ''), roomOf(box.w) * INCH, POINTS.least)
    const value = one.values[at]
    if (value === null || value === undefined || !text) return []
    const y = plot.y + (plot.h * (scale.max - value)) / (scale.max - scale.min)
    return [{ index, at, text, y, isTarget: index >= panel.series.length }]
  })
  const ys = pushApart(
    ends.map(({ y }) => y),
    lineHeight(POINTS.least) * 0.95,
    plot.y,
    plot.y + plot.h,
  )
  return series.map((one, index) => {
    const found = ends.findIndex((end) => end.index === index)
    const end = ends[found]
    if (!end) return one
    const { at, text, y, isTarget } = end
    const color = isTarget ? ink(PRINT.goldText) : (one.stroke?.color ?? ink(PRINT.text2))
    const type = { size: POINTS.least, color, bold: !isTarget && one.stroke?.dash === undefined }
    const after = one.values.length - 1 - at
    const dx = (plot.w * after) / Math.max(1, one.values.length - 1) / box.w
    const dy = ((ys[found] ?? y) - y) / box.h
    return { ...one, labels: [{ at, text, type, side: 'r', dx, dy }] }
  })
}

/** Position of the last value; -1 where there is none. */
function lastOf(values: readonly (number | null)[]): number {
  for (let at = values.length - 1; at >= 0; at--) if ((values[at] ?? null) !== null) return at
  return -1
}
