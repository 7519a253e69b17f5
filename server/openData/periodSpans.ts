import { ordinal, periodId, periodOf } from '../../src/domain/period.ts'
import type { Cadence } from '../../src/domain/period.ts'
import type { PeriodSpan } from '../store/store.ts'

const MONTHS: Readonly<Record<Cadence, number>> = { month: 1, quarter: 3, half: 6, year: 12 }
const CADENCES = ['month', 'quarter', 'half', 'year'] as const

/** Bounds of period ids: see parsePeriod. */
const [FIRST, LAST] = ['1949', '2100']

/**
 * The periods of each cadence that lie wholly between two periods of any cadence: 2025 to 2026-06 holds
 * 2025-01 … 2026-06, 2025-Q1 … 2026-Q2, 2025-H1 … 2026-H1 and 2025. A cadence without any is left out.
 */
export function periodSpans(from: string | null, to: string | null): readonly PeriodSpan[] {
  const start = firstMonth(from ?? FIRST)
  const end = firstMonth(to ?? LAST) + MONTHS[periodOf(to ?? LAST).cadence]
  return CADENCES.flatMap((cadence) => {
    const [first, last] = [
      Math.ceil(start / MONTHS[cadence]),
      Math.floor(end / MONTHS[cadence]) - 1,
    ]
    return last < first ? [] : [{ cadence, first: at(cadence, first), last: at(cadence, last) }]
  })
}

/** Running number of the month with which a period begins. */
function firstMonth(id: string): number {
  const period = periodOf(id)
  return ordinal(period) * MONTHS[period.cadence]
}

function at(cadence: Cadence, position: number): string {
  const size = 12 / MONTHS[cadence]
  return periodId({ cadence, year: Math.floor(position / size), index: (position % size) + 1 })
}
