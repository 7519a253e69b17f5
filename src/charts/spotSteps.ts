import type { Spot } from './spots.ts'

const FORWARD: ReadonlySet<string> = new Set(['ArrowRight', 'ArrowDown'])
const SIDEWAYS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight'])
const EDGES: ReadonlySet<string> = new Set(['Home', 'End'])

/** Keys that walk from spot to spot. */
export const isStep = (key: string): boolean =>
  EDGES.has(key) || FORWARD.has(key) || key === 'ArrowLeft' || key === 'ArrowUp'

/**
 * The spot that a key leads to. Bars, areas and points are walked in the order in which they stand from
 * left to right or from top to bottom, so that every one is reached; lines month by month, and from plot
 * to plot. Without a spot to start from: the first, or the last month of the first plot.
 */
export function stepFrom(spots: readonly Spot[], from: Spot | null, key: string): Spot | null {
  const isLine = spots.some(({ column }) => column > 0)
  if (!from) return startOf(spots, isLine)
  if (key === 'Home' || key === 'End') return edgeOf(spots, from, isLine, key) ?? from
  if (isLine && !SIDEWAYS.has(key)) return otherPlot(spots, from, FORWARD.has(key)) ?? from
  const order = isLine
    ? spots.filter(({ row }) => row === from.row)
    : [...spots].sort(SIDEWAYS.has(key) ? byX : byY)
  const at = order.findIndex((spot) => spot.key === from.key)
  return order[at + (FORWARD.has(key) ? 1 : -1)] ?? from
}

const byX = (a: Spot, b: Spot): number => a.x - b.x || a.y - b.y
const byY = (a: Spot, b: Spot): number => a.y - b.y || a.x - b.x

const startOf = (spots: readonly Spot[], isLine: boolean): Spot | null =>
  (isLine ? spots.findLast(({ row }) => row === spots[0]?.row) : spots[0]) ?? null

/** First or last: of a line, within its plot. */
function edgeOf(spots: readonly Spot[], { row }: Spot, isLine: boolean, key: string) {
  const among = isLine ? spots.filter((spot) => spot.row === row) : spots
  return key === 'Home' ? among[0] : among.at(-1)
}

/** The nearest month of the next or last plot before it that has any. */
function otherPlot(spots: readonly Spot[], from: Spot, forward: boolean): Spot | null {
  const beyond = spots.filter(({ row }) => (forward ? row > from.row : row < from.row))
  const rows = beyond.map(({ row }) => row)
  const row = forward ? Math.min(...rows) : Math.max(...rows)
  const months = beyond.filter((spot) => spot.row === row)
  const away = ({ column }: Spot): number => Math.abs(column - from.column)
  return months.reduce<Spot | null>(
    (best, spot) => (best && away(best) <= away(spot) ? best : spot),
    null,
  )
}
