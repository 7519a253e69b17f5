import { shiftPeriod } from '../../src/domain/period.ts'
import { judge } from '../../src/domain/quality/judge.ts'
import type { OtherReading, PastReading, QualityFinding } from '../../src/domain/quality/judge.ts'
import type { Space } from '../space/space.ts'
import type { FoundCell } from '../store/store.ts'
import type { Unnamed } from './dictionaryFindings.ts'
import { NO_PLACE } from './intakeCell.ts'
import type { IntakeCell } from './intakeCell.ts'

/** Periods of history on either side of a reported one that the rules are given: two years back, one on. */
const BACK = 24
const AHEAD = 12

/** Every period that judging cells of some periods looks at. */
export const periodsAround = (periods: Iterable<string>): string[] => {
  const around = new Set<string>()
  for (const period of periods)
    for (let steps = -BACK; steps <= AHEAD; steps++) around.add(shiftPeriod(period, steps))
  return [...around]
}

export interface QualityQuestion {
  readonly brain: string
  readonly period: string
  readonly status: 'preliminary' | 'final'
  readonly reason: string | null
  /** Cells that keep the dictionary. */
  readonly cells: readonly IntakeCell[]
  /** What stands of the brain around the cells' periods. */
  readonly standing: readonly FoundCell[]
  /** What other brains of its city report. */
  readonly others: readonly OtherReading[]
}

/** What the quality gate says of a report, each finding at its cell. */
export function qualityFindings(
  { indicators }: Pick<Space, 'indicators'>,
  { standing, ...asked }: QualityQuestion,
): readonly Unnamed[] {
  const history = historyOf(standing)
  const findings = judge({
    ...{ ...asked, indicators },
    history: (indicator) => history.get(indicator) ?? [],
  })
  const at = new Map(asked.cells.map((cell) => [`${cell.indicator}|${cell.period}`, cell.place]))
  return findings.map((finding) => placed(finding, at))
}

function historyOf(standing: readonly FoundCell[]): ReadonlyMap<string, readonly PastReading[]> {
  const history = new Map<string, PastReading[]>()
  for (const { indicator, period, value, status } of standing) {
    const readings = history.get(indicator) ?? []
    readings.push({ period, value, status: value === null ? null : status })
    history.set(indicator, readings)
  }
  return history
}

/** Figures of other brains in `related` stay here: the reader of a finding may not see them. */
function placed(
  { rule, severity, indicator, period, text, remedy, related }: QualityFinding,
  at: ReadonlyMap<string, IntakeCell['place']>,
): Unnamed {
  const place = at.get(`${indicator}|${period}`) ?? NO_PLACE
  const own = related.filter(({ brain }) => brain === undefined)
  return {
    ...{ place, rule, severity, indicator, period, text, remedy },
    ...(own.length > 0 ? { related: own } : {}),
  }
}
