import type { AreaFigure } from '../figures/kinds/areaFigure.ts'
import { areaEnds } from './areaEnds.ts'
import { areaFrame, type AreaFrame } from './areaFrame.ts'
import { areaGoals } from './areaGoals.ts'
import { layerColors } from './layerColors.ts'
import { labelSize, type Look } from './look.ts'
import { lineMark, polygonMark, polylineMark, textMark, type Mark } from './marks.ts'

/** The build-out: stack, crest, goals as posts with flags, the way between them as a stair. */
export function areaMarks(figure: AreaFigure, look: Look): Mark[] {
  const frame = areaFrame(figure, look)
  return [
    ...gridMarks(look, frame),
    ...layerMarks(figure, look, frame),
    ...axisMarks(figure, look, frame),
    ...crestMarks(figure, look, frame),
    ...areaGoals(figure, look, frame),
    ...areaEnds(figure, look, frame),
  ]
}

/** Gridlines with their values; no axis line. */
function gridMarks(look: Look, frame: AreaFrame): Mark[] {
  const { palette, u } = look
  const steps = Math.round(frame.max / frame.step)
  return Array.from({ length: steps + 1 }, (_, i) => i * frame.step).flatMap((value) => {
    const y = frame.y(value)
    return [
      lineMark(frame.left, y, frame.right, y, { stroke: palette.line, lineWidth: u }, 1),
      textMark(look, `${value}`, frame.left - 8 * u, y, {
        size: labelSize(look),
        color: palette.text3,
        align: 'right',
      }),
    ]
  })
}

/** The time axis: a tick at each year's end, the year's name at its middle. */
function axisMarks({ periods }: AreaFigure, look: Look, frame: AreaFrame): Mark[] {
  const { palette, u } = look
  const stroke = { stroke: palette.lineStrong, lineWidth: 1.2 * u }
  const base = frame.y(0)
  return [
    lineMark(frame.left, base, frame.right, base, stroke, 3),
    ...periods.flatMap((id, i) => {
      const x = frame.x(i)
      if (id.endsWith('-12')) return [lineMark(x, base, x, base + 6 * u, stroke, 3)]
      if (!id.endsWith('-07')) return []
      return [
        textMark(look, id.slice(0, 4), x, base + labelSize(look) * 0.95, {
          size: labelSize(look),
          color: palette.text3,
          align: 'center',
        }),
      ]
    }),
  ]
}

/** Each layer between the sum below it and its own top. */
function layerMarks(figure: AreaFigure, look: Look, frame: AreaFrame): Mark[] {
  let below: readonly number[] = figure.periods.map(() => 0)
  return figure.layers.map(({ values }, layer) => {
    const base = below
    const top = values.map((value, i) => value + (base[i] ?? 0))
    below = top
    const points: [number, number][] = [
      ...top.map((value, i): [number, number] => [frame.x(i), frame.y(value)]),
      ...base.map((value, i): [number, number] => [frame.x(i), frame.y(value)]).reverse(),
    ]
    return polygonMark(points, { fill: layerColors(look)[layer] ?? look.palette.qingSoft }, 2)
  })
}

function crestMarks(figure: AreaFigure, look: Look, frame: AreaFrame): Mark[] {
  const { palette, u } = look
  const path = (values: readonly number[]): [number, number][] =>
    values.map((value, i) => [frame.x(i), frame.y(value)])
  const outer = { stroke: palette.text3, lineWidth: 1.6 * u, lineDash: [5 * u, 4 * u] }
  const crest = { stroke: palette.text1, lineWidth: 3 * u, lineJoin: 'round' }
  return [
    ...(figure.outer ? [polylineMark(path(figure.outer.values), outer, 4)] : []),
    ...(figure.crest ? [polylineMark(path(figure.crest.values), crest, 5)] : []),
  ]
}
