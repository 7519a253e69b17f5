import type { ScatterAxis, ScatterFigure, ScatterPoint } from '../figures/figure.ts'
import { fit } from './bar.ts'
import { labelSize, textWidth, type Look } from './look.ts'
import { canvasHalo, lineMark, textMark, type Mark } from './marks.ts'
import { keyRows, type ScatterFrame } from './scatterFrame.ts'

/** Key, axis titles, medians, names and the ring of the focus. */
export const scatterMarks = (figure: ScatterFigure, look: Look, frame: ScatterFrame): Mark[] => [
  ...keyMarks(figure, look),
  ...titleMarks(figure, look, frame),
  ...medianMarks(figure, look, frame),
  ...nameMarks(figure, look, frame),
]

/** An axis in words: title and unit. */
const axisTitle = ({ title, unit }: ScatterAxis): string => (unit ? `${title} ${unit}` : title)

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
      const shape = { cx: at + 5 * u, cy: y, r: 4.5 * u }
      return [
        { type: 'circle', shape, style: { fill: color }, z: 30, silent: true },
        textMark(look, text, at + 14 * u, y, { size, color: palette.text2 }),
      ]
    })
  })
}

function titleMarks({ x, y, leftOut }: ScatterFigure, look: Look, frame: ScatterFrame): Mark[] {
  const size = labelSize(look)
  const style = { size, color: look.palette.text2, weight: 500 }
  const note = fit(leftOut, look.width * 0.4, size)
  const room = look.width - textWidth(note, size) - 16 * look.u
  const low = look.height - size * 0.8
  return [
    textMark(look, fit(`↑ ${axisTitle(y)}`, look.width, size), 0, frame.top - size, style),
    textMark(look, fit(`${axisTitle(x)} →`, room, size), look.width, low, {
      ...style,
      align: 'right',
    }),
    ...(note ? [textMark(look, note, 0, low, { size, color: look.palette.text3 })] : []),
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
  readonly y: number
}

/** Names beside their points; one that would cover another is left out: the table has all. */
function nameMarks(figure: ScatterFigure, look: Look, frame: ScatterFrame): Mark[] {
  const size = labelSize(look)
  const byId = new Map(figure.points.map((point) => [point.id, point]))
  const taken: Box[] = []
  return figure.named.flatMap((id, i) => {
    const point = byId.get(id)
    if (!point) return []
    const { text, box, align, x } = placed(point, look, frame)
    const covers = taken.some(
      (other) =>
        Math.abs(other.y - box.y) < size * 1.2 && box.left < other.right && other.left < box.right,
    )
    if (covers) return []
    taken.push(box)
    const focus = i === 0 && figure.points.some(({ muted }) => muted) && !point.muted
    return [
      ...(focus ? [ring(point, look, frame)] : []),
      textMark(look, text, x, box.y, {
        ...{ size, align, color: look.palette.text1 },
        ...{ weight: focus ? 600 : 400, halo: canvasHalo(look) },
      }),
    ]
  })
}

function placed(point: ScatterPoint, look: Look, frame: ScatterFrame) {
  const size = labelSize(look)
  const text = fit(point.label, look.width * 0.3, size)
  const width = textWidth(text, size)
  const gap = frame.radius(point) + 4 * look.u
  const at = frame.x(point.x)
  const right = at + gap + width <= look.width
  const x = right ? at + gap : at - gap
  const y = Math.min(Math.max(frame.y(point.y), frame.top), frame.bottom - size * 0.5)
  const box = { left: right ? x : x - width, right: right ? x + width : x, y }
  return { text, box, x, align: right ? ('left' as const) : ('right' as const) }
}

const ring = (point: ScatterPoint, look: Look, frame: ScatterFrame): Mark => ({
  type: 'circle',
  shape: {
    ...{ cx: frame.x(point.x), cy: frame.y(point.y) },
    r: frame.radius(point) + 3 * look.u,
  },
  style: { fill: null, stroke: look.palette.focus, lineWidth: 2.4 * look.u },
  z: 31,
  silent: true,
})
