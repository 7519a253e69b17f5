import { parsePeriod, periodId, type Cadence } from './period.ts'

/** A month without its year stands as such: the reader knows which one is meant, or asks. */
export type WrittenPeriod =
  | { readonly kind: 'period'; readonly period: string }
  | { readonly kind: 'month'; readonly month: number }

const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const NUMERALS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 上: 1, 下: 2 }

type Reader = readonly [pattern: RegExp, cadence: Cadence, year: number, index: number | null]

/** Patterns with the places of year and index in them; a cumulative 1—10月 is the period of its last month. */
const READERS: readonly Reader[] = [
  [/^(\d{4})[-/.](\d{1,2})$/u, 'month', 1, 2],
  [/^(\d{4})[-/.](\d{1,2})[-/.]\d{1,2}(?: 0{1,2}:00(?::00)?)?$/u, 'month', 1, 2],
  [/^(\d{4})(\d{2})$/u, 'month', 1, 2],
  [/^(\d{4})年度?(?:0?1月?[-–—~至到])?(\d{1,2})月份?(?:累计)?(?:\d{1,2}日)?$/u, 'month', 1, 2],
  [/^(\d{1,2})[-/](\d{4})$/u, 'month', 2, 1],
  [/^(?:jan[-–—])?([a-z]{3})[a-z]*\.? ?(\d{4})$/u, 'month', 2, 1],
  [/^(\d{4})(?:年|-| )?第?(?:q([1-4])|([一二三四1-4])季度?)$/u, 'quarter', 1, null],
  [/^q([1-4]) ?(\d{4})$/u, 'quarter', 2, 1],
  [/^h([12]) ?(\d{4})$/u, 'half', 2, 1],
  [/^(\d{4})(?:年|-| )?(?:h([12])|(上|下)半年)$/u, 'half', 1, null],
  [/^(\d{4})(?:年度?|全年)?$/u, 'year', 1, 0],
]

/**
 * Reads a period as people write it: 2026-10, 2026/10, 2026年10月, 2026年1—10月, 202610, 2026-10-31, Oct 2026, 10月,
 * 2026年三季度, 2026年上半年. Null for anything else; never a guess.
 */
export function readWrittenPeriod(text: string): WrittenPeriod | null {
  const written = text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()
  const tight = written.replace(/ ?([年月季半度-]) ?/gu, '$1')
  for (const [pattern, cadence, year, index] of READERS) {
    const match = pattern.exec(tight) ?? pattern.exec(written)
    if (match) return periodFrom(match, cadence, year, index)
  }
  const month = /^(?:0?1月?[-–—~至到])?(\d{1,2})月份?$/u.exec(tight)
  if (!month) return null
  const number = Number(month[1])
  return number >= 1 && number <= 12 ? { kind: 'month', month: number } : null
}

function periodFrom(
  match: RegExpExecArray,
  cadence: Cadence,
  year: number,
  index: number | null,
): WrittenPeriod | null {
  const word =
    index === 0 ? '1' : index === null ? (match[2] ?? match[3] ?? '') : (match[index] ?? '')
  const period = periodId({ cadence, year: Number(match[year]), index: indexOf(word) })
  return parsePeriod(period) ? { kind: 'period', period } : null
}

const indexOf = (word: string): number =>
  NUMERALS[word] ?? (/^\d/u.test(word) ? Number(word) : MONTH_NAMES.indexOf(word) + 1)

/** The one month that a longer text names, as in a title: «轮胎产业大脑2026年10月报送表». */
export function periodInText(text: string): string | null {
  const found = [
    ...text
      .normalize('NFKC')
      .matchAll(/(\d{4})\s*年\s*(?:0?1\s*月?\s*[-–—~至到]\s*)?(\d{1,2})\s*月/gu),
  ]
  const periods = new Set(
    found.map(([, year, month]) =>
      periodId({ cadence: 'month', year: Number(year), index: Number(month) }),
    ),
  )
  const [only] = periods
  return periods.size === 1 && only !== undefined && parsePeriod(only) ? only : null
}
