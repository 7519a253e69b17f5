import type { Locale } from './text.ts'

export type Cadence = 'month' | 'quarter' | 'half' | 'year'

/** Steps of a cadence in a year. */
const STEPS: Readonly<Record<Cadence, number>> = { month: 12, quarter: 4, half: 2, year: 1 }

/** One reporting period. `index` counts from 1 within the year (1 for a year). */
export interface Period {
  readonly cadence: Cadence
  readonly year: number
  readonly index: number
}

const PATTERNS: readonly (readonly [Cadence, RegExp])[] = [
  ['month', /^(\d{4})-(0[1-9]|1[0-2])$/],
  ['quarter', /^(\d{4})-Q([1-4])$/],
  ['half', /^(\d{4})-H([12])$/],
  ['year', /^(\d{4})$/],
]

/**
 * Reads `2026-10`, `2026-Q3`, `2026-H1` or `2026` (ISO 8601 month and year; Q and H as in SDMX).
 * Returns null for anything else; years run from 1949 to 2100.
 */
export function parsePeriod(id: string): Period | null {
  for (const [cadence, pattern] of PATTERNS) {
    const match = pattern.exec(id)
    if (!match) continue
    const year = Number(match[1])
    return year < 1949 || year > 2100 ? null : { cadence, year, index: Number(match[2] ?? 1) }
  }
  return null
}

/** Like parsePeriod for ids that are known to be valid; throws a RangeError otherwise. */
export function periodOf(id: string): Period {
  const period = parsePeriod(id)
  if (!period)
    throw new RangeError(`"${id}" is not a period: use 2026-10, 2026-Q3, 2026-H1 or 2026`)
  return period
}

const two = (n: number): string => String(n).padStart(2, '0')

/** The id of a period; inverse of parsePeriod. */
export function periodId({ cadence, year, index }: Period): string {
  switch (cadence) {
    case 'month':
      return `${year}-${two(index)}`
    case 'quarter':
      return `${year}-Q${index}`
    case 'half':
      return `${year}-H${index}`
    case 'year':
      return `${year}`
  }
}

/** Running number of a period within its cadence: neighbours differ by one. */
export const ordinal = ({ cadence, year, index }: Period): number =>
  year * STEPS[cadence] + index - 1

/** The period `steps` later (earlier when negative), same cadence. */
export function shiftPeriod(id: string, steps: number): string {
  const period = periodOf(id)
  const n = ordinal(period) + steps
  const size = STEPS[period.cadence]
  return periodId({
    cadence: period.cadence,
    year: Math.floor(n / size),
    index: (((n % size) + size) % size) + 1,
  })
}

/** 上年同期: the same months of the year before. */
export const samePeriodLastYear = (id: string): string =>
  shiftPeriod(id, -STEPS[periodOf(id).cadence])

/** All periods from `first` to `last`, both included; empty when last is earlier. */
export function periodRange(first: string, last: string): string[] {
  const from = periodOf(first)
  const count = ordinal(periodOf(last)) - ordinal(from) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => shiftPeriod(first, i))
}

/** Negative, zero or positive as `a` lies before, at or after `b` (same cadence). */
export const comparePeriods = (a: string, b: string): number =>
  ordinal(periodOf(a)) - ordinal(periodOf(b))

/** Last day of the period as an ISO date: what 截至 means on screen. */
export function periodEnd(id: string): string {
  const { cadence, year, index } = periodOf(id)
  const month = (12 / STEPS[cadence]) * index
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${year}-${two(month)}-${two(day)}`
}

/** The month that holds an ISO date. */
export const monthOf = (isoDate: string): string => isoDate.slice(0, 7)

/** The month of January: of a flow it is reported within 1—2月, never alone. */
export const isJanuary = (id: string): boolean => {
  const { cadence, index } = periodOf(id)
  return cadence === 'month' && index === 1
}

/**
 * January of a cumulative monthly series: statistics publish 1—2月 together,
 * so a single month and 环比 are absent around it.
 */
export const isMergedMonth = (id: string): boolean => {
  const { cadence, index } = periodOf(id)
  return cadence === 'month' && index <= 2
}

/**
 * Prints a period. A cumulative month reads 2026年1—10月 (January–February: 1—2月), a plain one 2026年10月.
 */
export function formatPeriod(
  id: string,
  locale: Locale,
  options: { cumulative?: boolean } = {},
): string {
  const { cadence, year, index } = periodOf(id)
  const cumulative = options.cumulative === true && cadence === 'month' && index > 1
  if (locale === 'en') return formatEnglish(cadence, year, index, cumulative)
  switch (cadence) {
    case 'month':
      return cumulative ? `${year}年1—${index}月` : `${year}年${index}月`
    case 'quarter':
      return `${year}年${['一', '二', '三', '四'][index - 1]}季度`
    case 'half':
      return `${year}年${index === 1 ? '上' : '下'}半年`
    case 'year':
      return `${year}年`
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function formatEnglish(cadence: Cadence, year: number, index: number, cumulative: boolean): string {
  const month = MONTHS[index - 1] ?? ''
  switch (cadence) {
    case 'month':
      return cumulative ? `Jan–${month} ${year}` : `${month} ${year}`
    case 'quarter':
      return `Q${index} ${year}`
    case 'half':
      return `H${index} ${year}`
    case 'year':
      return `${year}`
  }
}
