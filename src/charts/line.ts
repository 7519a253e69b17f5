import type { LineFigure } from '../figures/kinds/lineFigure.ts'
import { niceRange } from './axis.ts'
import { lineNotes } from './lineNotes.ts'
import { framesOf } from './linePanels.ts'
import { readingMarks } from './lineReadings.ts'
import type { Look } from './look.ts'
import type { Mark } from './marks.ts'
import { ticksOf, valueGrid, type ValueScale } from './plotAxes.ts'
import { timeAxis } from './timeAxis.ts'

/** Readings over time: one panel with names at the line ends, or small multiples on one scale. */
export function lineMarks(figure: LineFigure, look: Look): Mark[] {
  const { panels, periods } = figure
  if (panels.length === 0 || periods.length === 0) return []
  const scale = scaleOf(figure)
  const frames = framesOf(figure, look, scale)
  const ticks = panels.length > 1 ? [scale.min, scale.max] : ticksOf(scale)
  return [
    ...frames.flatMap((frame) => [
      ...valueGrid(look, frame, ticks, frame.y, frame.cell.x === 0),
      ...timeAxis(periods, look, frame),
      ...frame.panel.series.flatMap((series) => readingMarks(figure, look, frame, series)),
    ]),
    ...lineNotes(figure, look, frames),
  ]
}

/** One range for all panels: readings, bands and targets, and zero for amounts. */
export function scaleOf({ panels, fromZero }: LineFigure): ValueScale {
  let low = fromZero ? 0 : Infinity
  let high = fromZero ? 0 : -Infinity
  const take = (value: number | null): void => {
    if (value === null) return
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  for (const { series, band, targets } of panels) {
    for (const { values } of series) values.forEach(take)
    band?.low.forEach(take)
    band?.high.forEach(take)
    for (const { value } of targets) take(value)
  }
  return low > high ? { min: 0, max: 1, step: 1 } : niceRange(low, high)
}
