import type { Brain, DomainId } from './brain.ts'
import type { Grade } from './event.ts'
import type { BrainState, Stage } from './lifecycle.ts'
import type { Measure } from './measure/question.ts'
import { countyOrZone } from './zone.ts'

/** What an analyst looks at: the filters of the desk, and which figures they are asked of. */
export interface Selection {
  readonly domains: readonly DomainId[]
  readonly subIndustries: readonly string[]
  readonly cities: readonly string[]
  readonly counties: readonly string[]
  readonly batches: readonly number[]
  readonly stages: readonly Stage[]
  readonly grades: readonly (Grade | 'none')[]
  readonly indicator: string
  readonly measure: Measure
  /** Null: the last month due. */
  readonly period: string | null
  /** Second axis of the scatter, and what sizes its points. */
  readonly versus: string
  readonly size: string
  /** The brain in focus; all others are muted. */
  readonly focus: string | null
}

/** The filters: every one narrows, an empty one does not. */
export const FILTERS = [
  'domains',
  'subIndustries',
  'cities',
  'counties',
  'batches',
  'stages',
  'grades',
] as const
export type Filter = (typeof FILTERS)[number]

export const DEFAULT_SELECTION: Selection = {
  domains: [],
  subIndustries: [],
  cities: [],
  counties: [],
  batches: [],
  stages: [],
  grades: [],
  indicator: 'cluster.revenue',
  measure: 'value',
  period: null,
  versus: 'compute.racksBuilt',
  size: 'service.firmsServed',
  focus: null,
}

type States = ReadonlyMap<string, BrainState>

/** Whether a brain passes one filter. */
function passes(brain: Brain, states: States, selection: Selection, filter: Filter): boolean {
  const wanted: readonly (string | number)[] = selection[filter]
  return wanted.length === 0 || wanted.includes(traitOf(brain, states, filter))
}

/** The value of a brain that a filter looks at; '' where it has none. */
export function traitOf(brain: Brain, states: States, filter: Filter): string | number {
  switch (filter) {
    case 'domains':
      return brain.domain ?? ''
    case 'subIndustries':
      return brain.subIndustry
    case 'cities':
      return brain.city
    case 'counties':
      return countyOrZone(brain) ?? ''
    case 'batches':
      return brain.batch ?? 0
    case 'stages':
      return states.get(brain.id)?.stage ?? 'unknown'
    case 'grades':
      return states.get(brain.id)?.grade?.grade ?? 'none'
  }
}

/** The brains that pass every filter, in the registry's order. */
export const selectBrains = (
  brains: readonly Brain[],
  states: States,
  selection: Selection,
): Brain[] =>
  brains.filter((brain) => FILTERS.every((filter) => passes(brain, states, selection, filter)))

/** How many brains each value of a filter would leave, the other filters kept: for its menu. */
export function facetCounts(
  brains: readonly Brain[],
  states: States,
  selection: Selection,
  filter: Filter,
): ReadonlyMap<string | number, number> {
  const counts = new Map<string | number, number>()
  const others = FILTERS.filter((other) => other !== filter)
  for (const brain of brains) {
    if (!others.every((other) => passes(brain, states, selection, other))) continue
    const trait = traitOf(brain, states, filter)
    counts.set(trait, (counts.get(trait) ?? 0) + 1)
  }
  return counts
}

/**
 * Why nothing is left: the filters of which each one, if lifted alone, would leave brains; sorted by how
 * many. Empty when no single filter is the cause.
 */
export function emptiedBy(
  brains: readonly Brain[],
  states: States,
  selection: Selection,
): readonly { readonly filter: Filter; readonly left: number }[] {
  return FILTERS.filter((filter) => selection[filter].length > 0)
    .map((filter) => ({
      filter,
      left: selectBrains(brains, states, { ...selection, [filter]: [] }).length,
    }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.left - a.left)
}

/** The selection with one value of a filter switched on or off. */
export function toggleFilter(
  selection: Selection,
  filter: Filter,
  value: string | number,
): Selection {
  const values: readonly (string | number)[] = selection[filter]
  const next = values.includes(value)
    ? values.filter((other) => other !== value)
    : [...values, value].sort()
  return { ...selection, [filter]: next }
}
