/**
 * Splits `total` into whole parts after `weights` by largest remainder (Hamilton).
 * Parts add up to `total`; ties go to the earlier one. Weights that already are the answer come back as they are.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((a, b) => a + b, 0)
  const order = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of order.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1
  return parts
}

/** `count` items spread evenly over `items`, in order; each exactly once when the lengths are equal. */
export const spread = <T>(items: readonly T[], count: number): T[] =>
  Array.from(
    { length: count },
    (_, i) => items[Math.floor(((i + 0.5) * items.length) / count)] as T,
  )
