import { computed, type ComputedRef } from 'vue'

import { useFigure } from '../../components/useFigureContext.ts'
import type { FigureContext, FigureDefinition } from '../../figures/definition.ts'
import type { Figure } from '../../figures/figure.ts'

/** The first candidate that has data, else the last one with its reason. */
export function useCandidates(
  candidates: readonly FigureDefinition[],
  context: ComputedRef<FigureContext | null>,
): ComputedRef<Figure | null> {
  const figures = candidates.map((definition) => useFigure(definition, context))
  return computed(() => {
    let last: Figure | null = null
    for (const { value } of figures) {
      if (value && value.kind !== 'absent') return value
      last = value
    }
    return last
  })
}
