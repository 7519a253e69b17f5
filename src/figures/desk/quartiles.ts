/** Lower quartile, median and upper quartile. */
export interface Quartiles {
  readonly low: number
  readonly middle: number
  readonly high: number
}

/**
 * Quartiles of the numbers, interpolated between neighbours (Hyndman and Fan 1996, type 7, as Excel and R
 * do); null of nothing. The order of the numbers does not matter; the array given is rearranged.
 */
export function quartilesOf(values: Float64Array): Quartiles | null {
  if (values.length === 0) return null
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => at(values, part))
  return { low: low ?? NaN, middle: middle ?? NaN, high: high ?? NaN }
}

function at(values: Float64Array, part: number): number {
  const place = (values.length - 1) * part
  const index = Math.floor(place)
  const below = smallest(values, index)
  if (index === place) return below
  let above = Infinity
  for (let i = index + 1; i < values.length; i++) above = Math.min(above, values[i] ?? Infinity)
  return below + (above - below) * (place - index)
}

/**
 * The `k`th smallest number (from 0); what is smaller stands before it afterwards, what is larger behind it
 * (Hoare 1961, «Find»). Sorting everything for three of five thousand costs several times as much.
 */
function smallest(values: Float64Array, k: number): number {
  let [left, right] = [0, values.length - 1]
  while (left < right) {
    const pivot = values[k] ?? NaN
    let [i, j] = [left, right]
    while (i <= j) {
      while ((values[i] ?? NaN) < pivot) i++
      while ((values[j] ?? NaN) > pivot) j--
      if (i > j) break
      const kept = values[i] ?? NaN
      values[i] = values[j] ?? NaN
      values[j] = kept
      i++
      j--
    }
    if (j < k) left = i
    if (i > k) right = j
  }
  return values[k] ?? NaN
}
