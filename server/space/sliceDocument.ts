import type { Indicator } from '../../src/domain/indicator.ts'
import { comparePeriods, parsePeriod, periodRange } from '../../src/domain/period.ts'
import type { AbsenceReason } from '../../src/domain/reading.ts'
import type { ObservationOrigin, SliceDocument } from '../../src/domain/slice.ts'
import type { SliceCell } from '../store/store.ts'

/**
 * Packs the cells of one indicator into the wire form: entities by id, periods ascending without
 * gaps, row-major values. Cells of another cadence than the indicator's are not part of its slice.
 */
export function sliceDocument(
  indicator: Indicator,
  version: number,
  stored: readonly SliceCell[],
): SliceDocument {
  const cells = stored.filter(({ period }) => parsePeriod(period)?.cadence === indicator.cadence)
  const entities = [...new Set(cells.map(({ entity }) => entity))].sort()
  const periods = spanOf(cells)
  const rowOf = new Map(entities.map((entity, i) => [entity, i * periods.length]))
  const columnOf = new Map(periods.map((period, i) => [period, i]))
  const at = (cell: SliceCell) => (rowOf.get(cell.entity) ?? 0) + (columnOf.get(cell.period) ?? 0)
  const placed = cells.map((cell) => ({ cell, position: at(cell) }))
  placed.sort((a, b) => a.position - b.position)
  const values = Array<number | null>(entities.length * periods.length).fill(null)
  for (const { cell, position } of placed) values[position] = cell.value
  return {
    indicator: indicator.id,
    version,
    entities,
    periods,
    values,
    absent: absentPositions(placed),
    preliminary: positionsOf(placed, 'preliminary'),
    revised: positionsOf(placed, 'revised'),
    origins: [...new Set(cells.map(({ origin }): ObservationOrigin => origin))].sort(),
    knownAt: latest(cells),
    ...sourcePositions(placed),
  }
}

interface Placed {
  readonly cell: SliceCell
  readonly position: number
}

function spanOf(cells: readonly SliceCell[]): string[] {
  const periods = [...new Set(cells.map(({ period }) => period))].sort(comparePeriods)
  const [first, last] = [periods.at(0), periods.at(-1)]
  return first === undefined || last === undefined ? [] : periodRange(first, last)
}

/** Positions by reason; `notReported` is what a bare null means and is not listed. */
function absentPositions(placed: readonly Placed[]): SliceDocument['absent'] {
  const positions: Partial<Record<AbsenceReason, number[]>> = {}
  for (const { cell, position } of placed)
    if (cell.absent !== null && cell.absent !== 'notReported')
      (positions[cell.absent] ??= []).push(position)
  return positions
}

/** Positions by publication; nothing where brains report. */
function sourcePositions(placed: readonly Placed[]): Pick<SliceDocument, 'sources'> {
  const sources: Record<string, number[]> = {}
  for (const { cell, position } of placed)
    if (cell.source) (sources[cell.source] ??= []).push(position)
  return Object.keys(sources).length > 0 ? { sources } : {}
}

const positionsOf = (placed: readonly Placed[], status: SliceCell['status']): number[] =>
  placed
    .filter(({ cell }) => cell.value !== null && cell.status === status)
    .map(({ position }) => position)

function latest(cells: readonly SliceCell[]): string | null {
  if (cells.length === 0) return null
  return new Date(cells.reduce((last, { knownAt }) => Math.max(last, knownAt), 0)).toISOString()
}
