import type { Mark } from '../../charts/marks.ts'
import { finite } from './numbers.ts'

/** A colour without its opacity, which formats and programs state apart from it. */
export interface Tint {
  readonly color: string
  readonly opacity: number
}

/** How a shape is inked; null leaves the inside or the outline away. */
export interface Ink {
  readonly fill: Tint | null
  readonly stroke: Tint | null
  readonly lineWidth: number
  readonly dash: readonly number[]
  readonly join: 'miter' | 'round' | 'bevel'
}

/** Ink as ECharts' drawing layer defaults it: lines have a black outline, everything else a black fill. */
export function inkOf(mark: Mark): Ink {
  const { style = {}, type } = mark
  const open = type === 'line' || type === 'polyline'
  const opacity = finite(mark, 'opacity', style['opacity'] ?? 1)
  const lineWidth = finite(mark, 'lineWidth', style['lineWidth'] ?? 1)
  const outline = style['stroke'] === undefined && open ? '#000' : style['stroke']
  const inside = style['fill'] === undefined && !open ? '#000' : style['fill']
  return {
    fill: type === 'line' ? null : tintOf(inside, opacity),
    stroke: lineWidth > 0 ? tintOf(outline, opacity) : null,
    lineWidth,
    dash: (style['lineDash'] ?? []) as readonly number[],
    join: (style['lineJoin'] ?? 'miter') as Ink['join'],
  }
}

const hex = (part: string | undefined): string => Number(part).toString(16).padStart(2, '0')

function tintOf(color: unknown, opacity: number): Tint | null {
  if (typeof color !== 'string' || color === 'transparent' || color === 'none') return null
  const rgba = /^rgba?\((\d+),\s*(\d+),\s*(\d+)(?:,\s*([\d.]+))?\)$/.exec(color)
  if (!rgba) return { color, opacity }
  return {
    color: `#${hex(rgba[1])}${hex(rgba[2])}${hex(rgba[3])}`,
    opacity: Number(rgba[4] ?? 1) * opacity,
  }
}
