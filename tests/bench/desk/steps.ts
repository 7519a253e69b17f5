import type { Filter, Selection } from '../../../src/domain/selection.ts'
import { DEFAULT_SELECTION, toggleFilter } from '../../../src/domain/selection.ts'

/** One thing an analyst does: a filter value on or off, another question, or a brain in focus (on or off). */
export type Step =
  | { readonly do: 'toggle'; readonly filter: Filter; readonly value: string | number }
  | { readonly do: 'indicator' | 'measure' | 'period'; readonly to: string }
  | { readonly do: 'focus' }

const toggle = (filter: Filter, value: string | number): Step => ({ do: 'toggle', filter, value })
const ask = (to: string): Step => ({ do: 'indicator', to })
const as = (to: string): Step => ({ do: 'measure', to })
const at = (to: string): Step => ({ do: 'period', to })
const FOCUS: Step = { do: 'focus' }

/** What a round asks for, another one each time: nothing is asked that has been answered before. */
interface Wishes {
  readonly domains: readonly [string, string]
  readonly city: string
  readonly stage: string
  readonly batch: number
  readonly indicators: readonly [string, string, string]
  readonly months: readonly [string, string]
}

/** Twenty steps through every control; each filter is lifted again. */
const round = ({ domains, city, stage, batch, indicators, months }: Wishes): readonly Step[] => [
  toggle('domains', domains[0]),
  toggle('domains', domains[1]),
  FOCUS,
  as('yearOnYear'),
  ask(indicators[0]),
  FOCUS,
  toggle('domains', domains[0]),
  at(months[0]),
  toggle('domains', domains[1]),
  toggle('cities', city),
  as('share'),
  ask(indicators[1]),
  toggle('cities', city),
  toggle('stages', stage),
  as('value'),
  at(months[1]),
  toggle('batches', batch),
  ask(indicators[2]),
  toggle('batches', batch),
  toggle('stages', stage),
]

/** Sixty interactions. */
export const STEPS: readonly Step[] = [
  ...round({
    ...{ domains: ['machinery', 'chemicals'], city: '370200', stage: 'designated', batch: 2023 },
    indicators: ['compute.racksBuilt', 'service.firmsServed', 'cluster.revenue'],
    months: ['2026-06', '2026-09'],
  }),
  ...round({
    ...{ domains: ['light', 'electronics'], city: '370100', stage: 'accepted', batch: 2024 },
    indicators: ['compute.racksInUse', 'service.aboveScaleServed', 'platforms.dataAggregated'],
    months: ['2026-03', '2025-12'],
  }),
  ...round({
    ...{ domains: ['textiles', 'itServices'], city: '370300', stage: 'pilot', batch: 2025 },
    indicators: ['platforms.services', 'platforms.algorithms', 'compute.racksPlanned'],
    months: ['2025-09', '2026-08'],
  }),
]

/** The indicators that the steps ask for. */
export const ASKED: readonly string[] = [
  ...new Set([
    DEFAULT_SELECTION.indicator,
    ...STEPS.flatMap((step) => (step.do === 'indicator' ? [step.to] : [])),
  ]),
]

/** The selection after a step; `third` is the brain that a click into the ranking would focus. */
export function after(selection: Selection, step: Step, third: string | null): Selection {
  switch (step.do) {
    case 'toggle':
      return toggleFilter(selection, step.filter, step.value)
    case 'focus':
      return { ...selection, focus: selection.focus === null ? third : null }
    default:
      return { ...selection, [step.do]: step.to }
  }
}
