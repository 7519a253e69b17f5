import type { Field } from './distance-field.ts'
import type { Point } from './plane.ts'

/** An edge of the grid that a contour crosses: the cell's number, doubled, plus 1 if vertical. */
type Edge = number

/**
 * The lines on which a field has this value (marching squares, linear interpolation). A line that
 * closes repeats its first point; others end at the border of the grid.
 */
export function contour(field: Field, value: number): Point[][] {
  const links = new Map<Edge, Edge[]>()
  for (let row = 0; row + 1 < field.rows; row++)
    for (let column = 0; column + 1 < field.columns; column++)
      for (const [a, b] of crossings(field, column, row, value)) {
        link(links, a, b)
        link(links, b, a)
      }
  return chains(links).map((edges) => edges.map((edge) => edgePoint(field, edge, value)))
}

function link(links: Map<Edge, Edge[]>, from: Edge, to: Edge): void {
  const known = links.get(from)
  if (known) known.push(to)
  else links.set(from, [to])
}

/** The 0, 1 or 2 pieces of the contour in one cell, each from edge to edge. */
function crossings(field: Field, column: number, row: number, value: number): [Edge, Edge][] {
  const { columns, values } = field
  const cell = row * columns + column
  const isAbove = [cell, cell + 1, cell + columns + 1, cell + columns].map(
    (i) => (values[i] ?? 0) >= value,
  )
  const edges = [cell * 2, (cell + 1) * 2 + 1, (cell + columns) * 2, cell * 2 + 1]
  const crossed = edges.filter((_, i) => isAbove[i] !== isAbove[(i + 1) % 4])
  const [a, b, c, d] = crossed
  if (a === undefined || b === undefined) return []
  if (c === undefined || d === undefined) return [[a, b]]
  return isAbove[0]
    ? [
        [a, b],
        [c, d],
      ]
    : [
        [b, c],
        [d, a],
      ]
}

function edgePoint(field: Field, edge: Edge, value: number): Point {
  const { columns, values, origin, step } = field
  const cell = edge >> 1
  const isVertical = (edge & 1) === 1
  const from = values[cell] ?? 0
  const to = values[cell + (isVertical ? columns : 1)] ?? 0
  const along = (value - from) / (to - from)
  const column = (cell % columns) + (isVertical ? 0 : along)
  const row = Math.floor(cell / columns) + (isVertical ? along : 0)
  return [origin[0] + column * step, origin[1] + row * step]
}

/** Pieces joined into lines: first those with a loose end, then the closed ones. */
function chains(links: Map<Edge, Edge[]>): Edge[][] {
  const seen = new Set<Edge>()
  const starts = [...links].filter(([, next]) => next.length === 1).map(([edge]) => edge)
  const lines: Edge[][] = []
  for (const start of [...starts, ...links.keys()])
    if (!seen.has(start)) lines.push(follow(links, start, seen))
  return lines
}

function follow(links: Map<Edge, Edge[]>, start: Edge, seen: Set<Edge>): Edge[] {
  const line: Edge[] = []
  for (let edge: Edge | undefined = start; edge !== undefined;) {
    line.push(edge)
    seen.add(edge)
    edge = links.get(edge)?.find((next) => !seen.has(next))
  }
  const closes = line.length > 2 && links.get(start)?.includes(line.at(-1) ?? start)
  return closes ? [...line, start] : line
}
