import { shiftPeriod } from '../domain/period.ts'
import type { GroupBy, Measure } from '../domain/query.ts'
import { isPresent, type Reading } from '../domain/reading.ts'
import type { Locale } from '../domain/text.ts'
import type { FigureContext } from './definition.ts'
import { groupReadings, provinceReading } from './latest.ts'
import { say } from './text/words.ts'

/** Changes of totals that set two months against each other. */
type Change = Extract<Measure, 'yearOnYear' | 'monthOnMonth' | 'pointChange' | 'pointChangeOnMonth'>

/** The month that a change compares with. */
const baseOf = (period: string, measure: Change): string =>
  shiftPeriod(period, measure === 'monthOnMonth' || measure === 'pointChangeOnMonth' ? -1 : -12)

const coveredBy = (reading: Reading | undefined): number =>
  reading && isPresent(reading) ? reading.covered : 0

/** Whether a change covers fewer than one of the two totals that are printed for its months. */
const isNarrower = (
  change: Reading | undefined,
  now: Reading | undefined,
  base: Reading | undefined,
): boolean =>
  change !== undefined &&
  isPresent(change) &&
  coveredBy(change) < Math.max(coveredBy(now), coveredBy(base))

/**
 * Whether the province's change compares other brains than its printed totals hold: those with both
 * readings alone. It then says 同口径, for it cannot be worked out from the totals.
 */
export function isMatched(
  context: FigureContext,
  indicator: string,
  period: string,
  measure: Change,
): boolean {
  const read = (of: string, asked?: Measure): Reading =>
    provinceReading(context, indicator, of, asked)
  return isNarrower(read(period, measure), read(period), read(baseOf(period, measure)))
}

/** The same for every group: ids of those whose 同比 compares other brains than their totals hold. */
export function matchedGroups(
  context: FigureContext,
  indicator: string,
  period: string,
  groupBy: GroupBy,
): ReadonlySet<string> {
  const read = (of: string, measure?: Measure): ReadonlyMap<string, Reading> =>
    new Map(
      groupReadings(context, indicator, of, groupBy, measure).map(({ id, reading }) => [
        id,
        reading,
      ]),
    )
  const [now, base] = [read(period), read(baseOf(period, 'yearOnYear'))]
  const changes = read(period, 'yearOnYear')
  return new Set(
    [...changes.keys()].filter((id) => isNarrower(changes.get(id), now.get(id), base.get(id))),
  )
}

/** What 同口径 means, printed with the figures that say it. */
export const matchedNote = (locale: Locale): string =>
  say(
    locale,
    '同口径：只比本期与基期都有报送的大脑，与两期合计之差不同',
    'Like for like: only brains that reported both months are compared, so it is not the step between the totals',
  )

/** 同比, or 同口径同比 where fewer are compared than the printed totals hold. */
export const yearOnYearName = (matched: boolean, locale: Locale): string =>
  matched ? say(locale, '同口径同比', 'Like for like') : say(locale, '同比', 'On the year')
