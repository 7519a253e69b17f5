import type { MapFigure, MapMarker } from '../figures/figure.ts'
import type { MapGeometry } from './geometry.ts'
import type { Look } from './look.ts'
import { isSetByEye } from './mapAnchors.ts'
import { placeLabels } from './mapLabels.ts'
import {
  MARKER_LIMIT,
  markerRadius,
  placeMarkers,
  type LabelBox,
  type PlacedMarker,
  type SymbolRow,
} from './mapMarkers.ts'
import type { Point } from './mapProjection.ts'

/** Where labels and symbols stand; `left` are the symbols that found no room. */
export interface Arrangement {
  readonly labels: readonly LabelBox[]
  readonly placed: readonly PlacedMarker[]
  readonly left: readonly MapMarker[]
}

/** Symbols in one line under a label, and the room around each in units. */
const IN_LINE = 4
const ROOM = 2.4

/**
 * Labels first, then symbols in their areas. Where half of an area's symbols or more find no room, they all
 * stand under its label beside the area. Labels set by eye never move: their areas show `left` as a count.
 */
export function arrange(
  figure: MapFigure,
  look: Look,
  geometry: MapGeometry,
  project: (point: Point) => Point,
  rings: ReadonlyMap<string, readonly (readonly Point[])[]>,
): Arrangement {
  const labels = placeLabels(figure, look, geometry, project, rings)
  if (figure.markers.length > MARKER_LIMIT) return { labels, placed: [], left: [] }
  const scale = Math.min(look.t > 1.1 ? 1.18 : 1, look.width / (760 * look.u))
  const first = { labels, ...placeMarkers(figure, labels, rings, look.u, scale) }
  const rows = rowsOf(figure, first, look.u * scale)
  if (rows.size === 0) return first
  const again = placeLabels(figure, look, geometry, project, rings, rows)
  const others = figure.markers.filter(({ area }) => !rows.has(area))
  const { placed, left } = placeMarkers({ ...figure, markers: others }, again, rings, look.u, scale)
  return { labels: again, placed: [...placed, ...again.flatMap(spotsOf)], left }
}

/** The symbols of each area that is too small for them. */
function rowsOf({ markers }: MapFigure, { left }: Arrangement, pixels: number) {
  const rows = new Map<string, SymbolRow>()
  for (const area of new Set(left.map((marker) => marker.area))) {
    const own = markers.filter((marker) => marker.area === area)
    const without = left.filter((marker) => marker.area === area)
    if (!isSetByEye(area) && without.length * 2 >= own.length) rows.set(area, rowOf(own, pixels))
  }
  return rows
}

/** Lines of up to four symbols; positions from the row's top left corner. */
function rowOf(markers: readonly MapMarker[], pixels: number): SymbolRow {
  const spots: PlacedMarker[] = []
  let [width, height] = [0, 0]
  for (let from = 0; from < markers.length; from += IN_LINE) {
    const line = markers.slice(from, from + IN_LINE)
    const radii = line.map((marker) => markerRadius(marker) * pixels)
    const tallest = Math.max(...radii) + ROOM * pixels
    let x = 0
    for (const [i, marker] of line.entries()) {
      const r = radii[i] ?? 0
      spots.push({ marker, x: x + r + ROOM * pixels, y: height + tallest, r })
      x += 2 * (r + ROOM * pixels)
    }
    width = Math.max(width, x)
    height += 2 * tallest
  }
  return { spots, width, height }
}

/** The row's symbols where the label has come to stand, centred below its words. */
function spotsOf({ row, x, y, width, height }: LabelBox): PlacedMarker[] {
  if (!row) return []
  const [left, top] = [x + (width - row.width) / 2, y + height - row.height]
  return row.spots.map((spot) => ({ ...spot, x: left + spot.x, y: top + spot.y }))
}
