import { makeLook } from '../../../charts/look.ts'
import { seriesColor } from '../../../charts/linePanels.ts'
import { isPartialAt } from '../../../figures/coverage.ts'
import type { LineFigure, LinePanel, LineSeries } from '../../../figures/kinds/lineFigure.ts'
import { say } from '../../../figures/text/words.ts'
import { printedNumber } from '../../values/printedNumber.ts'
import type { PointStyle, Series } from '../chart/nativeChart.ts'
import type { Marker, Stroke } from '../chart/paint.ts'
import { ink, PRINT } from '../paper.ts'

const LOOK = makeLook('print', { width: 1, height: 1, u: 1 })
const MUTED = 0.35

/** The lines of a plot, then both ends of the band, then targets: level lines in gold. */
export function panelSeries(figure: LineFigure, panel: LinePanel, index: number): Series[] {
  const { periods, locale } = figure
  const { band, targets, series } = panel
  const level = (value: number): number[] => periods.map(() => value)
  const grey: Stroke = { color: ink(PRINT.lineStrong), width: 1 }
  const gold: Stroke = { color: ink(PRINT.gold), width: 1.5 }
  return [
    ...series.map((one) => seriesOfLine(figure, one, index)),
    ...(band
      ? [
          helper(say(locale, `${band.name}下限`, `${band.name}, low`), band.low, grey),
          helper(say(locale, `${band.name}上限`, `${band.name}, high`), band.high, grey),
        ]
      : []),
    ...targets.map(({ value, label }) => helper(label, level(value), gold)),
  ]
}

const NO_POINTS: ReadonlyMap<number, PointStyle> = new Map()

function helper(name: string, values: readonly (number | null)[], stroke: Stroke): Series {
  const isWhole = values.every((value) => value === null || Number.isInteger(value))
  return {
    ...{ shape: 'line', name, values, stroke, fill: null, marker: null, points: NO_POINTS },
    ...{ labels: [], inLegend: true, decimals: isWhole ? 0 : 2 },
  }
}

/** One line; in small multiples a plot is in focus, in one plot a line. A reference is never muted. */
function seriesOfLine({ focus, panels }: LineFigure, series: LineSeries, index: number): Series {
  const { name, values, tone, endText } = series
  const isReference = tone === 'reference'
  const known =
    panels.length > 1 ? panels.map(({ id }) => id) : panels[0]?.series.map(({ id }) => id)
  const own = panels.length > 1 ? panels[index]?.id : series.id
  const isMuted = !isReference && focus !== null && known?.includes(focus) && own !== focus
  const stroke: Stroke = {
    ...{ color: ink(seriesColor(series, LOOK)), width: isReference ? 1.5 : 2.25 },
    ...(isReference ? { dash: 'dash' } : {}),
    ...(isMuted ? { opacity: MUTED } : {}),
  }
  return {
    ...{ shape: 'line', name, values, stroke, fill: null, marker: null },
    ...{ labels: [], inLegend: true, decimals: decimalsOf(values, endText) },
    points: pointsOf(series, stroke),
  }
}

/** A line prints the decimals of its last value. */
const decimalsOf = (values: readonly (number | null)[], endText: string): number =>
  printedNumber(endText.split(' ')[0] ?? '')?.decimals ??
  (values.every((value) => value === null || Number.isInteger(value)) ? 0 : 2)

/**
 * Points that are not like the others: preliminary ones are hollow, a point between two gaps is drawn as one,
 * stretches between totals that do not cover the same are dashed.
 */
function pointsOf(series: LineSeries, stroke: Stroke): ReadonlyMap<number, PointStyle> {
  const { values, preliminary, breaks = [] } = series
  const hollow = new Set(preliminary)
  const isUnlike = (at: number): boolean =>
    isPartialAt(series, at) || isPartialAt(series, at - 1) || breaks.includes(at)
  const points = new Map<number, PointStyle>()
  values.forEach((value, at) => {
    if (value === null) return
    const marker = hollow.has(at) || isAlone(values, at) ? dot(stroke, hollow.has(at)) : null
    const isDashed = isUnlike(at) && (values[at - 1] ?? null) !== null && !stroke.dash
    if (marker || isDashed)
      points.set(at, { marker, stroke: isDashed ? { ...stroke, dash: 'sysDash' } : stroke })
  })
  return points
}

const isAlone = (values: readonly (number | null)[], at: number): boolean =>
  (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null

/** The sign of a single reading. */
const dot = (stroke: Stroke, isHollow: boolean): Marker => ({
  ...{ symbol: 'circle', size: 6, stroke: { color: stroke.color, width: 1.5 } },
  fill: isHollow ? { color: ink(PRINT.canvas) } : { color: stroke.color },
})
