import type { Indicator } from '../../domain/indicator.ts'
import { ABSENCE_TEXT, isPresent, type Reading } from '../../domain/reading.ts'
import { PROVINCE } from '../../domain/region.ts'
import { textOf } from '../../domain/text.ts'
import type { TraceLink } from '../../domain/traceTarget.ts'
import type { FigureContext } from '../definition.ts'
import { lastKnownMonth, latestMonth } from '../latest.ts'
import { say } from '../text/words.ts'
import { comparePrinter } from './comparePrinter.ts'
import { readEntity } from './entity.ts'

/** One value of the table of a comparison: its printed text, and where it leads. */
export interface CompareCell {
  readonly text: string
  /** What a total covers and an older period; empty for a plain value of the due month. */
  readonly note: string
  /** Null where the value is absent. */
  readonly trace: TraceLink | null
}

/** One indicator with one cell an entity. */
export interface CompareRow {
  readonly indicator: Indicator
  readonly name: string
  readonly unit: string
  readonly cells: readonly CompareCell[]
}

/** Months to look back for a value that is late; public statistics may be years old. */
const LATE = 13

export const compareRow = (
  context: FigureContext,
  indicator: Indicator,
  ids: readonly string[],
): CompareRow => ({
  indicator,
  name: textOf(indicator.name, context.locale),
  unit: comparePrinter(indicator, 'value', context.locale).unit,
  cells: ids.map((id) => cellOf(context, indicator, id)),
})

function cellOf(context: FigureContext, indicator: Indicator, id: string): CompareCell {
  const { locale } = context
  const due = latestMonth(context)
  if (!context.cube.slices.has(indicator.id))
    return { text: say(locale, '读取中', 'loading'), note: '', trace: null }
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
    return { text: textOf(ABSENCE_TEXT[reason], locale), note: '', trace: null }
  }
  const period = periods[at] ?? due
  const text = comparePrinter(indicator, 'value', locale).text(reading.value)
  const entity = id === PROVINCE && indicator.reportedFrom !== 'region' ? 'all' : id
  return {
    ...{ text, note: noteOf(context, reading, period, due) },
    trace: { indicator: indicator.id, entity, period },
  }
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
