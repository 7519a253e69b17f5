import type { HolidayEntry } from '../../../src/contract/index.ts'
import type { CellPlace, IntakeFinding } from '../../intake/intakeCell.ts'
import { RULE_FAULTS } from './ruleFaults.ts'

interface PlacedDay {
  readonly day: HolidayEntry
  readonly place: CellPlace
}

/** What is odd about a calendar: the year asked for is missing, a year without Spring Festival, days without effect. */
export function calendarFindings(days: readonly PlacedDay[], year: number | null): IntakeFinding[] {
  const years = [...new Set(days.map(({ day }) => Number(day.date.slice(0, 4))))].sort()
  return [
    ...(year === null || years.includes(year) ? [] : [RULE_FAULTS.noYear(year, years)]),
    ...years.flatMap((one) => (hasSpringFestival(days, one) ? [] : [RULE_FAULTS.fewDays(one)])),
    ...days.flatMap(({ day, place }) => withoutEffect(day, place)),
  ]
}

/** 春节 falls between 21 January and 20 February; its days off are weekdays in nearly every year. */
const hasSpringFestival = (days: readonly PlacedDay[], year: number): boolean =>
  days.some(
    ({ day: { date, kind } }) =>
      kind === 'off' &&
      /-0[12]-/.test(date.slice(4)) &&
      date.startsWith(String(year)) &&
      date.slice(5) > '01-05',
  )

function withoutEffect({ date, kind }: HolidayEntry, place: CellPlace): IntakeFinding[] {
  const weekday = new Date(date).getUTCDay()
  const isWeekend = weekday === 0 || weekday === 6
  if (kind === 'off' && isWeekend) return [RULE_FAULTS.notWeekday(place, date)]
  if (kind === 'work' && !isWeekend) return [RULE_FAULTS.notWeekend(place, date)]
  return []
}
