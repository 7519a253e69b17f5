import type { Indicator } from '../../domain/indicator.ts'
import type { Measure } from '../../domain/measure/question.ts'
import { OBSERVATION_STATUS } from '../../domain/slice.ts'
import { withCoverage } from '../coverage.ts'
import type { LineSeries } from '../kinds/lineFigure.ts'
import { monthsUpTo } from './ask.ts'
import type { DeskContext } from './context.ts'
import { printerIn } from './measureText.ts'

const PRELIMINARY = OBSERVATION_STATUS.indexOf('preliminary')

/**
 * A series of values in the indicator's unit, scaled and its last one printed as its measure is, with its
 * coverage where that is incomplete and its month where that is not the printed one.
 */
export function lineSeries(
  context: DeskContext,
  indicator: Indicator,
  measure: Measure,
  series: Omit<LineSeries, 'endText'>,
): LineSeries {
  const { factor, text } = printerIn(context, indicator, measure)
  const values = series.values.map((value) => (value === null ? null : value * factor))
  const at = series.values.findLastIndex((value) => value !== null)
  const last = series.values[at] ?? null
  const when = at < values.length - 1 ? ` (${monthsUpTo(context, values.length)[at] ?? ''})` : ''
  const endText = last === null ? '' : withCoverage(text(last), series.coverage?.[at]) + when
  return { ...series, values, endText }
}

/** Positions of the periods in which any of the entities has a preliminary reading. */
export function preliminaryOf(
  { cube }: DeskContext,
  { id }: Indicator,
  entities: readonly string[],
  periods: readonly string[],
): number[] {
  const slice = cube.slices.get(id)
  if (!slice) return []
  const { status, absence } = slice
  const wanted = new Set(entities)
  const width = slice.periods.length
  const columns = periods.map((period) => slice.periods.indexOf(period))
  const found = new Set<number>()
  slice.entities.forEach((entity, row) => {
    if (!wanted.has(entity)) return
    columns.forEach((column, i) => {
      const cell = row * width + column
      if (column >= 0 && absence[cell] === 0 && status[cell] === PRELIMINARY) found.add(i)
    })
  })
  return [...found].sort((a, b) => a - b)
}
