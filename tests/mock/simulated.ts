import { simulate } from '../../mock/generate.ts'
import { SCENARIOS } from '../../mock/scenarios.ts'
import type { ReportCell, ReportSubmission } from '../../src/contract/report.ts'

/** The default demo, made once for all tests of a file. */
export const demo = simulate(SCENARIOS.default)

/** Every report of the default demo with its cells, in order of arrival. */
export const filled = demo.reports.map((report) => ({ ...report, body: report.submission() }))

export const periodOfCell = (body: ReportSubmission, cell: ReportCell): string =>
  cell.period ?? body.period

/** First reported values of a brain's indicator by month, corrections left out. */
export function firstReported(indicator: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const brains = new Map<string, Map<string, number>>()
  for (const { brain, kind, body } of filled) {
    if (kind === 'correction') continue
    const months = brains.get(brain) ?? new Map<string, number>()
    brains.set(brain, months)
    for (const cell of body.cells) {
      if (cell.indicator !== indicator || cell.value === undefined) continue
      months.set(periodOfCell(body, cell), cell.value)
    }
  }
  return brains
}

/** Sum of an indicator over all brains that reported the month. */
export const totalOf = (indicator: string, month: string): number =>
  [...firstReported(indicator).values()].reduce((sum, months) => sum + (months.get(month) ?? 0), 0)
