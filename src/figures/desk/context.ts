import type { Brain } from '../../domain/brain.ts'
import { indicatorOf } from '../../domain/catalogue/index.ts'
import { growthId } from '../../domain/measure/published.ts'
import type { Selection } from '../../domain/selection.ts'
import type { LocalText } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { Figure } from '../figure.ts'

/** What the figures of the explorer look at: a context, what is selected, and of whom. */
export interface DeskContext extends FigureContext {
  readonly selection: Selection
  /** The brains that pass the filters, in the registry's order. */
  readonly brains: readonly Brain[]
  /** The month that is printed: the selection's, or the last one due. */
  readonly period: string
}

/** One panel of the explorer. */
export interface DeskFigure {
  readonly id: string
  readonly name: LocalText
  readonly build: (context: DeskContext) => Figure
}

/**
 * Ids of the slices that a desk reads, each once: its three indicators, what weighs them, and the published
 * growth rate of the first one, which beats a computed one.
 */
export function deskIndicators({ indicator, versus, size }: Selection): string[] {
  const ids = [indicator, versus, size].flatMap((id) => {
    const aggregation = indicatorOf(id)?.aggregation
    return aggregation?.how === 'weighted' ? [id, aggregation.by] : [id]
  })
  const growth = growthId(indicator)
  return [...new Set(indicatorOf(growth) ? [...ids, growth] : ids)]
}
