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

const NUMBER = new Intl.NumberFormat('en-US')

/** A number at an axis. */
export const axisText = (value: number): string =>
  (value < 0 ? '\u2212' : '') + NUMBER.format(Math.abs(value))

/** The values at which an axis has gridlines and labels: both ends and the steps between them. */
export function ticksOf({ min, max, step }: ValueScale): number[] {
  const count = Math.round((max - min) / step)
  return Array.from({ length: count + 1 }, (_, i) => Number((min + i * step).toPrecision(12)))
}

/** Lines across the plot, with their values left of it where asked. */
export const valueGrid = (
  look: Look,
  { left, right }: Plot,
  ticks: readonly number[],
  y: (value: number) => number,
  labelled: boolean,
): Mark[] =>
  ticks.flatMap((value) => {
    const at = y(value)
    return [
      lineMark(left, at, right, at, { stroke: look.palette.line, lineWidth: look.u }, 1),
      ...(labelled ? [axisLabel(look, axisText(value), left - 8 * look.u, at, 'right')] : []),
    ]
  })

/** Lines up the plot with their values below; a label that would run into the one before is left out. */
export function valueColumns(
  look: Look,
  { top, bottom }: Plot,
  ticks: readonly number[],
  x: (value: number) => number,
): Mark[] {
  const size = labelSize(look)
  let free = -Infinity
  return ticks.flatMap((value) => {
    const [at, text] = [x(value), axisText(value)]
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
