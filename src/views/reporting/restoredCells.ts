import type { DryRunCell, StandingValue } from '../../stores/intake.ts'

/** A cell of a published report: what stands, what stood before it, and the later report that changed it. */
export interface RestoredCell {
  readonly indicator: string
  readonly period: string
  readonly now: StandingValue
  /** Null where nothing was reported. */
  readonly before: StandingValue | null
  readonly later: string | null
}

/**
 * What taking a report back would show again. A cell that stood before just as the report said it was not its doing:
 * it stays out.
 */
export function restoredCells(
  cells: readonly DryRunCell[],
  report: string,
  before: ReadonlyMap<string, StandingValue>,
): readonly RestoredCell[] {
  return cells.flatMap(({ indicator, period, value, absent, before: now }) => {
    const stood = before.get(`${indicator}|${period}`) ?? null
    if (!now || (now.report !== report && stood?.value === value && stood.absent === absent))
      return []
    const later = now.report === report ? null : now.report
    return [{ indicator, period, now, before: stood, later }]
  })
}
