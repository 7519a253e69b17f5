import type { EventEntry } from '../../src/contract/index.ts'
import { EARLIEST_EVENT, type EventKind } from '../../src/domain/event.ts'
import { finding } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'

/** A rectification ends within this many years of its order. */
const LONGEST_RECTIFICATION = 10

const isDay = (day: string): boolean => {
  const instant = Date.parse(day)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day)
}

const noSuchDay = (place: string): Finding =>
  finding(place, 'date', '日历上没有这一天。', 'There is no such day.')

/**
 * What every lifecycle event must keep, whatever happened to the brain before: a day from 2000 to
 * `today`, a term for a rectification, grade and year for an assessment. All faults are given.
 */
export const eventFindings = (events: readonly EventEntry[], today: string): Finding[] =>
  events.flatMap((event, i) => [
    ...dateFindings(event, `/events/${i}/date`, today),
    ...dueFindings(event, `/events/${i}/due`),
    ...assessmentFindings(event, `/events/${i}`),
    ...fieldFindings(event, `/events/${i}`),
  ])

/** Fields that say something of some kinds alone, and what to say to any other. */
const OWN_FIELDS = [
  {
    field: 'order',
    of: ['rectified', 'withdrawn', 'assessed'],
    zh: '只有整改完成、登记更正与同日重评的考核评估写 order（对应事件）。',
    en: 'Only a closing, a correction and a grade that replaces one of its day name another event in "order".',
  },
  {
    field: 'owner',
    of: ['rectificationOrdered'],
    zh: '只有限期整改写 owner（责任单位）。',
    en: 'Only a rectification names who must do it in "owner".',
  },
  {
    field: 'due',
    of: ['rectificationOrdered'],
    zh: '只有限期整改写 due（整改期限）。',
    en: 'Only a rectification has a term in "due".',
  },
  {
    field: 'year',
    of: ['assessed'],
    zh: '只有考核评估写 year（考核年度）。',
    en: 'Only an assessment is of a "year".',
  },
  {
    field: 'grade',
    of: ['assessed'],
    zh: '只有考核评估写 grade（等次）。',
    en: 'Only an assessment has a "grade".',
  },
] as const satisfies readonly OwnField[]

interface OwnField {
  readonly field: keyof EventEntry
  readonly of: readonly EventKind[]
  readonly zh: string
  readonly en: string
}

const fieldFindings = (event: EventEntry, place: string): Finding[] =>
  OWN_FIELDS.flatMap(({ field, of, zh, en }: OwnField) =>
    event[field] == null || of.includes(event.kind)
      ? []
      : [finding(`${place}/${field}`, 'field', zh, en)],
  )

function dateFindings({ date }: EventEntry, place: string, today: string): Finding[] {
  if (!isDay(date)) return [noSuchDay(place)]
  if (date < EARLIEST_EVENT)
    return [
      finding(
        place,
        'earlyDate',
        `不得早于 ${EARLIEST_EVENT}；请核对年份。`,
        `Must not be earlier than ${EARLIEST_EVENT}: check the year.`,
      ),
    ]
  if (date <= today) return []
  return [
    finding(
      place,
      'futureDate',
      `不得晚于今天（${today}）。`,
      `Must not be later than today (${today}).`,
    ),
  ]
}

function dueFindings({ kind, date, due }: EventEntry, place: string): Finding[] {
  if (due == null)
    return kind === 'rectificationOrdered'
      ? [
          finding(
            place,
            'dueMissing',
            '限期整改须给出整改期限 due。',
            'A rectification has a term: give the day in "due".',
          ),
        ]
      : []
  return termFindings({ date, due }, place)
}

/** What the day must keep by which something ordered on `date` is to be done. */
export function termFindings(
  { date, due }: { readonly date: string; readonly due: string },
  place: string,
): Finding[] {
  if (!isDay(due)) return [noSuchDay(place)]
  const last = `${Number(date.slice(0, 4)) + LONGEST_RECTIFICATION}${date.slice(4)}`
  if (due >= date && due <= last) return []
  return [
    finding(
      place,
      'due',
      `期限不得早于 ${date}，也不得晚于 ${last}。`,
      `Must lie from ${date} to ${last}.`,
    ),
  ]
}

function assessmentFindings({ kind, date, year, grade }: EventEntry, place: string): Finding[] {
  const [first, last] = [Number(EARLIEST_EVENT.slice(0, 4)), Number(date.slice(0, 4))]
  const findings: Finding[] = []
  if (kind === 'assessed' && grade == null)
    findings.push(
      finding(
        `${place}/grade`,
        'gradeMissing',
        '考核评估须给出等次 grade。',
        'An assessment has a grade: give it in "grade".',
      ),
    )
  if (kind === 'assessed' && year == null)
    findings.push(
      finding(
        `${place}/year`,
        'yearMissing',
        '考核评估须给出考核年度 year。',
        'An assessment is of a year: give it in "year".',
      ),
    )
  if (year != null && (year < first || year > last))
    findings.push(
      finding(
        `${place}/year`,
        'year',
        `年度须在 ${first} 至 ${last} 之间。`,
        `The year lies from ${first} to ${last}.`,
      ),
    )
  return findings
}
