import { indicatorOf } from '../../domain/catalogue/index.ts'
import type { Comparison } from '../../domain/comparison.ts'
import { growthId } from '../../domain/measure/published.ts'

/** Slices that a comparison reads: its indicators, what weighs them, their published growth. */
export function comparisonSlices({ indicator, columns }: Comparison): string[] {
  const ids = [indicator, growthId(indicator), ...columns].flatMap((id) => {
    const aggregation = indicatorOf(id)?.aggregation
    return aggregation?.how === 'weighted' ? [id, aggregation.by] : [id]
  })
  return [...new Set(ids)].filter((id) => indicatorOf(id) !== undefined)
}
