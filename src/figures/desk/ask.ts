import type { Brain } from '../../domain/brain.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { samePeriodLastYear, shiftPeriod } from '../../domain/period.ts'
import {
  runQuery,
  type Cube,
  type GroupBy,
  type Measure,
  type QueryResult,
  type Scope,
} from '../../domain/query.ts'
import { isPresent, present, type Reading } from '../../domain/reading.ts'
import { coverageOfPoints } from '../coverage.ts'
import type { LineSeries } from '../kinds/lineFigure.ts'
import { latestMonth, withEarly } from '../latest.ts'
import type { DeskContext } from './context.ts'
import { keepLast } from './selected.ts'

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

/** Answers about a list of brains, for as long as the cube stands: the next question is often a near one. */
const kept = new WeakMap<Cube, WeakMap<readonly Brain[], Map<string, unknown>>>()
const KEPT = 48

/** Makes something of a list of brains once for as long as the cube stands; `key` names all it depends on. */
export function keep<T>(
  { cube }: DeskContext,
  brains: readonly Brain[],
  key: string,
  make: () => T,
): T {
  const lists = kept.get(cube) ?? new WeakMap<readonly Brain[], Map<string, unknown>>()
  kept.set(cube, lists)
  const known = lists.get(brains) ?? new Map<string, unknown>()
  lists.set(brains, known)
  const value = known.has(key) ? (known.get(key) as T) : make()
  keepLast(known, key, value, KEPT)
  return value
}

/** A query over the selected brains. Groups come in the query's order. */
export const ask = (context: DeskContext, question: Question): QueryResult =>
  askOf(context, isWhole(context) ? context.cube.brains : context.brains, question)

/** A query over all brains, whoever is selected. */
export const askAll = (context: DeskContext, question: Question): QueryResult =>
  askOf(context, context.cube.brains, question)

const isWhole = ({ brains, cube }: DeskContext): boolean => brains.length === cube.brains.length

function askOf(context: DeskContext, brains: readonly Brain[], question: Question): QueryResult {
  const { indicator, measure, groupBy, periods = [context.period] } = question
  const due = dueMonth(context)
  const key = [indicator, measure, groupBy, periods[0], periods.length, due].join('|')
  return keep(context, brains, key, () =>
    withEarly(
      due,
      runQuery(context.cube, {
        indicator,
        measure,
        groupBy,
        periods,
        ...(brains === context.cube.brains ? {} : { scope: scopeOf(brains) }),
        ...(measure === 'index' ? { base: indexBase(context) } : {}),
      }),
    ),
  )
}

/** The last month due; worked out once for all figures of a context. */
export const dueMonth = (context: DeskContext): string =>
  once(context, 'due', () => latestMonth(context))

const scopes = new WeakMap<readonly Brain[], Scope>()

/** One scope for a list of brains: whatever the domain works out for it holds for all questions. */
function scopeOf(brains: readonly Brain[]): Scope {
  const scope = scopes.get(brains) ?? { brains: brains.map(({ id }) => id) }
  scopes.set(brains, scope)
  return scope
}

/** Measures of a brain that depend on who else is selected. */
const RELATIVE: ReadonlySet<Measure> = new Set<Measure>(['share', 'rank', 'contribution'])

/** Readings of the selected brains in the printed month, by id. */
export const readingsByBrain = (
  context: DeskContext,
  indicator: string,
  measure: Measure,
): ReadonlyMap<string, Reading> =>
  once(context, `by|${indicator}|${measure}`, () => {
    const { cube, brains } = context
    if (isWhole(context)) return readingsOf(context, cube.brains, indicator, measure)
    if (RELATIVE.has(measure)) return readingsOf(context, brains, indicator, measure)
    const all = readingsOf(context, cube.brains, indicator, measure)
    return new Map(brains.flatMap(({ id }) => pairOf(all, id)))
  })

const pairOf = (all: ReadonlyMap<string, Reading>, id: string): (readonly [string, Reading])[] => {
  const reading = all.get(id)
  return reading ? [[id, reading]] : []
}

const readingsOf = (
  context: DeskContext,
  brains: readonly Brain[],
  indicator: string,
  measure: Measure,
): ReadonlyMap<string, Reading> =>
  keep(context, brains, `by|${indicator}|${measure}|${context.period}|${dueMonth(context)}`, () => {
    const { groups, reading } = askOf(context, brains, { indicator, measure, groupBy: 'brain' })
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

/** Values of one group over the periods of its result with the coverage of each: the points of a line. */
export const pointsOf = (
  result: QueryResult,
  group: number,
): Pick<LineSeries, 'values' | 'coverage' | 'breaks'> => ({
  values: valuesOf(result, group),
  ...coverageOfPoints(
    result.periods.map((_, p) =>
      result.query.measure === 'share' ? shareOf(result, group, p) : result.reading(group, p),
    ),
    result.query.measure,
  ),
})

/** A share moves with everybody else: its coverage is that of the whole it is a part of. */
function shareOf({ groups, reading }: QueryResult, group: number, period: number): Reading {
  const own = reading(group, period)
  if (!isPresent(own)) return own
  const all = groups.map((_, g) => reading(g, period))
  const covered = all.reduce((sum, one) => sum + (isPresent(one) ? one.covered : 0), 0)
  const expected = all.reduce((sum, one) => sum + one.expected, 0)
  return present(own.value, covered, expected)
}

/** True when any selected brain has a reading in the printed month. */
export const hasReadings = (context: DeskContext, indicator: string): boolean => {
  const slice = context.cube.slices.get(indicator)
  if (!slice) return false
  const values = readingsByBrain(context, indicator, 'value').values()
  for (const reading of values) if (isPresent(reading)) return true
  return false
}
