import { toPlane, type Point } from './plane.ts'

/** Distances from the coast in km; uneven, so that nobody reads them as maritime limits. */
export const WATERLINE_KM: readonly number[] = [3, 6.5, 11, 17, 24.5, 33.5, 44]

/**
 * Where waterlines may run: Bohai and Yellow Sea off the province, drawn by hand with few points.
 * It starts and ends inside the province, keeps about 2 km off the neighbours' coasts and stops
 * short of Liaodong. Decoration only: it states no boundary of any kind.
 */
export const SEA_OUTLINE: readonly (readonly [number, number])[] = [
  [117.9, 38.1],
  [117.92, 38.3],
  [118, 38.39],
  [117.78, 38.8],
  [117.78, 39],
  [120.75, 39],
  [120.8, 38.72],
  [121.1, 38.7],
  [121.5, 38.72],
  [123.6, 38.72],
  [123.6, 34.3],
  [120.5, 34.3],
  [119.86, 34.52],
  [119.62, 34.7],
  [119.57, 34.83],
  [119.32, 34.83],
  [119.24, 34.86],
  [119.24, 35.02],
  [119.32, 35.02],
  [119.32, 35.09],
  [119.2, 35.3],
  [118.5, 36.5],
  [117.9, 38.1],
]

/** The sea's outline as a closed ring on the plane. */
export const seaRing = (): Point[] => SEA_OUTLINE.map((place) => toPlane([...place]))
