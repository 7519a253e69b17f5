import type { Indicator } from '../indicator.ts'
import type { Cadence } from '../period.ts'
import { ordinal, parsePeriod } from '../period.ts'
import type { OtherReading, PastReading, QualityInput } from './input.ts'

/** A present reading on the time axis. */
export interface Point {
  readonly period: string
  readonly cadence: Cadence
  readonly year: number
  /** Position within the year, from 1. */
  readonly index: number
  readonly ordinal: number
  readonly value: number
}

/** The brain's figures as they would stand after the report. */
export interface Ledger {
  readonly status: QualityInput['status']
  readonly reason: string | null
  readonly others: readonly OtherReading[]
  readonly indicators: ReadonlyMap<string, Indicator>
  /** Whether the report holds a value for the cell. */
  readonly isGiven: (indicator: string, period: string) => boolean
  /** The report's value, else the stored one; null where the cell is absent. */
  readonly value: (indicator: string, period: string) => number | null
  /** What was stored before the report. */
  readonly stored: (indicator: string, period: string) => PastReading | undefined
  /** Present readings of an indicator after the report, ascending. */
  readonly series: (indicator: string) => readonly Point[]
}

type Values = ReadonlyMap<string, number | null>

/** Lays the report over the history; every series is worked out once, on first use. */
export function makeLedger(input: QualityInput): Ledger {
  const given = givenCells(input)
  const past = memo((id) => new Map(input.history(id).map((entry) => [entry.period, entry])))
  const point = pointMaker()
  const series = memo((id) => mergedSeries(past(id), given.get(id), point))
  return {
    status: input.status,
    reason: input.reason,
    others: input.others,
    indicators: input.indicators,
    isGiven: (id, period) => (given.get(id)?.get(period) ?? null) !== null,
    value: (id, period) => {
      const told = given.get(id)?.get(period)
      return told === undefined ? (past(id).get(period)?.value ?? null) : told
    },
    stored: (id, period) => past(id).get(period),
    series,
  }
}

function givenCells({ cells }: QualityInput): ReadonlyMap<string, Values> {
  const given = new Map<string, Map<string, number | null>>()
  for (const { indicator, period, value } of cells) {
    const row = given.get(indicator) ?? new Map<string, number | null>()
    given.set(indicator, row.set(period, value))
  }
  return given
}

function memo<T>(make: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>()
  return (id) => {
    const made = known.get(id)
    if (made !== undefined) return made
    const fresh = make(id)
    known.set(id, fresh)
    return fresh
  }
}

type Place = Omit<Point, 'value'>

/** Periods repeat across indicators: each id is read once. */
const pointMaker = (): ((period: string) => Place | null) =>
  memo((id) => {
    const period = parsePeriod(id)
    return period && { period: id, ...period, ordinal: ordinal(period) }
  })

function mergedSeries(
  past: ReadonlyMap<string, PastReading>,
  given: Values | undefined,
  placeOf: (period: string) => Place | null,
): readonly Point[] {
  const points: Point[] = []
  const add = (period: string, value: number | null): void => {
    const place = value === null ? null : placeOf(period)
    if (place && value !== null) points.push({ ...place, value })
  }
  for (const [period, { value }] of past) if (!given?.has(period)) add(period, value)
  given?.forEach((value, period) => add(period, value))
  return points.sort((a, b) => a.ordinal - b.ordinal)
}
