/** A round upper end of an axis that clears `highest`, and its step: 3–5 gridlines. */
export function niceAxis(highest: number): { readonly max: number; readonly step: number } {
  const rough = Math.max(highest, 1e-9) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((m) => m * power >= rough) ?? 10) * power
  return { max: Math.ceil((highest * 1.02) / step) * step, step }
}

/** Round ends of an axis that clears `low` and `high`, and its step: 3–6 gridlines. */
export function niceRange(
  low: number,
  high: number,
): { readonly min: number; readonly max: number; readonly step: number } {
  const pad = high > low ? 0 : Math.max(Math.abs(high) * 0.1, 1e-6)
  const rough = (high - low + 2 * pad) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((m) => m * power >= rough) ?? 10) * power
  const round = (value: number): number => Number((value * step).toPrecision(12))
  return {
    min: round(Math.floor((low - pad) / step)),
    max: round(Math.ceil((high + pad) / step)),
    step: Number(step.toPrecision(12)),
  }
}

/**
 * Moves labels apart so that neighbours keep `gap`, staying within `top` and `bottom`;
 * the order of the given positions is kept.
 */
export function pushApart(
  positions: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): number[] {
  const order = positions.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y)
  let last = top - gap
  for (const item of order) {
    item.y = Math.max(item.y, last + gap)
    last = item.y
  }
  let next = bottom + gap
  for (const item of [...order].reverse()) {
    item.y = Math.min(item.y, next - gap)
    next = item.y
  }
  const moved: number[] = []
  for (const { y, i } of order) moved[i] = y
  return moved
}
