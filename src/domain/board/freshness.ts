import type { Cadence } from '../period.ts'
import { isJanuary, monthOf, periodEnd, periodId, periodOf, shiftPeriod } from '../period.ts'
import type { Board } from './board.ts'
import { isOwed, isReported, stateAt } from './boardState.ts'
import { dayNumber } from './workDayCount.ts'

/** fresh: what should be there is there; due: one period is not; stale: two or more are not. */
export type FreshnessState = 'fresh' | 'due' | 'stale'

/** How current a source is against its own cadence. */
export interface Freshness {
  readonly state: FreshnessState
  /** The last period that is known; null for none. */
  readonly last: string | null
  /** The latest period that should be there; null where none is expected yet. */
  readonly wanted: string | null
  /** Periods between them. */
  readonly behind: number
  /** Days since the oldest missing period should have been there; 0 when fresh. */
  readonly days: number
}

/**
 * Days after a period's end by which a publication of it is taken to be there: a convention of this product, a
 * little after the habit of statistical offices (monthly figures in the next month, yearly ones by spring).
 */
export const PUBLICATION_DAYS: Readonly<Record<Cadence, number>> = {
  month: 31,
  quarter: 45,
  half: 60,
  year: 120,
}

const stateOf = (behind: number): FreshnessState =>
  behind === 0 ? 'fresh' : behind === 1 ? 'due' : 'stale'

const appearsOn = (period: string, cadence: Cadence): number =>
  dayNumber(periodEnd(period)) + PUBLICATION_DAYS[cadence]

/** The period of a cadence that holds an ISO day. */
function periodAt(cadence: Cadence, day: string): string {
  const { year, index: month } = periodOf(monthOf(day))
  const steps = { month: 12, quarter: 4, half: 2, year: 1 }[cadence]
  return periodId({ cadence, year, index: Math.ceil((month * steps) / 12) })
}

/** Freshness of a series of publications; January alone is never published, it comes with February. */
export function publicationFreshness(
  cadence: Cadence,
  last: string | null,
  today: string,
): Freshness {
  const now = dayNumber(today)
  let wanted = periodAt(cadence, today)
  while (appearsOn(wanted, cadence) > now || isJanuary(wanted)) wanted = shiftPeriod(wanted, -1)
  if (last === null) return { state: 'stale', last, wanted, behind: 0, days: 0 }
  let [behind, oldest] = [0, '']
  for (let period = wanted; period > last; period = shiftPeriod(period, -1))
    if (!isJanuary(period)) [behind, oldest] = [behind + 1, period]
  const days = behind === 0 ? 0 : now - appearsOn(oldest, cadence)
  return { state: stateOf(behind), last, wanted, behind, days }
}

/** Freshness of one brain as a source: the months of the board that it owes and whose day has passed. */
export function brainFreshness({ states, months, due, today }: Board, row: number): Freshness {
  const letters = states[row] ?? ''
  let last: string | null = null
  let wanted: string | null = null
  let [behind, oldest] = [0, today]
  for (let column = months.length - 1; column >= 0 && last === null; column--) {
    const state = stateAt(letters, column)
    if (isReported(state)) last = months[column] ?? null
    if (!isOwed(state) || (due[column] ?? '') >= today) continue
    wanted ??= months[column] ?? null
    if (!isReported(state)) [behind, oldest] = [behind + 1, due[column] ?? today]
  }
  const days = dayNumber(today) - dayNumber(oldest)
  return { state: stateOf(behind), last, wanted, behind, days }
}
