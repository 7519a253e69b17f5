import type { ScatterFigure, ScatterPoint } from '../figures/kinds/scatterFigure.ts'
import type { Look } from './look.ts'
import { circleMark, type Mark } from './marks.ts'
import { baseLine, ticksOf, valueColumns, valueGrid } from './plotAxes.ts'
import { frameOf, rangeOf, type ScatterFrame } from './scatterFrame.ts'
import { scatterNotes } from './scatterNotes.ts'

/** Two indicators against each other: colour by domain, area by the third indicator. */
export function scatterMarks(figure: ScatterFigure, look: Look): Mark[] {
  if (figure.points.length === 0) return []
  const [x, y] = [rangeOf(figure, 'x'), rangeOf(figure, 'y')]
  const frame = frameOf(figure, look, x, y)
  return [
    ...valueGrid(look, frame, ticksOf(y), frame.y, true),
    ...valueColumns(look, frame, ticksOf(x), frame.x),
    baseLine(look, frame),
    ...figure.legend.flatMap(({ tone }) =>
      figure.points
        .filter((point) => point.tone === tone)
        .map((point) => pointMark(point, frame, look)),
    ),
    ...scatterNotes(figure, look, frame),
  ]
}

/** A point without a size is hollow; one out of focus is faint. */
function pointMark(point: ScatterPoint, frame: ScatterFrame, { palette, u }: Look): Mark {
  const { id, size, tone, muted } = point
  const color = palette.domain[tone]
  const opacity = muted ? 0.22 : 0.72
  const style =
    size === null
      ? { fill: 'transparent', stroke: color, lineWidth: 1.4 * u, opacity }
      : { fill: color, opacity }
  const drawn = circleMark(frame.x(point.x), frame.y(point.y), frame.radius(point), style, 5)
  return { ...drawn, name: id, silent: false }
}
