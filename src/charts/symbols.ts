import type { Symbol } from '../figures/kinds/symbol.ts'
import type { Palette } from './palette.ts'
import type { Look } from './look.ts'
import type { Mark } from './marks.ts'

/** Shape of each symbol: shape first, word second, colour last (visual language, "Status semantics"). */
export type Shape = 'seal' | 'half' | 'dot' | 'ring' | 'triangle' | 'diamond' | 'octagon'

export const SHAPES: Readonly<Record<Symbol, Shape>> = {
  designated: 'seal',
  accepted: 'half',
  pilot: 'dot',
  pool: 'ring',
  rectification: 'triangle',
  disqualified: 'octagon',
  lead: 'diamond',
  ontime: 'dot',
  remind: 'half',
  warn: 'triangle',
  stop: 'octagon',
  unknown: 'ring',
  none: 'ring',
}

/** Colour of a symbol: lifecycle symbols use marker ink, exceptions and performance their status. */
export function symbolColor(symbol: Symbol, palette: Palette): string {
  switch (symbol) {
    case 'rectification':
    case 'warn':
      return palette.status.warn
    case 'disqualified':
    case 'stop':
      return palette.status.stop
    case 'lead':
      return palette.status.lead
    case 'ontime':
      return palette.status.ontime
    case 'remind':
      return palette.status.remind
    case 'none':
    case 'unknown':
      return palette.status.none
    case 'designated':
    case 'accepted':
    case 'pilot':
    case 'pool':
      return palette.marker
  }
}

/** Marks of one symbol of radius `r` around (x, y), in pixels. */
export function symbolMarks(
  look: Look,
  symbol: Symbol,
  x: number,
  y: number,
  r: number,
  z = 20,
): Mark[] {
  const { palette, u } = look
  const color = symbolColor(symbol, palette)
  const ink = palette.markerInk
  const halo = { stroke: ink, lineWidth: 1.6 * u }
  const mark = (
    type: Mark['type'],
    shape: Record<string, unknown>,
    style: Record<string, unknown>,
  ): Mark => ({
    type,
    shape,
    style,
    z,
    silent: true,
  })
  switch (SHAPES[symbol]) {
    case 'dot':
      return [mark('circle', { cx: x, cy: y, r }, { fill: color, ...halo })]
    case 'ring':
      return [
        mark(
          'circle',
          { cx: x, cy: y, r },
          { fill: null, stroke: color, lineWidth: 1.6 * u, lineDash: [3 * u, 2 * u] },
        ),
      ]
    case 'half':
      return [
        mark('circle', { cx: x, cy: y, r }, { fill: ink, stroke: color, lineWidth: 1.8 * u }),
        mark(
          'sector',
          { cx: x, cy: y, r, r0: 0, startAngle: -Math.PI / 2, endAngle: Math.PI / 2 },
          { fill: color },
        ),
      ]
    case 'diamond':
      return [
        mark(
          'polygon',
          {
            points: [
              [x, y - r],
              [x + r, y],
              [x, y + r],
              [x - r, y],
            ],
          },
          { fill: color, ...halo },
        ),
      ]
    case 'triangle':
      return triangle(x, y, r * 0.98, u, color, ink, mark)
    case 'octagon':
      return octagon(x, y, r, u, color, ink, mark)
    case 'seal':
      return seal(x, y, r * 0.92, u, color, ink, mark)
  }
}

type MakeMark = (
  type: Mark['type'],
  shape: Record<string, unknown>,
  style: Record<string, unknown>,
) => Mark

function triangle(
  x: number,
  y: number,
  s: number,
  u: number,
  color: string,
  ink: string,
  mark: MakeMark,
): Mark[] {
  const bar = { stroke: ink, lineWidth: Math.max(1.6 * u, s * 0.17) }
  return [
    mark(
      'polygon',
      {
        points: [
          [x, y - s],
          [x + s * 0.95, y + s * 0.7],
          [x - s * 0.95, y + s * 0.7],
        ],
      },
      { fill: color, stroke: ink, lineWidth: 1.8 * u },
    ),
    mark('line', { x1: x, y1: y - s * 0.38, x2: x, y2: y + s * 0.12 }, bar),
    mark('line', { x1: x, y1: y + s * 0.32, x2: x, y2: y + s * 0.5 }, bar),
  ]
}

function octagon(
  x: number,
  y: number,
  r: number,
  u: number,
  color: string,
  ink: string,
  mark: MakeMark,
): Mark[] {
  const points = Array.from({ length: 8 }, (_, i) => {
    const a = Math.PI / 8 + (i * Math.PI) / 4
    return [x + r * Math.cos(a), y + r * Math.sin(a)]
  })
  const d = r * 0.38
  const cross = { stroke: ink, lineWidth: Math.max(1.6 * u, r * 0.2) }
  return [
    mark('polygon', { points }, { fill: color, stroke: ink, lineWidth: 1.6 * u }),
    mark('line', { x1: x - d, y1: y - d, x2: x + d, y2: y + d }, cross),
    mark('line', { x1: x + d, y1: y - d, x2: x - d, y2: y + d }, cross),
  ]
}

/** The seal square with 工, the character of the product's brand. */
function seal(
  x: number,
  y: number,
  s: number,
  u: number,
  color: string,
  ink: string,
  mark: MakeMark,
): Mark[] {
  const q = s * 0.5
  const stroke = { stroke: ink, lineWidth: Math.max(1.2 * u, s * 0.17) }
  return [
    mark(
      'rect',
      { x: x - s, y: y - s, width: 2 * s, height: 2 * s, r: 1.5 * u },
      { fill: color, stroke: ink, lineWidth: 1.6 * u },
    ),
    mark('line', { x1: x - q, y1: y - q * 0.85, x2: x + q, y2: y - q * 0.85 }, stroke),
    mark('line', { x1: x, y1: y - q * 0.85, x2: x, y2: y + q * 0.85 }, stroke),
    mark('line', { x1: x - q, y1: y + q * 0.85, x2: x + q, y2: y + q * 0.85 }, stroke),
  ]
}
