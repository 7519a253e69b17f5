import type { EventEntry, EventWrite } from '../../src/contract/index.ts'
import { addWorkDays, isProvisional } from '../../src/domain/calendar.ts'
import type { Calendar } from '../../src/domain/calendar.ts'
import { finding } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'

/** Events with their terms as days; what is wrong with terms in work days. */
export interface Termed {
  readonly entries: readonly EventEntry[]
  readonly findings: readonly Finding[]
}

/**
 * Works out the due day of orders whose term is given in work days. Refused where the calendar lacks a year that the
 * term reaches into: the day could change once the holidays are announced.
 */
export function termed(events: readonly EventWrite[], calendar: Calendar): Termed {
  const findings: Finding[] = []
  const entries = events.map(({ dueWorkDays, ...event }, i): EventEntry => {
    if (dueWorkDays == null) return event
    const place = `/events/${i}/dueWorkDays`
    if (event.kind !== 'rectificationOrdered') findings.push(noTerm(place))
    else if (event.due != null) findings.push(twoTerms(place))
    else if (Number.isNaN(Date.parse(event.date))) return event
    else {
      const due = addWorkDays(calendar, event.date, dueWorkDays)
      if (isProvisional(calendar, event.date, due))
        findings.push(missingYear(place, calendar, event.date, due))
      return { ...event, due }
    }
    return event
  })
  return { entries, findings }
}

function missingYear(place: string, { years }: Calendar, from: string, to: string): Finding {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const missing = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (year) => !years.includes(year),
  )
  return finding(
    place,
    'calendarYear',
    `没有 ${missing.join('、')} 年的放假安排，工作日期限算不准。先导入该年日历，或在 due 直接写到期日。`,
    `The holidays of ${missing.join(', ')} are not known, so that a term in work days cannot be counted. Import the calendar of that year, or give the day in "due".`,
  )
}

const noTerm = (place: string): Finding =>
  finding(
    place,
    'term',
    '只有限期整改有期限：去掉 dueWorkDays。',
    'Only a rectification has a term: leave "dueWorkDays" out.',
  )

const twoTerms = (place: string): Finding =>
  finding(
    place,
    'term',
    '期限只写一种：due 或 dueWorkDays。',
    'Give the term once: "due" or "dueWorkDays".',
  )
