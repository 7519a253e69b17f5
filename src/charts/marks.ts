import { alpha, font, type Look } from './look.ts'

/** A drawing instruction: a shape or a text in pixels of the box, in the terms of ECharts' drawing layer. */
export interface Mark {
  readonly type: 'text' | 'rect' | 'line' | 'polyline' | 'polygon' | 'circle' | 'sector'
  /** What is picked where it is not silent. */
  readonly name?: string
  readonly x?: number
  readonly y?: number
  readonly z?: number
  readonly silent?: boolean
  readonly shape?: Readonly<Record<string, unknown>>
  readonly style?: Readonly<Record<string, unknown>>
}

export interface TextOptions {
  readonly size: number
  readonly color: string
  readonly weight?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly baseline?: 'top' | 'middle' | 'bottom'
  readonly z?: number
  /** Colour of the halo that lifts the text from what lies below it. */
  readonly halo?: string
  readonly family?: string
}

export function textMark(look: Look, text: string, x: number, y: number, o: TextOptions): Mark {
  return {
    type: 'text',
    x,
    y,
    z: o.z ?? 30,
    silent: true,
    style: {
      text,
      fill: o.color,
      font: font(o.size, o.weight ?? 400, o.family),
      align: o.align ?? 'left',
      verticalAlign: o.baseline ?? 'middle',
      ...(o.halo ? { stroke: o.halo, lineWidth: 3 * look.u } : {}),
    },
  }
}

/** Halo in the canvas colour. */
export const canvasHalo = (look: Look, opacity = 0.85): string =>
  alpha(look.palette.canvas, opacity)

export const rectMark = (
  box: { x: number; y: number; width: number; height: number; r?: number | number[] },
  style: Readonly<Record<string, unknown>>,
  z = 10,
): Mark => ({ type: 'rect', shape: box, style, z, silent: true })

export const lineMark = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  style: Readonly<Record<string, unknown>>,
  z = 10,
): Mark => ({ type: 'line', shape: { x1, y1, x2, y2 }, style, z, silent: true })

export const polygonMark = (
  points: readonly (readonly [number, number])[],
  style: Readonly<Record<string, unknown>>,
  z = 10,
): Mark => ({ type: 'polygon', shape: { points }, style, z, silent: true })

export const polylineMark = (
  points: readonly (readonly [number, number])[],
  style: Readonly<Record<string, unknown>>,
  z = 10,
): Mark => ({
  type: 'polyline',
  shape: { points },
  style: { fill: null, ...style },
  z,
  silent: true,
})

export const circleMark = (
  cx: number,
  cy: number,
  r: number,
  style: Readonly<Record<string, unknown>>,
  z = 10,
): Mark => ({ type: 'circle', shape: { cx, cy, r }, style, z, silent: true })
