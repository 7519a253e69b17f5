/** Arcs run clockwise from `from` to `until` (radians, y down), or back where `until` is the smaller. */
export type Step =
  | { readonly to: 'start'; readonly x: number; readonly y: number }
  | { readonly to: 'line'; readonly x: number; readonly y: number }
  | {
      readonly to: 'arc'
      readonly cx: number
      readonly cy: number
      readonly r: number
      readonly from: number
      readonly until: number
    }

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Of the corners, from the top left one clockwise. */
export type Radii = readonly [number, number, number, number]

/** One to four radii as CSS writes them, never more than the sides have room for. */
export function radiiOf(given: readonly number[], { width, height }: Box): Radii {
  const a = given[0] ?? 0
  const b = given[1] ?? a
  const [c, d] = [given[2] ?? a, given[3] ?? b]
  const part = (side: number, sum: number): number => (sum > side ? side / sum : 1)
  const scale = Math.min(
    ...[part(width, a + b), part(width, c + d)],
    ...[part(height, b + c), part(height, a + d)],
  )
  return [a * scale, b * scale, c * scale, d * scale]
}

export function rectSteps({ x, y, width, height }: Box, [a, b, c, d]: Radii): Step[] {
  const [right, bottom, quarter] = [x + width, y + height, Math.PI / 2]
  const corner = (cx: number, cy: number, r: number, from: number): Step[] =>
    r === 0
      ? [{ to: 'line', x: cx, y: cy }]
      : [
          { to: 'line', x: cx + r * Math.cos(from), y: cy + r * Math.sin(from) },
          { to: 'arc', cx, cy, r, from, until: from + quarter },
        ]
  return [
    { to: 'start', x: x + a, y },
    ...corner(right - b, y + b, b, -quarter),
    ...corner(right - c, bottom - c, c, 0),
    ...corner(x + d, bottom - d, d, quarter),
    ...corner(x + a, y + a, a, 2 * quarter),
  ]
}

interface Disc {
  readonly cx: number
  readonly cy: number
  readonly r: number
  readonly inner: number
}

/** A piece of a disc, or of a ring where it has an inner radius; angles in radians from three o'clock. */
export function sectorSteps(
  { cx, cy, r, inner }: Disc,
  [from, until]: readonly [from: number, until: number],
): Step[] {
  const at = (radius: number, angle: number) => ({
    x: cx + radius * Math.cos(angle),
    y: cy + radius * Math.sin(angle),
  })
  const outer: Step[] = [
    { to: 'start', ...at(r, from) },
    { to: 'arc', cx, cy, r, from, until },
  ]
  if (inner === 0) return [...outer, { to: 'line', x: cx, y: cy }]
  return [
    ...outer,
    { to: 'line', ...at(inner, until) },
    { to: 'arc', cx, cy, r: inner, from: until, until: from },
  ]
}
