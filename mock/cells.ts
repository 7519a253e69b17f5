import type { ReportCell } from '../src/contract/report.ts'
import { UNITS, type Indicator } from '../src/domain/indicator.ts'
import { cumulative, rounded, type Series } from './series.ts'

/** The unit as the dictionary prints it; a unit without a sign is named by its id. */
export const unitText = ({ unit }: Indicator): string => UNITS[unit].zh || unit

/**
 * The cell of one indicator and month: a flow cumulated from January, absent in January itself because
 * 1—2月 are reported together; absent as not applicable where a ratio has no base.
 */
export function cellOf(
  indicator: Indicator,
  series: Series,
  months: readonly string[],
  month: string,
): ReportCell {
  const head = { indicator: indicator.id, period: month, unit: unitText(indicator) }
  if (indicator.kind === 'flow' && month.endsWith('-01')) {
    return { ...head, absent: 'mergedJanuary' }
  }
  const value = cumulative(series, indicator)[months.indexOf(month)]
  if (value === undefined || Number.isNaN(value)) return { ...head, absent: 'notApplicable' }
  return { ...head, value: rounded(value, indicator) }
}
