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

/** Twenty steps through every control; each filter is lifted again, so that they can be repeated. */
const ROUND: readonly Step[] = [
  toggle('domains', 'machinery'),
  toggle('domains', 'chemicals'),
  FOCUS,
  as('yearOnYear'),
  ask('compute.racksBuilt'),
  FOCUS,
  toggle('domains', 'machinery'),
  at('2026-06'),
  toggle('domains', 'chemicals'),
  toggle('cities', '370200'),
  as('share'),
  ask('service.firmsServed'),
  toggle('cities', '370200'),
  toggle('stages', 'pilot'),
  as('rank'),
  at('2025-12'),
  toggle('batches', 2023),
  ask('cluster.revenue'),
  toggle('batches', 2023),
  toggle('stages', 'pilot'),
]

/** Between two rounds the month and the measure come back to where they began. */
const BACK: readonly Step[] = [as('value'), at('2026-10')]

/** Sixty interactions. */
export const STEPS: readonly Step[] = [
  ...ROUND.slice(0, 18),
  ...BACK,
  ...ROUND.slice(18),
  ...ROUND.slice(0, 16),
  ...BACK,
  ...ROUND.slice(16),
  ...ROUND.slice(0, 16),
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
