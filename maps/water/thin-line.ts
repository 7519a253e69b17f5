import { distanceToSegment, segmentsOf, type Point } from './plane.ts'

/** The line with only the points needed to stay within `tolerance` km (Douglas–Peucker 1973). */
export function thinLine(line: readonly Point[], tolerance: number): Point[] {
  const kept = new Set([0, line.length - 1])
  const spans: [number, number][] = [[0, line.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const far = farthest(line, span)
    if (far.distance <= tolerance) continue
    kept.add(far.index)
    spans.push([span[0], far.index], [far.index, span[1]])
  }
  return line.filter((_, index) => kept.has(index))
}

function farthest(line: readonly Point[], [from, to]: [number, number]) {
  let best = { index: -1, distance: 0 }
  const [start, end] = [line[from], line[to]]
  if (!start || !end) return best
  line.slice(from + 1, to).forEach((point, i) => {
    const distance = distanceToSegment(point, start, end)
    if (distance > best.distance) best = { index: from + 1 + i, distance }
  })
  return best
}

/** Length of a line in km. */
export const lineLength = (line: readonly Point[]): number =>
  segmentsOf(line).reduce((sum, [a, b]) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]), 0)
