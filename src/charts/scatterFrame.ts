import type { ScatterAxis, ScatterFigure, ScatterPoint } from '../figures/kinds/scatterFigure.ts'
import { niceRange } from './axis.ts'
import { fit } from './fit.ts'
import { labelSize, textWidth, type Look } from './look.ts'
import { axisFormat, axisWidth, ticksOf, type ValueScale } from './plotAxes.ts'

/** The plot of a scatter and its scales. */
export interface ScatterFrame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  readonly radius: (point: ScatterPoint) => number
}

/** From zero where that wastes less than half of the axis. */
export function rangeOf({ points }: ScatterFigure, side: 'x' | 'y'): ValueScale {
  let low = Infinity
  let high = -Infinity
  for (const point of points) {
    low = Math.min(low, point[side])
    high = Math.max(high, point[side])
  }
  return niceRange(low > 0 && low < high * 0.5 ? 0 : low, high)
}

/** The plot below the key and above the title of its axis. */
export function frameOf(
  figure: ScatterFigure,
  look: Look,
  x: ValueScale,
  y: ValueScale,
): ScatterFrame {
  const size = labelSize(look)
  const left = axisWidth(ticksOf(y), size) + 12 * look.u
  const last = textWidth(axisFormat(ticksOf(x))(x.max), size)
  const right = look.width - Math.max(14 * look.u, last / 2)
  const top = size * (1.6 * keyRows(figure, look).length + 2)
  const bottom = look.height - size * (isNoteBelow(figure, look) ? 4.6 : 3.3)
  const largest = Math.max(...figure.points.map((point) => point.size ?? 0), 1e-9)
  const [least, most] = [3.2 * look.u, Math.min(16 * look.u, (bottom - top) * 0.09)]
  return {
    ...{ left, right, top, bottom },
    x: (value) => left + ((right - left) * (value - x.min)) / (x.max - x.min),
    y: (value) => bottom - ((bottom - top) * (value - y.min)) / (y.max - y.min),
    radius: ({ size: of }) =>
      of === null ? least : Math.max(least, most * Math.sqrt(of / largest)),
  }
}

/** An axis in words: title and unit. */
export const axisTitle = ({ title, unit }: ScatterAxis): string =>
  unit ? `${title} ${unit}` : title

/** In a narrow picture what is left out stands below the title of the axis, not beside it. */
export const isNoteBelow = ({ x, leftOut }: ScatterFigure, look: Look): boolean =>
  look.name === 'print' &&
  leftOut !== '' &&
  textWidth(`${leftOut}  ${axisTitle(x)} →`, labelSize(look)) > look.width * 0.94

/** One entry of the key; without a colour it is a remark. */
export interface KeyItem {
  readonly text: string
  readonly color: string | null
  readonly width: number
}

/** The key in rows that fit the width: a dot and a name for every domain, then what sizes the points. */
export function keyRows({ legend, sizeNote }: ScatterFigure, look: Look): KeyItem[][] {
  const size = labelSize(look)
  const dot = 14 * look.u
  const items = [
    ...legend.map(({ tone, name, count }) => {
      const text = `${name} ${count}`
      const color = look.palette.domain[tone]
      return { text, color, width: dot + textWidth(text, size) + 14 * look.u }
    }),
    ...(sizeNote ? [noteItem(sizeNote, look)] : []),
  ]
  const rows: KeyItem[][] = [[]]
  let used = 0
  for (const item of items) {
    if (used + item.width > look.width && used > 0) {
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push(item)
    used += item.width
  }
  return rows
}

function noteItem(sizeNote: string, look: Look): KeyItem {
  const text = fit(sizeNote, look.width * 0.96, labelSize(look))
  return { text, color: null, width: textWidth(text, labelSize(look)) }
}
