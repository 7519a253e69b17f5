import { isCompared, type Measure } from '../domain/measure/question.ts'
import { isPresent, type Reading } from '../domain/reading.ts'
import type { Locale } from '../domain/text.ts'
import type { LineSeries } from './kinds/lineFigure.ts'
import type { Coverage } from './kinds/quantity.ts'
import { say } from './text/words.ts'

/** Coverage of a total; null where the reading stands for one entity, or nobody was expected. */
export function coverageOf(reading: Reading): Coverage | null {
  const { expected } = reading
  if (expected <= 1) return null
  return { covered: isPresent(reading) ? reading.covered : 0, expected }
}

/** Coverage of a group of brains, one of a single brain too; null where the group has none. */
export const groupCoverage = (reading: Reading): Coverage | null =>
  reading.expected === 0
    ? null
    : { covered: isPresent(reading) ? reading.covered : 0, expected: reading.expected }

/** True for a total that only a part of those who should have reported went into. */
export const isPartial = (coverage: Coverage | null | undefined): boolean =>
  coverage != null && coverage.covered > 0 && coverage.covered < coverage.expected

/** Whether the point of a line is such a total. */
export const isPartialAt = ({ coverage }: LineSeries, at: number): boolean =>
  isPartial(coverage?.[at])

/**
 * The coverage of a line's points, to be spread into it; nothing where nothing is added up. Between two
 * levels of which one covers more than the other the line breaks: who joined, left or did not report makes
 * that step. Changes are like with like in themselves and have no breaks.
 */
export function coverageOfPoints(
  readings: readonly Reading[],
  measure: Measure,
): Pick<LineSeries, 'coverage' | 'breaks'> {
  const coverage = readings.map(coverageOf)
  if (coverage.every((one) => one === null)) return {}
  return isCompared(measure) ? { coverage } : { coverage, breaks: breaksOf(readings) }
}

const breaksOf = (readings: readonly Reading[]): number[] =>
  readings.flatMap((now, i) => {
    const before = readings[i - 1]
    const isStep = before && isPresent(before) && isPresent(now) && before.covered !== now.covered
    return isStep ? [i] : []
  })

/** 43/50家 beside a value that does not cover everybody; empty where it does. */
export const partialText = (coverage: Coverage | null | undefined, locale: Locale): string =>
  coverage != null && isPartial(coverage)
    ? say(
        locale,
        `${coverage.covered}/${coverage.expected}家`,
        `${coverage.covered}/${coverage.expected}`,
      )
    : ''

/** A printed value with its coverage in brackets, where that is incomplete. */
export function withPartial(
  text: string,
  coverage: Coverage | null | undefined,
  locale: Locale,
): string {
  const part = partialText(coverage, locale)
  return part ? say(locale, `${text}（${part}）`, `${text} (${part})`) : text
}

/** The same where room is short: 3,120 · 8/9. */
export const withCoverage = (text: string, coverage: Coverage | null | undefined): string =>
  coverage != null && isPartial(coverage)
    ? `${text} · ${coverage.covered}/${coverage.expected}`
    : text

/** What the numbers of a coverage count: 报送, or of a change 同口径. */
export const coverageName = (measure: Measure, locale: Locale): string =>
  isCompared(measure)
    ? say(locale, '同口径家数', 'Like with like')
    : say(locale, '报送家数', 'Reported')

/** Key of a line figure; empty where all points of each line cover the same and everybody. */
export function linePartialNote(
  series: readonly LineSeries[],
  measure: Measure,
  locale: Locale,
): string {
  if (isCompared(measure))
    return series.some(({ coverage }) => coverage?.some(isPartial))
      ? say(locale, '虚线：可比家数不全', 'dashed: not all can be compared')
      : ''
  const isPlain = ({ coverage = [], breaks = [] }: LineSeries): boolean =>
    breaks.length === 0 && !coverage.some(isPartial)
  return series.every(isPlain)
    ? ''
    : say(
        locale,
        '虚线：报送不全或家数有变',
        'dashed: not all reported, or another number of brains',
      )
}

/** The line of a card that says how many of an area have reported; none where all have. */
export const partialLine = (
  reading: Reading,
  locale: Locale,
): readonly { readonly label: string; readonly text: string }[] => {
  const text = partialText(coverageOf(reading), locale)
  return text ? [{ label: coverageName('value', locale), text }] : []
}

/** Printed with every change of a total: who is compared. */
export const comparableNote = (locale: Locale): string =>
  say(
    locale,
    '同口径：本期和基期都有读数的大脑才进入比较',
    'Like with like: only brains with both periods are compared',
  )
