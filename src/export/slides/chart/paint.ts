import { tag, value } from '../../xml.ts'

/** A colour as RRGGBB with an opacity from 0 to 1. */
export interface Fill {
  readonly color: string
  readonly opacity?: number
}

/** A line in points. */
export interface Stroke extends Fill {
  readonly width: number
  readonly dash?: 'dash' | 'sysDash'
}

/** The sign of a point; without a fill it is hollow. Size is its height in points (2–72). */
export interface Marker {
  readonly symbol: 'circle' | 'diamond'
  readonly size: number
  readonly fill: Fill | null
  readonly stroke: Stroke
}

/** Type of words in a chart; the face is that of the deck's theme. */
export interface Type {
  readonly size: number
  readonly color: string
  readonly bold?: boolean
}

const EMU_A_POINT = 12_700

export function fillXml(fill: Fill | null): string {
  if (fill === null) return '<a:noFill/>'
  const { color, opacity = 1 } = fill
  const alpha = opacity < 1 ? [value('a:alpha', Math.round(opacity * 100_000))] : []
  return tag('a:solidFill', {}, tag('a:srgbClr', { val: color }, ...alpha))
}

export const strokeXml = (stroke: Stroke | null): string =>
  stroke === null
    ? '<a:ln><a:noFill/></a:ln>'
    : tag(
        'a:ln',
        { w: Math.round(stroke.width * EMU_A_POINT), cap: 'flat' },
        fillXml(stroke),
        value('a:prstDash', stroke.dash ?? 'solid'),
        '<a:round/>',
      )

/** Properties of a shape: how it is filled and drawn. */
export const shapeXml = (fill: Fill | null, stroke: Stroke | null): string =>
  tag('c:spPr', {}, fillXml(fill), strokeXml(stroke))

/** Properties of a line: it has no area to fill. */
export const lineXml = (stroke: Stroke | null): string => tag('c:spPr', {}, strokeXml(stroke))

export const markerXml = (marker: Marker | null): string =>
  marker === null
    ? tag('c:marker', {}, value('c:symbol', 'none'))
    : tag(
        'c:marker',
        {},
        value('c:symbol', marker.symbol),
        value('c:size', Math.min(72, Math.max(2, Math.round(marker.size)))),
        shapeXml(marker.fill, marker.stroke),
      )

/** Type as properties of a run (`a:rPr`) or as the default of a paragraph (`a:defRPr`). */
export const typeXml = (
  name: 'a:rPr' | 'a:defRPr',
  { size, color, bold = false }: Type,
  lang?: string,
): string =>
  tag(
    name,
    { ...(lang ? { lang } : {}), sz: Math.round(size * 100), b: bold ? 1 : 0 },
    fillXml({ color }),
    '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>',
  )

/** How words keep to their room: broken into lines, on one line, or level without being broken. */
const BODIES = {
  square: { rot: 0, vert: 'horz', wrap: 'square' },
  none: { rot: 0, vert: 'horz', wrap: 'none' },
  // LibreOffice breaks the names of categories within words unless they are turned, be it by a 60,000th of a degree.
  level: { rot: 1, vert: 'horz' },
} as const

/** Type of the words of an axis, a legend or labels. */
export const wordsXml = (type: Type, body: keyof typeof BODIES = 'square'): string =>
  tag(
    'c:txPr',
    {},
    tag('a:bodyPr', BODIES[body]),
    '<a:lstStyle/>',
    tag('a:p', {}, tag('a:pPr', {}, typeXml('a:defRPr', type)), '<a:endParaRPr lang="zh-CN"/>'),
  )
