import type { Indicator } from '../indicator.ts'
import type { Cadence, Period } from '../period.ts'
import { ordinal, parsePeriod } from '../period.ts'
import type { Slice } from '../slice.ts'
import { AS_BASE, MERGED_JANUARY, NO_BASE, NOT_APPLICABLE } from './codes.ts'

/** Periods of a cadence in a year. */
export const PER_YEAR: Readonly<Record<Cadence, number>> = {
  month: 12,
  quarter: 4,
  half: 2,
  year: 1,
}

/** Cells of one indicator, entity by entity. */
export interface Source {
  readonly rows: ReadonlyMap<string, number>
  readonly cadence: Cadence
  /** Ordinal of the first of `width` periods. */
  readonly first: number
  readonly width: number
  /** Months at the start of a year that have no figure of their own (1—2月 are reported together). */
  readonly merged: 0 | 1 | 2
  readonly values: Float64Array
  readonly absence: Uint8Array
}

/** Where the periods of a query lie in a source. */
export interface Columns {
  /** −1 outside the source. */
  readonly at: Int32Array
  readonly ordinal: Int32Array
  /** The positions from `from` up to `until` hold all that lie in the source; `dense`: many, and next to each other there too. */
  readonly from: number
  readonly until: number
  readonly dense: boolean
  /** Reason of a cell without an observation; 0: the expectation decides. */
  readonly blank: Uint8Array
}

const rowIndexes = new WeakMap<Slice, ReadonlyMap<string, number>>()

/** Row of each entity; made once for a slice, which never changes. */
function rowIndex(slice: Slice): ReadonlyMap<string, number> {
  const known = rowIndexes.get(slice)
  if (known) return known
  const index = new Map(slice.entities.map((entity, row) => [entity, row]))
  rowIndexes.set(slice, index)
  return index
}

/** The observations as they are; an indicator without a slice has none. */
export function observed(slice: Slice | undefined, indicator: Indicator): Source {
  const period = parsePeriod(slice?.periods[0] ?? '')
  const cadence = period?.cadence ?? indicator.cadence
  const merged = indicator.kind === 'flow' && cadence === 'month' ? 1 : 0
  if (!slice || !period) return { ...NOTHING, cadence, merged }
  const { values, absence, periods } = slice
  const [rows, first, width] = [rowIndex(slice), ordinal(period), periods.length]
  return { rows, cadence, first, width, merged, values, absence }
}

const NOTHING = {
  rows: new Map<string, number>(),
  first: 0,
  width: 0,
  values: new Float64Array(0),
  absence: new Uint8Array(0),
}

/**
 * 当月值 of a flow: this cumulative value less the one before it in the same year. January and February are
 * `mergedJanuary`: the value of February is the sum of both. Other kinds are their own single period.
 */
export function singled(source: Source, indicator: Indicator): Source {
  if (indicator.kind !== 'flow') return source
  const known = singles.get(source.values)
  if (known?.rows === source.rows) return known
  const single = differences(source)
  singles.set(source.values, single)
  return single
}

/** By the values of a slice, which never change: the differences of thousands of rows are made once. */
const singles = new WeakMap<Float64Array, Source>()

function differences(source: Source): Source {
  const { width, cadence, first } = source
  const merged = cadence === 'month' ? 2 : 0
  const values = new Float64Array(source.values.length)
  const absence = new Uint8Array(source.absence.length)
  for (let cell = 0; cell < values.length; cell++) {
    const at = cell % width
    const step = (first + at) % PER_YEAR[cadence]
    const code = step < merged ? MERGED_JANUARY : singleCode(source, cell, at, step)
    const before = step === 0 ? 0 : (source.values[cell - 1] ?? NaN)
    absence[cell] = code
    values[cell] = code ? NaN : (source.values[cell] ?? NaN) - before
  }
  return { ...source, merged, values, absence }
}

function singleCode({ absence }: Source, cell: number, at: number, step: number): number {
  const code = absence[cell] ?? 0
  if (code !== 0 || step === 0) return code
  return at === 0 ? NO_BASE : (AS_BASE[absence[cell - 1] ?? 0] ?? 0)
}

const parsed = new WeakMap<readonly string[], readonly (Period | null)[]>()

/** The periods of a query, null for an id that is none; read once for a list that many queries share. */
export function periodsOf(ids: readonly string[]): readonly (Period | null)[] {
  const known = parsed.get(ids)
  if (known) return known
  const periods = ids.map(parsePeriod)
  parsed.set(ids, periods)
  return periods
}

/** Columns of the periods, moved by `shift` periods. A period of another cadence is not applicable. */
export function columnsOf(
  { cadence, first, width, merged }: Source,
  periods: readonly (Period | null)[],
  shift = 0,
): Columns {
  const at = new Int32Array(periods.length).fill(-1)
  const ordinals = new Int32Array(periods.length)
  const blank = new Uint8Array(periods.length).fill(NOT_APPLICABLE)
  periods.forEach((period, j) => {
    if (period?.cadence !== cadence) return
    const n = ordinal(period) + shift
    ordinals[j] = n
    at[j] = n >= first && n < first + width ? n - first : -1
    blank[j] = n % PER_YEAR[cadence] < merged ? MERGED_JANUARY : 0
  })
  return { at, ordinal: ordinals, blank, ...extent(at) }
}

/** Fewer columns than these are read one by one: copying a part of an array has a price of its own. */
const WIDE = 8

function extent(at: Int32Array): Pick<Columns, 'from' | 'until' | 'dense'> {
  const from = at.findIndex((column) => column >= 0)
  if (from < 0) return { from: 0, until: 0, dense: true }
  let until = at.length
  while ((at[until - 1] ?? 0) < 0) until--
  const inside = at.subarray(from, until)
  const isDense = inside.length >= WIDE && inside.every((column, i) => column - i === inside[0])
  return { from, until, dense: isDense }
}
