import { labelSize, textWidth, type Look } from './look.ts'
import { lineMark, textMark, type Mark } from './marks.ts'

/** The rectangle of a plot in pixels. */
export interface Plot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Round ends of a value axis and its step. */
export interface ValueScale {
  readonly min: number
  readonly max: number
  readonly step: number
}

/** Digits behind the point that a tick may need. */
const MOST_DECIMALS = 6

/** Numbers at an axis, all with the decimals of the tick that needs the most: 6.5, 7.0. */
export function axisFormat(ticks: readonly number[]): (value: number) => string {
  const decimals = Math.max(0, ...ticks.map(decimalsOf))
  const numbers = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  return (value) => (value < 0 ? '\u2212' : '') + numbers.format(Math.abs(value))
}

const decimalsOf = (value: number): number =>
  Math.min(MOST_DECIMALS, /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0)

/** The values at which an axis has gridlines and labels: both ends and the steps between them. */
export function ticksOf({ min, max, step }: ValueScale): number[] {
  const count = Math.round((max - min) / step)
  return Array.from({ length: count + 1 }, (_, i) => Number((min + i * step).toPrecision(12)))
}

/** Width of the widest of the numbers at an axis. */
export function axisWidth(ticks: readonly number[], size: number): number {
  const text = axisFormat(ticks)
  return Math.max(...ticks.map((value) => textWidth(text(value), size)))
}

/** Lines across the plot, with their values left of it where asked. */
export const valueGrid = (
  look: Look,
  { left, right }: Plot,
  ticks: readonly number[],
  y: (value: number) => number,
  labelled: boolean,
): Mark[] => {
  const text = axisFormat(ticks)
  return ticks.flatMap((value) => {
    const at = y(value)
    return [
      lineMark(left, at, right, at, { stroke: look.palette.line, lineWidth: look.u }, 1),
      ...(labelled ? [axisLabel(look, text(value), left - 8 * look.u, at, 'right')] : []),
    ]
  })
}

/** Lines up the plot with their values below; a label that would run into the one before is left out. */
export function valueColumns(
  look: Look,
  { top, bottom }: Plot,
  ticks: readonly number[],
  x: (value: number) => number,
): Mark[] {
  const size = labelSize(look)
  const format = axisFormat(ticks)
  let free = -Infinity
  return ticks.flatMap((value) => {
    const [at, text] = [x(value), format(value)]
    const half = textWidth(text, size) / 2
    const fits = at - half > free
    if (fits) free = at + half + 4 * look.u
    return [
      lineMark(at, top, at, bottom, { stroke: look.palette.line, lineWidth: look.u }, 1),
      ...(fits ? [belowPlot(look, text, at, bottom)] : []),
    ]
  })
}

/** The line at the foot of a plot. */
export const baseLine = (look: Look, { left, right, bottom }: Plot): Mark => {
  const style = { stroke: look.palette.lineStrong, lineWidth: 1.2 * look.u }
  return lineMark(left, bottom, right, bottom, style, 2)
}

/** A label under the plot, in the middle of its place as far as the box has room. */
export function belowPlot(look: Look, text: string, x: number, bottom: number): Mark {
  const half = textWidth(text, labelSize(look)) / 2
  const within = Math.max(half, Math.min(x, look.width - half))
  return axisLabel(look, text, within, bottom + 7 * look.u + labelSize(look) / 2, 'center')
}

const axisLabel = (
  look: Look,
  text: string,
  x: number,
  y: number,
  align: 'center' | 'right',
): Mark => textMark(look, text, x, y, { size: labelSize(look), color: look.palette.text3, align })
