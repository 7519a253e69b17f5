import type { Brain } from '../../domain/brain.ts'
import { FILTERS, traitOf, type Filter, type Selection } from '../../domain/selection.ts'
import type { FigureContext } from '../definition.ts'

type Counts = ReadonlyMap<string | number, number>

/**
 * How many brains each value of each filter would leave, the other filters kept: as facetCounts of the
 * domain, for all filters in one pass. A brain counts for a filter when it fails no other one.
 */
export function facetsOf(
  brains: readonly Brain[],
  states: FigureContext['states'],
  selection: Selection,
): ReadonlyMap<Filter, Counts> {
  const wanted = FILTERS.map((filter) => wantedOf(selection[filter]))
  const counts = FILTERS.map(() => new Map<string | number, number>())
  for (const brain of brains) {
    const traits = FILTERS.map((filter) => traitOf(brain, states, filter))
    const failed = traits.flatMap((trait, f) => (wanted[f]?.has(trait) === false ? [f] : []))
    if (failed.length > 1) continue
    traits.forEach((trait, f) => {
      const own = counts[f]
      if (own && (failed.length === 0 || failed[0] === f)) own.set(trait, (own.get(trait) ?? 0) + 1)
    })
  }
  return new Map(FILTERS.map((filter, f) => [filter, counts[f] ?? new Map()]))
}

const wantedOf = (values: readonly (string | number)[]): ReadonlySet<string | number> | null =>
  values.length === 0 ? null : new Set(values)
