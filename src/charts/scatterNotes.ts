import type { ScatterFigure, ScatterPoint } from '../figures/kinds/scatterFigure.ts'
import { fit } from './fit.ts'
import { labelSize, textWidth, type Look } from './look.ts'
import { canvasHalo, circleMark, lineMark, textMark, type Mark } from './marks.ts'
import { axisTitle, isNoteBelow, keyRows, type ScatterFrame } from './scatterFrame.ts'

/** Key, axis titles, medians, names and the ring of the focus. */
export const scatterNotes = (figure: ScatterFigure, look: Look, frame: ScatterFrame): Mark[] => [
  ...keyMarks(figure, look),
  ...titleMarks(figure, look, frame),
  ...medianMarks(figure, look, frame),
  ...nameMarks(figure, look, frame),
]

function keyMarks(figure: ScatterFigure, look: Look): Mark[] {
  const { palette, u } = look
  const size = labelSize(look)
  return keyRows(figure, look).flatMap((row, r) => {
    const y = size * (0.8 + 1.6 * r)
    let x = 0
    return row.flatMap(({ text, color, width }): Mark[] => {
      const at = x
      x += width
      if (!color) return [textMark(look, text, at, y, { size, color: palette.text3 })]
      return [
        circleMark(at + 5 * u, y, 4.5 * u, { fill: color }, 30),
        textMark(look, text, at + 14 * u, y, { size, color: palette.text2 }),
      ]
    })
  })
}

function titleMarks(figure: ScatterFigure, look: Look, frame: ScatterFrame): Mark[] {
  const { x, y, leftOut } = figure
  const size = labelSize(look)
  const isBelow = isNoteBelow(figure, look)
  const style = { size, color: look.palette.text2, weight: 500 }
  const note = fit(leftOut, look.width * (isBelow ? 1 : look.name === 'print' ? 0.6 : 0.4), size)
  const room = look.width - (isBelow ? 0 : textWidth(note, size) + 16 * look.u)
  const last = look.height - size * 0.8
  const low = isBelow ? last - size * 1.3 : last
  return [
    textMark(look, fit(`↑ ${axisTitle(y)}`, look.width, size), 0, frame.top - size, style),
    textMark(look, fit(`${axisTitle(x)} →`, room, size), look.width, low, {
      ...style,
      align: 'right',
    }),
    ...(note ? [textMark(look, note, 0, last, { size, color: look.palette.text3 })] : []),
  ]
}

function medianMarks({ x, y }: ScatterFigure, look: Look, frame: ScatterFrame): Mark[] {
  const { palette, u } = look
  const size = labelSize(look)
  const { left, right, top, bottom } = frame
  const style = { stroke: palette.text3, lineWidth: 1.2 * u, lineDash: [3 * u, 3 * u] }
  const words = { size, color: palette.text3, halo: canvasHalo(look) }
  const across = x.median === null ? null : frame.x(x.median)
  const up = y.median === null ? null : frame.y(y.median)
  const fits = (at: number): boolean => at + 4 * u + textWidth(x.medianText, size) <= look.width
  return [
    ...(across === null
      ? []
      : [
          lineMark(across, top, across, bottom, style, 3),
          textMark(look, x.medianText, across + (fits(across) ? 4 : -4) * u, top + size * 0.6, {
            ...words,
            align: fits(across) ? 'left' : 'right',
          }),
        ]),
    ...(up === null
      ? []
      : [
          lineMark(left, up, right, up, style, 3),
          textMark(look, y.medianText, right, up - size * 0.7, { ...words, align: 'right' }),
        ]),
  ]
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A name at one side of its point. */
interface Place {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly align: 'left' | 'center' | 'right'
  readonly box: Box
}

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Where the words of the medians stand: no name covers them. */
function medianBoxes({ x, y }: ScatterFigure, look: Look, frame: ScatterFrame): Box[] {
  const size = labelSize(look)
  const [wide, high] = [textWidth(x.medianText, size) + 8 * look.u, textWidth(y.medianText, size)]
  const across = x.median === null ? null : frame.x(x.median)
  const up = y.median === null ? null : frame.y(y.median)
  return [
    ...(across === null
      ? []
      : [
          {
            left: across - wide,
            right: across + wide,
            top: frame.top,
            bottom: frame.top + size * 1.2,
          },
        ]),
    ...(up === null
      ? []
      : [{ left: frame.right - high, right: frame.right, top: up - size * 1.3, bottom: up }]),
  ]
}

/**
 * Names beside their points, at the first side that is free. One that would cover another name or a point is left
 * out: the table has all. The first name stays, where it covers the fewest points.
 */
function nameMarks(figure: ScatterFigure, look: Look, frame: ScatterFrame): Mark[] {
  const size = labelSize(look)
  const byId = new Map(figure.points.map((point) => [point.id, point]))
  const taken = medianBoxes(figure, look, frame)
  return figure.named.flatMap((id, i) => {
    const point = byId.get(id)
    if (!point) return []
    const focus = i === 0 && figure.points.some(({ muted }) => muted) && !point.muted
    const free = placesOf(point, look, frame).filter(
      ({ box }) => !taken.some((other) => meet(box, other)),
    )
    const place = leastCovering(free, figure, frame, i === 0)
    if (place) taken.push(place.box)
    return [
      ...(focus ? [ring(point, look, frame)] : []),
      ...(place
        ? [
            textMark(look, place.text, place.x, place.y, {
              ...{ size, align: place.align, color: look.palette.text1 },
              ...{ weight: focus ? 600 : 400, halo: canvasHalo(look) },
            }),
          ]
        : []),
    ]
  })
}

/** The place over no point, or over the fewest where the name has to stand; the first of equal ones. */
function leastCovering(
  places: readonly Place[],
  { points }: ScatterFigure,
  frame: ScatterFrame,
  isNeeded: boolean,
): Place | null {
  let best: Place | null = null
  let least = Infinity
  for (const place of places) {
    let covered = 0
    for (const point of points)
      if (touches(place.box, frame.x(point.x), frame.y(point.y), frame.radius(point))) covered++
    if (covered < least && (covered === 0 || isNeeded)) [best, least] = [place, covered]
  }
  return best
}

/** Whether a circle reaches into a box. */
const touches = ({ left, right, top, bottom }: Box, x: number, y: number, r: number): boolean =>
  Math.hypot(x - Math.max(left, Math.min(x, right)), y - Math.max(top, Math.min(y, bottom))) < r

/** Right, left, above and below the point, as far as the plot has room. */
function placesOf(point: ScatterPoint, look: Look, frame: ScatterFrame): Place[] {
  const size = labelSize(look)
  const text = fit(point.label, look.width * (look.name === 'print' ? 0.5 : 0.3), size)
  const width = textWidth(text, size)
  const gap = frame.radius(point) + 4 * look.u
  const [px, py] = [frame.x(point.x), frame.y(point.y)]
  const at = (left: number, x: number, y: number, align: Place['align']): Place => ({
    ...{ text, x, y, align },
    box: { left, right: left + width, top: y - size * 0.6, bottom: y + size * 0.6 },
  })
  const middle = Math.min(Math.max(px, width / 2), look.width - width / 2)
  return [
    at(px + gap, px + gap, py, 'left'),
    at(px - gap - width, px - gap, py, 'right'),
    at(middle - width / 2, middle, py - gap - size * 0.5, 'center'),
    at(middle - width / 2, middle, py + gap + size * 0.5, 'center'),
  ].filter(
    ({ box }) =>
      box.left >= 0 &&
      box.right <= look.width &&
      box.top >= frame.top - size * 0.4 &&
      box.bottom <= frame.bottom,
  )
}

const ring = (point: ScatterPoint, look: Look, frame: ScatterFrame): Mark => {
  const style = { fill: null, stroke: look.palette.focus, lineWidth: 2.4 * look.u }
  return circleMark(frame.x(point.x), frame.y(point.y), frame.radius(point) + 3 * look.u, style, 31)
}
