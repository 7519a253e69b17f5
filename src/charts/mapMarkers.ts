import type { MapFigure, MapMarker } from '../figures/kinds/mapFigure.ts'
import type { Point } from './mapProjection.ts'
import { spiralIn } from './mapRoom.ts'

/** Label box of an area around its anchor. */
export interface LabelBox {
  readonly area: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Where the area is, when its label had to move away: symbols gather there, a line leads to it. */
  readonly at?: Point
  /** Symbols that stand under the label because their area is too small; within the box. */
  readonly row?: SymbolRow
}

/** Symbols in lines, from the left edge of the row's first line. */
export interface SymbolRow {
  readonly spots: readonly PlacedMarker[]
  readonly width: number
  readonly height: number
}

export interface PlacedMarker {
  readonly marker: MapMarker
  readonly x: number
  readonly y: number
  readonly r: number
}

/** More symbols than this are drawn as one count per area and status. */
export const MARKER_LIMIT = 90

const TRIES = 900

/** Radius in units: √ of the cluster revenue in 亿元 × 0.52, never below the shape's minimum. */
export const markerRadius = ({ symbol, size }: MapMarker): number => {
  const least = symbol === 'rectification' ? 11.5 : symbol === 'designated' ? 7 : 5.6
  return Math.max(least, 0.52 * Math.sqrt(Math.max(0, size ?? 0)))
}

/**
 * Places warnings first, then the largest, along a Fermat spiral from each label, inside the area and clear of
 * labels and of each other by 2.4 units. Those that find no room are returned as `left`.
 */
export function placeMarkers(
  figure: MapFigure,
  labels: readonly LabelBox[],
  rings: ReadonlyMap<string, readonly (readonly Point[])[]>,
  u: number,
  scale: number,
): { readonly placed: readonly PlacedMarker[]; readonly left: readonly MapMarker[] } {
  const placed: PlacedMarker[] = []
  const left: MapMarker[] = []
  for (const marker of [...figure.markers].sort(warningsFirst)) {
    const spot = findSpot(marker, labels, rings.get(marker.area) ?? [], placed, u, scale)
    if (spot) placed.push(spot)
    else left.push(marker)
  }
  return { placed, left }
}

/** What needs attention is never the one that finds no room. */
const warningsFirst = (a: MapMarker, b: MapMarker): number =>
  Number(b.symbol === 'rectification') - Number(a.symbol === 'rectification')

function findSpot(
  marker: MapMarker,
  labels: readonly LabelBox[],
  rings: readonly (readonly Point[])[],
  placed: readonly PlacedMarker[],
  u: number,
  scale: number,
): PlacedMarker | null {
  const label = labels.find(({ area }) => area === marker.area)
  const ring = rings[0]
  if (!label || !ring) return null
  const r = markerRadius(marker) * u * scale
  const centre = label.at ?? ([label.x + label.width / 2, label.y + label.height / 2] as const)
  const { at, room } = spiralIn(ring, centre, u)
  for (let k = 0; k < TRIES; k++) {
    const [x, y] = at(k)
    if (labels.some((box) => touches(box, x, y, r + 2.2 * u))) continue
    if (placed.some((other) => isNear(other, x, y, r + 2.4 * u))) continue
    if (room(k) > r * 0.75) return { marker, x, y, r }
  }
  return null
}

/** Whether a placed symbol comes nearer to a point than `r` to its edge. */
function isNear(other: PlacedMarker, x: number, y: number, r: number): boolean {
  const [dx, dy, least] = [other.x - x, other.y - y, other.r + r]
  return dx * dx + dy * dy < least * least
}

/** Whether a circle touches a box. */
function touches(box: LabelBox, x: number, y: number, r: number): boolean {
  const dx = x - Math.max(box.x, Math.min(x, box.x + box.width))
  const dy = y - Math.max(box.y, Math.min(y, box.y + box.height))
  return dx * dx + dy * dy < r * r
}
