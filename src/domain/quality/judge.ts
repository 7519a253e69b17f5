import { parsePeriod } from '../period.ts'
import type { LocalText } from '../text.ts'
import type { QualityFinding } from './finding.ts'
import { pacesOf, pointsBefore } from './history.ts'
import type { QualityInput } from './input.ts'
import { makeLedger } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import type { JudgedCell, QualityRule } from './rule.ts'
import { QUALITY_RULES } from './rules/index.ts'

export type { QualityFinding, QualitySeverity, RelatedFigure } from './finding.ts'
export type { OtherReading, PastReading, QualityCell, QualityInput } from './input.ts'
export type { Example, QualityRule } from './rule.ts'
export { QUALITY_RULES }

/**
 * Everything that the rules find in a report, ordered by period, indicator and rule whatever the order of
 * the cells; empty for a clean one. A cell that is absent, or whose indicator or period is not known, is
 * left to the rules of the dictionary; of a repeated cell the last one counts.
 */
export function judge(
  input: QualityInput,
  rules: readonly QualityRule[] = QUALITY_RULES,
): readonly QualityFinding[] {
  const ledger = makeLedger(input)
  return judgedCells(input, rules, ledger).flatMap((cell) => findingsOf(cell, ledger, rules))
}

/** A rule that could not judge a cell, and why: what a finding-free report does not vouch for. */
export interface Silence {
  readonly rule: string
  readonly indicator: string
  readonly period: string
  readonly reason: LocalText
}

/** Which rules stay silent on which cells for want of history. */
export function silences(
  input: QualityInput,
  rules: readonly QualityRule[] = QUALITY_RULES,
): readonly Silence[] {
  const ledger = makeLedger(input)
  return judgedCells(input, rules, ledger).flatMap((cell) =>
    rules.flatMap(({ id, appliesTo, unable }) => {
      const reason = appliesTo(cell.indicator) ? unable?.(cell, ledger) : null
      if (!reason) return []
      return [{ rule: id, indicator: cell.indicator.id, period: cell.period, reason }]
    }),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Cells with a value that some rule looks at. */
function judgedCells(
  { cells, indicators }: QualityInput,
  rules: readonly QualityRule[],
  ledger: Ledger,
): readonly JudgedCell[] {
  const judged = new Map<string, JudgedCell>()
  for (const { indicator: id, period, value } of cells) {
    const indicator = indicators.get(id)
    if (!indicator || !rules.some(({ appliesTo }) => appliesTo(indicator))) continue
    const time = parsePeriod(period)
    if (value === null || !time) judged.delete(`${id}|${period}`)
    else {
      const before = pointsBefore(ledger.series(id), time)
      const paces = indicator.kind === 'flow' ? pacesOf(before) : []
      judged.set(`${id}|${period}`, { indicator, period, time, value, before, paces })
    }
  }
  return [...judged.values()].sort(
    (a, b) => compare(a.period, b.period) || compare(a.indicator.id, b.indicator.id),
  )
}

function findingsOf(
  cell: JudgedCell,
  ledger: Ledger,
  rules: readonly QualityRule[],
): readonly QualityFinding[] {
  const found = rules.flatMap((rule) => findingsOfRule(cell, ledger, rule))
  if (found.length < 2) return found
  const speaking = new Set(found.map(({ rule }) => rule))
  const silent = new Set(
    rules.filter(({ yieldsTo }) => yieldsTo?.some((id) => speaking.has(id))).map(({ id }) => id),
  )
  return found.filter(({ rule }) => !silent.has(rule))
}

function findingsOfRule(
  cell: JudgedCell,
  ledger: Ledger,
  { id, severity, appliesTo, unable, check }: QualityRule,
): readonly QualityFinding[] {
  const found = appliesTo(cell.indicator) ? check(cell, ledger) : []
  if (found.length === 0 || unable?.(cell, ledger)) return []
  const head = { rule: id, severity, indicator: cell.indicator.id, period: cell.period }
  return found.map((entry) => ({ ...head, ...entry }))
}
