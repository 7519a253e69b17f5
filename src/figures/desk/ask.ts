import type { Indicator } from '../../domain/indicator.ts'
import { samePeriodLastYear, shiftPeriod } from '../../domain/period.ts'
import { runQuery, type GroupBy, type Measure, type QueryResult } from '../../domain/query.ts'
import { isPresent, type Reading } from '../../domain/reading.ts'
import type { DeskContext } from './context.ts'

/** Answers that the figures of one context share: each question is asked once. */
const answers = new WeakMap<DeskContext, Map<string, unknown>>()

/** Makes something of a context once, however many figures ask for it. */
export function once<T>(context: DeskContext, key: string, make: () => T): T {
  const known = answers.get(context) ?? new Map<string, unknown>()
  answers.set(context, known)
  if (!known.has(key)) known.set(key, make())
  return known.get(key) as T
}

export interface Question {
  readonly indicator: string
  readonly measure: Measure
  readonly groupBy: GroupBy
  /** The printed month where it is not given. */
  readonly periods?: readonly string[]
}

/** Base of an index: the same months two years before the printed period. */
export const indexBase = ({ period }: DeskContext): string =>
  samePeriodLastYear(samePeriodLastYear(period))

/** A query over the selected brains. Groups come in the query's order. */
export function ask(context: DeskContext, question: Question): QueryResult {
  const { indicator, measure, groupBy, periods = [context.period] } = question
  const key = [indicator, measure, groupBy, periods[0], periods.length].join('|')
  return once(context, key, () =>
    runQuery(context.cube, {
      indicator,
      measure,
      groupBy,
      periods,
      ...scopeOf(context),
      ...(measure === 'index' ? { base: indexBase(context) } : {}),
    }),
  )
}

/** No scope when every brain is selected: nothing has to be looked up. */
const scopeOf = ({ brains, cube }: DeskContext) =>
  brains.length === cube.brains.length ? {} : { scope: { brains: brains.map(({ id }) => id) } }

/** Readings of the selected brains in the printed month, by id. */
export const readingsByBrain = (
  context: DeskContext,
  indicator: string,
  measure: Measure,
): ReadonlyMap<string, Reading> =>
  once(context, `by|${indicator}|${measure}`, () => {
    const { groups, reading } = ask(context, { indicator, measure, groupBy: 'brain' })
    return new Map(groups.map(({ id }, g) => [id, reading(g, 0)]))
  })

/** Reading of the whole selection in the printed month. */
export const totalReading = (context: DeskContext, indicator: string, measure: Measure): Reading =>
  ask(context, { indicator, measure, groupBy: 'all' }).reading(0, 0)

/** The measure that says how a value changed on the year: in percentage points for a rate. */
export const changeMeasure = ({ kind }: Indicator): Measure =>
  kind === 'rate' ? 'pointChange' : 'yearOnYear'

/** `count` months up to and including the printed one. */
export const monthsUpTo = (context: DeskContext, count: number): readonly string[] =>
  once(context, `months|${count}`, () =>
    Array.from({ length: count }, (_, i) => shiftPeriod(context.period, i - count + 1)),
  )

/** Values of one group over the periods of its result, null where absent. */
export const valuesOf = (result: QueryResult, group: number): (number | null)[] =>
  result.periods.map((_, p) => {
    const reading = result.reading(group, p)
    return isPresent(reading) ? reading.value : null
  })

/** True when any selected brain has a reading in the printed month. */
export const hasReadings = (context: DeskContext, indicator: string): boolean => {
  const slice = context.cube.slices.get(indicator)
  if (!slice) return false
  const values = readingsByBrain(context, indicator, 'value').values()
  for (const reading of values) if (isPresent(reading)) return true
  return false
}
