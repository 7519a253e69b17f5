import { reportDue } from '../../src/domain/calendar.ts'
import type { Calendar } from '../../src/domain/calendar.ts'
import type { Expectation } from '../../src/domain/expectation.ts'
import { monthOf, ordinal, periodOf, shiftPeriod } from '../../src/domain/period.ts'
import { shanghaiDay } from '../space/clock.ts'

interface Registered {
  /** Since when each brain is in the register. */
  readonly since: ReadonlyMap<string, number>
  /** What was reported. */
  readonly heads: readonly { readonly brain: string; readonly period: string }[]
  readonly calendar: Calendar
}

/**
 * Nobody owes a month that was due before the brain was in the register: windows begin with the first month that was
 * due on or after that day, or with the first that was reported where that is earlier.
 */
export function owedSince(
  windows: ReadonlyMap<string, Expectation>,
  { since, heads, calendar }: Registered,
): ReadonlyMap<string, Expectation> {
  const first = new Map<string, number>()
  for (const { brain, period } of heads) {
    const month = ordinal(periodOf(period))
    if (month < (first.get(brain) ?? Infinity)) first.set(brain, month)
  }
  return new Map(
    Array.from(windows, ([brain, window]) => {
      const day = shanghaiDay(since.get(brain) ?? 0)
      const owed = Math.min(firstOwed(calendar, day), first.get(brain) ?? Infinity)
      return [brain, owed > window.from ? { ...window, from: owed } : window]
    }),
  )
}

/** The month before, where its report was not due yet on that day, else the month of the day. */
function firstOwed(calendar: Calendar, day: string): number {
  const month = monthOf(day)
  const before = shiftPeriod(month, -1)
  return ordinal(periodOf(reportDue(calendar, before) >= day ? before : month))
}
