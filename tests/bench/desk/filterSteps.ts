import { DOMAIN_IDS } from '../../../src/domain/brain.ts'
import { CITIES } from '../../../src/domain/region.ts'
import type { Filter } from '../../../src/domain/selection.ts'
import type { Step } from './steps.ts'

/** From value to value: the next one on, then the one before off, so that no selection comes twice or is empty. */
const walk = (filter: Filter, values: readonly (string | number)[]): readonly Step[] =>
  [...values, null].flatMap((value, i): readonly Step[] => {
    const toggle = (to: string | number): Step => ({ do: 'toggle', filter, value: to })
    const [before] = values.slice(Math.max(0, i - 1), i)
    return [
      ...(value === null ? [] : [toggle(value)]),
      ...(before === undefined ? [] : [toggle(before)]),
    ]
  })

/** Fifty-eight clicks on filters of the desk, through the values of four of them. */
export const FILTER_STEPS: readonly Step[] = [
  ...walk('domains', DOMAIN_IDS),
  ...walk('stages', ['pilot', 'accepted', 'designated']),
  ...walk('cities', CITIES),
  ...walk('batches', [2023, 2024, 2025]),
]
