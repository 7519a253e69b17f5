import type { Cube } from '../cube.ts'
import { monthsOf } from './months.ts'
import { runQuery } from '../query.ts'
import { isPresent, type AbsenceReason } from '../reading.ts'
import type { ReadingBasis } from './ruleSet.ts'
import type { Statement } from './statement.ts'

/** A reading that a need rests on, at the cell where it can be looked up. */
export interface FoundReading {
  readonly value: number
  readonly indicator: string
  readonly entity: string
  readonly period: string
}

/** Why there is no reading, and for which period one was looked for. */
export interface MissingReading {
  readonly absent: AbsenceReason
  readonly indicator: string
  readonly period: string
}

/** What is known of one brain. */
export interface Evidence {
  readonly brain: string
  readonly reading: (indicator: string, basis: ReadingBasis) => FoundReading | MissingReading
  /** The latest statement about a need, or about a clause. */
  readonly statement: (subject: string) => Statement | null
}

/** What is asked of the readings: the year of the application, and the last month that counts. */
export interface EvidenceTime {
  /** Batch of the rule set: statements about it count. */
  readonly batch: number
  /** 上一年度 is the year before it. */
  readonly year: number
  readonly month: string
}

/** Months that the last reading of a stock may be old. */
export const LATEST_MONTHS = 24

export const isFound = (reading: FoundReading | MissingReading): reading is FoundReading =>
  'value' in reading

/** The periods that a basis looks at, the first one that holds a value counts. */
export const periodsOf = (
  basis: ReadingBasis,
  { year, month }: Pick<EvidenceTime, 'year' | 'month'>,
): readonly string[] => (basis === 'lastYear' ? [`${year - 1}-12`] : monthsOf(month, LATEST_MONTHS))

/**
 * What the cube and the statements tell of one brain. `lastYear` is exactly the year before the application, never
 * another one; `latest` the last month with a value within two years. Absent keeps its reason.
 */
export function evidenceOf(
  cube: Cube,
  statements: readonly Statement[],
  brain: string,
  time: EvidenceTime,
): Evidence {
  const own = statements.filter((one) => one.brain === brain && one.batch === time.batch)
  const bySubject = new Map(own.map((one) => [one.subject, one]))
  return {
    brain,
    reading: (indicator, basis) => readingOf(cube, brain, indicator, periodsOf(basis, time)),
    statement: (subject) => bySubject.get(subject) ?? null,
  }
}

function readingOf(
  cube: Cube,
  brain: string,
  indicator: string,
  periods: readonly string[],
): FoundReading | MissingReading {
  const first = periods[0] ?? ''
  if (!cube.indicators.has(indicator))
    return { absent: 'unknownIndicator', indicator, period: first }
  const scope = { brains: [brain] }
  const result = runQuery(cube, { indicator, groupBy: 'brain', scope, periods, measure: 'value' })
  let absent: AbsenceReason = 'notReported'
  for (const [p, period] of periods.entries()) {
    if (result.groups.length === 0) break
    const reading = result.reading(0, p)
    if (isPresent(reading)) return { value: reading.value, indicator, entity: brain, period }
    if (p === 0) absent = reading.absent
  }
  return { absent, indicator, period: first }
}
