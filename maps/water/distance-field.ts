import { distanceToSegment, segmentsOf, type Point, type Segment } from './plane.ts'

/** Values on a square grid: `values[row * columns + column]` at origin + (column, row) × step. */
export interface Field {
  columns: number
  rows: number
  origin: Point
  step: number
  values: Float64Array
}

export interface Extent {
  min: Point
  max: Point
}

/** A field being filled: each cell also knows the number of its nearest segment so far, or -1. */
interface Search extends Field {
  segments: readonly Segment[]
  nearest: Int32Array
}

/**
 * Distance in km to the nearest ring, on a grid over `extent`. Cells along each segment know it
 * exactly; then nearest segments are handed on from cell to cell in four sweeps, each judged by
 * its true distance (vector distance transform after Danielsson 1980).
 */
export function distanceField(
  rings: readonly (readonly Point[])[],
  { min, max }: Extent,
  step: number,
): Field {
  const columns = Math.ceil((max[0] - min[0]) / step) + 1
  const rows = Math.ceil((max[1] - min[1]) / step) + 1
  const values = new Float64Array(columns * rows).fill(Infinity)
  const nearest = new Int32Array(columns * rows).fill(-1)
  const segments = rings.flatMap(segmentsOf)
  const search: Search = { columns, rows, origin: min, step, values, segments, nearest }
  segments.forEach((segment, index) => seed(search, segment, index))
  for (const dy of [1, -1]) for (const dx of [1, -1]) sweep(search, dx, dx * dy)
  return { columns, rows, origin: min, step, values }
}

export const cellPoint = ({ origin, step }: Field, column: number, row: number): Point => [
  origin[0] + column * step,
  origin[1] + row * step,
]

function seed(search: Search, [a, b]: Segment, index: number): void {
  const { origin, step, columns, rows } = search
  const [left, right] = cellRange(a[0] - origin[0], b[0] - origin[0], step, columns)
  const [low, high] = cellRange(a[1] - origin[1], b[1] - origin[1], step, rows)
  for (let row = low; row <= high; row++)
    for (let column = left; column <= right; column++) offer(search, column, row, index)
}

/** First and last cell that a span touches, with one to spare, within the grid. */
function cellRange(a: number, b: number, step: number, count: number) {
  const first = Math.floor(Math.min(a, b) / step) - 1
  const last = Math.ceil(Math.max(a, b) / step) + 1
  return [Math.max(0, first), Math.min(count - 1, last)] as const
}

/** The cell takes the segment if it is nearer than what the cell knows. */
function offer(search: Search, column: number, row: number, index: number): void {
  const cell = row * search.columns + column
  const segment = search.segments[index]
  if (!segment || search.nearest[cell] === index) return
  const distance = distanceToSegment(cellPoint(search, column, row), ...segment)
  if (distance >= (search.values[cell] ?? 0)) return
  search.values[cell] = distance
  search.nearest[cell] = index
}

/** One pass over the grid; each cell hears from the three neighbours that came before it. */
function sweep(search: Search, dx: number, dy: number): void {
  const { columns, rows } = search
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const column = dx > 0 ? x : columns - 1 - x
      const row = dy > 0 ? y : rows - 1 - y
      hear(search, column, row, column - dx, row)
      hear(search, column, row, column, row - dy)
      hear(search, column, row, column - dx, row - dy)
    }
}

function hear(search: Search, column: number, row: number, fromColumn: number, fromRow: number) {
  if (fromColumn < 0 || fromColumn >= search.columns) return
  offer(search, column, row, search.nearest[fromRow * search.columns + fromColumn] ?? -1)
}
