import type { AreaFigure } from '../figures/kinds/areaFigure.ts'
import { niceAxis } from './axis.ts'
import { labelSize, textWidth, type Look } from './look.ts'

/** The plot of a build-out. */
export interface AreaFrame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly max: number
  readonly step: number
  /** Pixels of a period (by position) and of a value. */
  readonly x: (index: number) => number
  readonly y: (value: number) => number
}

/** The plot's rectangle and scales: the axis clears the highest of actual, goal and cited point. */
export function areaFrame(figure: AreaFigure, look: Look): AreaFrame {
  const size = labelSize(look)
  const highest = Math.max(
    1,
    ...(figure.crest?.values ?? []),
    ...(figure.outer?.values ?? []),
    ...figure.goals.map(({ value }) => value),
    ...figure.points.map(({ value }) => value),
  )
  const { max, step } = niceAxis(highest)
  const left = textWidth(`${max}`, size) + 12 * look.u
  const right = look.width - (endWidth(figure, size) + 34 * look.u)
  const top = size * 1.5
  const bottom = look.height - size * 1.75
  const last = Math.max(1, figure.periods.length - 1)
  return {
    left,
    right,
    top,
    bottom,
    max,
    step,
    x: (index) => left + ((right - left) * index) / last,
    y: (value) => bottom - ((bottom - top) * value) / max,
  }
}

const endWidth = (figure: AreaFigure, size: number): number =>
  Math.max(
    textWidth('0000', size),
    ...figure.layers.map(
      ({ name, values }) => textWidth(`${name} ${values.at(-1) ?? 0}`, size) + size * 0.6,
    ),
    figure.outer ? textWidth(`${figure.outer.name} ${figure.outer.values.at(-1) ?? 0}`, size) : 0,
    figure.crest
      ? textWidth(`${figure.crest.values.at(-1) ?? 0} ${figure.crest.name}`, size * 1.4)
      : 0,
  )
