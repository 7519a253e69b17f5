import type { Point } from './plane.ts'

/**
 * The line with its corners rounded, as an engraver would: every point moves to the weighted mean
 * 1:2:1 of itself and its neighbours, `passes` times. Loose ends stay; a closed line stays closed.
 */
export function smoothLine(line: readonly Point[], passes: number): Point[] {
  let points = [...line]
  for (let pass = 0; pass < passes; pass++) points = smoothOnce(points)
  return points
}

function smoothOnce(points: readonly Point[]): Point[] {
  const last = points.length - 1
  const isClosed = isSame(points[0], points[last])
  return points.map((point, i) => {
    const before = points[i - 1] ?? (isClosed ? points[last - 1] : undefined)
    const after = points[i + 1] ?? (isClosed ? points[1] : undefined)
    return before && after ? mean(before, point, after) : point
  })
}

const mean = (a: Point, b: Point, c: Point): Point => [
  (a[0] + 2 * b[0] + c[0]) / 4,
  (a[1] + 2 * b[1] + c[1]) / 4,
]

export const isSame = (a: Point | undefined, b: Point | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1]
