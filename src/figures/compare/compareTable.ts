import { indicatorOf } from '../../domain/catalogue/index.ts'
import type { Comparison } from '../../domain/comparison.ts'
import type { Indicator } from '../../domain/indicator.ts'
import { ABSENCE_TEXT, isPresent, type Reading } from '../../domain/reading.ts'
import { PROVINCE } from '../../domain/region.ts'
import { textOf } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import { lastKnownMonth, latestMonth } from '../latest.ts'
import { say } from '../text/words.ts'
import { comparePrinter } from './comparePrinter.ts'
import { entityName, readEntity } from './entity.ts'

export interface CompareCell {
  readonly text: string
  readonly absent: boolean
  /** The period of the value. */
  readonly period: string
  /** What a total covers and an older period; empty for a plain value of the due month. */
  readonly note: string
}

export interface CompareRow {
  readonly indicator: string
  readonly name: string
  readonly unit: string
  /** A total over all brains is traced as `all`; everything else by its own id. */
  readonly traced: readonly string[]
  readonly cells: readonly CompareCell[]
}

export interface CompareTable {
  readonly columns: readonly { readonly id: string; readonly name: string }[]
  readonly rows: readonly CompareRow[]
}

/** Months to look back for a value that is late; public statistics may be years old. */
const LATE = 13

/** The last values of the table's indicators, one column an entity; older values name their period. */
export function compareTable(context: FigureContext, comparison: Comparison): CompareTable {
  return {
    columns: comparison.ids.map((id) => ({ id, name: entityName(context, id) })),
    rows: comparison.columns.flatMap((id) => {
      const indicator = indicatorOf(id)
      return indicator ? [rowOf(context, indicator, comparison.ids)] : []
    }),
  }
}

const rowOf = (
  context: FigureContext,
  indicator: Indicator,
  ids: readonly string[],
): CompareRow => ({
  indicator: indicator.id,
  name: textOf(indicator.name, context.locale),
  unit: comparePrinter(indicator, 'value', context.locale).unit,
  traced: ids.map((id) => (id === PROVINCE && indicator.reportedFrom !== 'region' ? 'all' : id)),
  cells: ids.map((id) => cellOf(context, indicator, id)),
})

function cellOf(context: FigureContext, indicator: Indicator, id: string): CompareCell {
  const { locale } = context
  const due = latestMonth(context)
  if (!context.cube.slices.has(indicator.id))
    return { text: say(locale, '读取中', 'loading'), absent: true, period: due, note: '' }
  const periods = lastPeriods(
    context,
    indicator,
    lastKnownMonth(context, [indicator.id], new Set([id])),
  )
  const readings = readEntity(context, indicator, id, periods, 'value')
  const at = readings.findLastIndex(isPresent)
  const reading = readings[at]
  if (!reading || !isPresent(reading)) {
    const last = readings.at(-1)
    const reason = last && !isPresent(last) ? last.absent : 'notReported'
    return { text: textOf(ABSENCE_TEXT[reason], locale), absent: true, period: due, note: '' }
  }
  const period = periods[at] ?? due
  const text = comparePrinter(indicator, 'value', locale).text(reading.value)
  return { text, absent: false, period, note: noteOf(context, reading, period, due) }
}

function lastPeriods({ cube }: FigureContext, indicator: Indicator, due: string): string[] {
  const known = cube.slices.get(indicator.id)?.periods ?? []
  const all = indicator.cadence === 'month' ? known.filter((period) => period <= due) : [...known]
  const periods = indicator.reportedFrom === 'region' ? all : all.slice(-LATE)
  return periods.length > 0 ? periods : [due]
}

function noteOf({ locale }: FigureContext, reading: Reading, period: string, due: string): string {
  const covers =
    'value' in reading && reading.expected > 1 ? `${reading.covered}/${reading.expected}` : ''
  const isOpen = period.length === due.length && period > due
  const when = period === due ? '' : period
  const early = isOpen ? say(locale, '未到报送期', 'not due yet') : ''
  return [covers, when, early].filter(Boolean).join(' · ')
}
