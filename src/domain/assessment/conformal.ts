/** Bounds of an error, in the scale in which errors are pooled. */
export interface ErrorInterval {
  readonly low: number
  readonly high: number
}

/** Share of outcomes that an interval should hold. */
export const INTERVAL_LEVEL = 0.8

/**
 * Interval of the next error from past ones, without a model of them: their order statistics at ⌊(n+1)·10 %⌋ and
 * ⌈(n+1)·90 %⌉ hold at least 80 % of new errors when old and new are exchangeable (split conformal prediction: Vovk,
 * Gammerman & Shafer 2005; Lei et al. 2018). Below nine errors their range: it holds less. Always holds no error at all,
 * so that a forecast lies within its own interval.
 */
export function intervalOf(errors: readonly number[]): ErrorInterval {
  const sorted = Float64Array.from(errors).sort()
  const n = sorted.length
  const tail = ((1 - INTERVAL_LEVEL) / 2) * (n + 1)
  const below = Math.max(1, Math.floor(tail + ROUNDING))
  return {
    low: Math.min(0, sorted[below - 1] ?? NaN),
    high: Math.max(0, sorted[n - below] ?? NaN),
  }
}

/** 0.1 × 30 is a hair below 3. */
const ROUNDING = 1e-9
