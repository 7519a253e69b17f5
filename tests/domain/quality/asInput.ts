import { REPORTED_INDICATORS } from '../../../src/domain/catalogue/index.ts'
import type { Example, QualityCell, QualityInput } from '../../../src/domain/quality/judge.ts'

export const INDICATORS = new Map(REPORTED_INDICATORS.map((entry) => [entry.id, entry]))

/** The report of an example, as a brain sends it for the latest month it holds. */
export function asInput(example: Example, changes: Partial<QualityInput> = {}): QualityInput {
  const { report, history = {}, others = [], status = 'final', storedStatus = 'final' } = example
  const cells = cellsOf(report)
  return {
    brain: 'own',
    period:
      cells
        .map(({ period }) => period)
        .sort()
        .at(-1) ?? '2026-03',
    ...{ status, cells, others, reason: null, indicators: INDICATORS },
    history: (id) =>
      Object.entries(history[id] ?? {}).map(([period, value]) => ({
        ...{ period, value, status: storedStatus },
      })),
    ...changes,
  }
}

export const cellsOf = (report: Example['report']): QualityCell[] =>
  Object.entries(report).flatMap(([indicator, row]) =>
    Object.entries(row).map(([period, value]) => ({ indicator, period, value, absent: null })),
  )
