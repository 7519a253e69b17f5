import { isInside, type Point } from './plane.ts'
import { isSame } from './smooth-line.ts'

/** The parts of a line inside a closed ring, cut exactly where it crosses the ring. */
export function clipLine(line: readonly Point[], ring: readonly Point[]): Point[][] {
  const isIn = line.map((point) => isInside(point, [ring]))
  if (isIn.every(Boolean)) return [[...line]]
  const { points, inside } = fromOutside(line, isIn)
  const pieces: Point[][] = []
  let piece: Point[] = []
  points.forEach((point, i) => {
    const previous = points[i - 1]
    if (previous && inside[i] !== inside[i - 1]) piece.push(crossing(previous, point, ring))
    if (inside[i]) piece.push(point)
    else if (piece.length > 0) {
      pieces.push(piece)
      piece = []
    }
  })
  return piece.length > 1 ? [...pieces, piece] : pieces
}

/** A closed line begun at a point outside, so that no piece is torn at its start. */
function fromOutside(points: readonly Point[], inside: readonly boolean[]) {
  const start = inside.indexOf(false)
  if (!isSame(points[0], points.at(-1)) || start <= 0) return { points, inside }
  return { points: rotated(points, start), inside: rotated(inside, start) }
}

const rotated = <T>(items: readonly T[], start: number): T[] => [
  ...items.slice(start),
  ...items.slice(1, start + 1),
]

/** Where a–b leaves or enters the ring: halving finds it to a metre without special cases. */
function crossing(a: Point, b: Point, ring: readonly Point[]): Point {
  const side = isInside(a, [ring])
  let low = a
  let high = b
  for (let i = 0; i < 12; i++) {
    const middle: Point = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2]
    if (isInside(middle, [ring]) === side) low = middle
    else high = middle
  }
  return low
}
