/** Lower quartile, median and upper quartile. */
export interface Quartiles {
  readonly low: number
  readonly middle: number
  readonly high: number
}

/**
 * Quartiles of the numbers, interpolated between neighbours (Hyndman and Fan 1996, type 7, as Excel and R
 * do); null of nothing. The order of the numbers does not matter; the array given is sorted.
 */
export function quartilesOf(values: Float64Array): Quartiles | null {
  if (values.length === 0) return null
  values.sort()
  return { low: at(values, 0.25), middle: at(values, 0.5), high: at(values, 0.75) }
}

function at(sorted: Float64Array, part: number): number {
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)] ?? NaN
  const above = sorted[Math.ceil(place)] ?? NaN
  return below + (above - below) * (place - Math.floor(place))
}
