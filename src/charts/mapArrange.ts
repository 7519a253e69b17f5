import type { MapFigure, MapMarker } from '../figures/kinds/mapFigure.ts'
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

/** Symbols in one line under a label and in all its lines; the room around each in units. */
const IN_LINE = 4
const IN_ROW = 8
const ROOM = 2.4
/** A label that moves may take the room of symbols near it, which then move too. */
const ROUNDS = 3

/**
 * Labels first, then symbols in their areas. Where an area has no room for all of its symbols, they stand
 * under its label beside the area. Labels set by eye never move: their areas show `left` as a count, as
 * do areas with more than eight symbols.
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
  const largest = look.name === 'wall' ? (look.t > 1.1 ? 1.18 : 1) : 0.78
  const scale = Math.min(largest, look.width / (760 * look.u))
  const pixels = look.u * scale
  const rows = new Map<string, SymbolRow>()
  let now: Arrangement = { labels, ...placeMarkers(figure, labels, rings, look.u, scale) }
  for (let round = 0; round < ROUNDS && addRows(rows, figure, now, pixels); round++) {
    const again = placeLabels(figure, look, geometry, project, rings, rows)
    const others = figure.markers.filter(({ area }) => !rows.has(area))
    const found = placeMarkers({ ...figure, markers: others }, again, rings, look.u, scale)
    now = { ...found, labels: again, placed: [...found.placed, ...again.flatMap(spotsOf)] }
  }
  return now
}

/** Adds the symbols of each area that proved too small for them; false when there is none. */
function addRows(
  rows: Map<string, SymbolRow>,
  { markers }: MapFigure,
  { left }: Arrangement,
  pixels: number,
): boolean {
  const before = rows.size
  for (const area of new Set(left.map((marker) => marker.area))) {
    const own = markers.filter((marker) => marker.area === area)
    if (!isSetByEye(area) && own.length <= IN_ROW) rows.set(area, rowOf(own, pixels))
  }
  return rows.size > before
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
