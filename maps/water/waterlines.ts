import { ringsOf, type MapCollection } from '../shapes.ts'
import { clipLine } from './clip.ts'
import { contour } from './contour.ts'
import { cellPoint, distanceField, type Extent, type Field } from './distance-field.ts'
import {
  crosses,
  isInside,
  segmentsOf,
  toDegrees,
  toPlane,
  type Point,
  type Segment,
} from './plane.ts'
import { seaRing, WATERLINE_KM } from './sea.ts'
import { smoothLine } from './smooth-line.ts'
import { lineLength, thinLine } from './thin-line.ts'

/** One line: `level` 0 is next to the coast; a line around an islet or bay is closed. */
export interface Waterline {
  level: number
  coords: [number, number][]
}

const GRID_KM = 1
const TOLERANCE_KM = 0.08
/** The farther out, the rounder. */
const smoothingOf = (level: number): number => 6 + 7 * level
const SHORTEST_KM = 4

/**
 * The engraved waterlines of a province map: lines at fixed distances off its coast and islands,
 * at sea only; borders with neighbours stay bare. Decoration, derived from the drawing itself.
 */
export function waterlines(province: MapCollection): Waterline[] {
  const sea = seaRing()
  const rings = ringsOf(province).map((ring) => ring.map(toPlane))
  const field = distanceField(rings, extentOf(sea), GRID_KM)
  const bare = withoutLand(field, rings)
  return WATERLINE_KM.flatMap((km, level) =>
    contour(bare, km)
      .flatMap((line) => clipLine(smoothLine(line, smoothingOf(level)), sea))
      .filter((line) => lineLength(line) >= SHORTEST_KM)
      .map((line) => ({ level, coords: thinLine(line, TOLERANCE_KM).map(toDegrees) })),
  )
}

/** Land counts as distance 0, so that no line runs inland. */
function withoutLand(field: Field, rings: readonly (readonly Point[])[]): Field {
  const values = field.values.slice()
  for (let row = 0; row < field.rows; row++) {
    const y = cellPoint(field, 0, row)[1]
    const near = rings.flatMap((ring) => spansAcross(ring, y))
    for (let column = 0; column < field.columns; column++)
      if (isInside(cellPoint(field, column, row), near)) values[row * field.columns + column] = 0
  }
  return { ...field, values }
}

/** The ring's segments that cross one latitude: all that the inside test of a row needs. */
const spansAcross = (ring: readonly Point[], y: number): Segment[] =>
  segmentsOf(ring).filter(([a, b]) => crosses(y, a, b))

const extentOf = (ring: readonly Point[]): Extent => ({
  min: [Math.min(...ring.map(([x]) => x)), Math.min(...ring.map(([, y]) => y))],
  max: [Math.max(...ring.map(([x]) => x)), Math.max(...ring.map(([, y]) => y))],
})
