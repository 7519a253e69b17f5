import { monthOf, periodEnd, shiftPeriod } from './period.ts'

/** A weekday that is off, or a weekend day that is worked (调休). */
export interface Holiday {
  readonly date: string
  readonly kind: 'off' | 'work'
}

/**
 * Work days of China's official arrangement. In a year outside `years` no arrangement is known:
 * Monday to Friday count as work days except the days that the law fixes by date, and whatever is
 * counted there is provisional (see isProvisional).
 */
export interface Calendar {
  /** Years with a holiday table, ascending. */
  readonly years: readonly number[]
  readonly exceptions: ReadonlyMap<string, 'off' | 'work'>
}

/** Day of the next month on which a monthly report is due: a rule of this product. */
export const REPORT_DUE_DAY = 15

/**
 * Days off that need no yearly arrangement: 元旦 1 January, 劳动节 1–2 May, 国庆节 1–3 October
 * (全国年节及纪念日放假办法, State Council order 795, in force since 2025; 2 May only since then).
 * Festivals of the lunar calendar, make-up days and worked weekends are known by the table alone.
 */
const FIXED_DAYS: Readonly<Record<string, number>> = {
  '01-01': 1949,
  '05-01': 1949,
  '05-02': 2025,
  '10-01': 1949,
  '10-02': 1949,
  '10-03': 1949,
}

/** Builds a calendar from the exceptions to Monday–Friday; later entries of a day win. */
export function makeCalendar(holidays: readonly Holiday[]): Calendar {
  const years = new Set(holidays.map(({ date }) => Number(date.slice(0, 4))))
  return {
    years: [...years].sort((a, b) => a - b),
    exceptions: new Map(holidays.map(({ date, kind }) => [date, kind])),
  }
}

const DAY_MS = 86_400_000

const toTime = (day: string): number => {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time)) throw new RangeError(`"${day}" is not an ISO day: use 2026-11-22`)
  return time
}
const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10)
const shiftDay = (day: string, days: number): string => toDay(toTime(day) + days * DAY_MS)

const yearOf = (day: string): number => Number(day.slice(0, 4))

const isFixedDay = (day: string): boolean =>
  yearOf(day) >= (FIXED_DAYS[day.slice(5)] ?? Number.POSITIVE_INFINITY)

/**
 * True on a worked weekend day and on Monday to Friday unless the day is off: by the year's table, or
 * by the law where the year has none.
 */
export function isWorkDay(calendar: Calendar, day: string): boolean {
  const exception = calendar.exceptions.get(day)
  if (exception) return exception === 'work'
  const weekday = new Date(toTime(day)).getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  return !isFixedDay(day) || calendar.years.includes(yearOf(day))
}

/**
 * Whether work days between two days (or the work day that one day is) rest on a year without an
 * official table, so that the count may still change by a few days once the arrangement is published.
 */
export function isProvisional(calendar: Calendar, from: string, to: string = from): boolean {
  const [first, last] = from <= to ? [from, to] : [to, from]
  const start = first === last ? first : shiftDay(first, 1)
  for (let year = yearOf(start); year <= yearOf(last); year++)
    if (!calendar.years.includes(year)) return true
  return false
}

/**
 * Work days after `from` up to and including `to`: 0 for the same day, 1 from Monday to Tuesday.
 * Negative when `to` lies before `from` (days overdue).
 */
export function workDaysBetween(calendar: Calendar, from: string, to: string): number {
  const start = toTime(from)
  const end = toTime(to)
  if (end < start) return -workDaysBetween(calendar, to, from)
  let count = 0
  for (let time = start + DAY_MS; time <= end; time += DAY_MS) {
    if (isWorkDay(calendar, toDay(time))) count += 1
  }
  return count
}

/** The `n`th work day after `day`, or before it when `n` is negative; `day` itself for 0. */
export function addWorkDays(calendar: Calendar, day: string, n: number): string {
  if (!Number.isInteger(n)) throw new RangeError(`${n} is not a whole number of work days`)
  const step = Math.sign(n)
  let current = day
  for (let left = Math.abs(n); left > 0;) {
    current = shiftDay(current, step)
    if (isWorkDay(calendar, current)) left -= 1
  }
  return current
}

/** The day itself when it is worked, else the next work day. */
export const nextWorkDay = (calendar: Calendar, day: string): string =>
  isWorkDay(calendar, day) ? day : addWorkDays(calendar, day, 1)

/** Day by which the report of a period is due: the 15th of the month after it, or the next work day. */
export function reportDue(calendar: Calendar, period: string): string {
  const month = monthOf(shiftDay(periodEnd(period), 1))
  return nextWorkDay(calendar, `${month}-${REPORT_DUE_DAY}`)
}

/** The latest month whose report was due on or before `today`. */
export function lastDuePeriod(calendar: Calendar, today: string): string {
  let period = monthOf(today)
  while (reportDue(calendar, period) > today) period = shiftPeriod(period, -1)
  return period
}
