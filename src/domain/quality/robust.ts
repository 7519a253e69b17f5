/** Makes the median absolute deviation of a normal sample estimate its standard deviation. */
const NORMAL = 1.4826

/** The middle value (mean of the two middle ones); NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const half = sorted.length >> 1
  const upper = sorted[half] ?? NaN
  return sorted.length % 2 ? upper : (upper + (sorted[half - 1] ?? NaN)) / 2
}

/**
 * Centre and spread that a few wild values cannot move: median and scaled median absolute deviation
 * (Rousseeuw & Croux, JASA 88, 1993). NaN for none.
 */
export function robustSpread(values: readonly number[]): { centre: number; spread: number } {
  const centre = median(values)
  return { centre, spread: NORMAL * median(values.map((value) => Math.abs(value - centre))) }
}
