import { isWorkDay } from '../calendar.ts'
import type { Calendar } from '../calendar.ts'

const DAY_MS = 86_400_000

/** Whole days from 1970-01-01 to an ISO day. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS

/** Work days after a day up to and including a later one, by day numbers. */
export type WorkDayCount = (from: number, to: number) => number

/** `workDaysBetween` of one span of days, counted once: a board asks for it at every cell. */
export function workDayCount(calendar: Calendar, first: number, last: number): WorkDayCount {
  const sums = new Int32Array(Math.max(1, last - first + 1))
  for (let i = 1; i < sums.length; i++) {
    const day = new Date((first + i) * DAY_MS).toISOString().slice(0, 10)
    sums[i] = (sums[i - 1] ?? 0) + (isWorkDay(calendar, day) ? 1 : 0)
  }
  const at = (day: number): number => sums[Math.min(Math.max(day - first, 0), sums.length - 1)] ?? 0
  return (from, to) => at(to) - at(from)
}
