import { isProvisional, isWorkDay, type Calendar } from '../../domain/calendar.ts'
import { monthOf, periodEnd, shiftPeriod } from '../../domain/period.ts'
import type { Deadline } from '../../domain/programme/deadlines.ts'

/** One day of a month's sheet. */
export interface CalendarDay {
  readonly date: string
  readonly isWorked: boolean
  /** Other than its weekday says: a holiday of the week, or a worked weekend. */
  readonly exception: 'off' | 'work' | null
  /** Most urgent first. */
  readonly deadlines: readonly Deadline[]
}

export interface CalendarMonth {
  readonly month: string
  /** No official table of holidays: which days are worked may still change. */
  readonly isProvisional: boolean
  /** Empty days before the first, so that Monday stands first. */
  readonly blanks: number
  readonly days: readonly CalendarDay[]
  readonly count: number
}

/** Months from that of `today` on, with the deadlines of each day. */
export function calendarMonths(
  calendar: Calendar,
  deadlines: readonly Deadline[],
  today: string,
  count: number,
): readonly CalendarMonth[] {
  const onDay = new Map<string, Deadline[]>()
  for (const deadline of deadlines) {
    const held = onDay.get(deadline.due)
    if (held) held.push(deadline)
    else onDay.set(deadline.due, [deadline])
  }
  return Array.from({ length: count }, (_, i): CalendarMonth => {
    const month = shiftPeriod(monthOf(today), i)
    const first = `${month}-01`
    const last = Number(periodEnd(month).slice(8))
    const days = Array.from({ length: last }, (__, n) =>
      dayOf(calendar, `${month}-${String(n + 1).padStart(2, '0')}`, onDay),
    )
    return {
      ...{ month, days, isProvisional: isProvisional(calendar, first) },
      blanks: (weekdayOf(first) + 6) % 7,
      count: days.reduce((sum, day) => sum + day.deadlines.length, 0),
    }
  })
}

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()

function dayOf(
  calendar: Calendar,
  date: string,
  onDay: ReadonlyMap<string, readonly Deadline[]>,
): CalendarDay {
  const isWorked = isWorkDay(calendar, date)
  const isWeekday = weekdayOf(date) % 6 !== 0
  const exception = isWorked === isWeekday ? null : isWorked ? 'work' : 'off'
  return { date, isWorked, exception, deadlines: onDay.get(date) ?? [] }
}
