import type { Brain, Region } from './brain.ts'
import { isPlausibleEvent } from './event.ts'
import type { LifecycleEvent } from './event.ts'
import type { Expectation } from './expectation.ts'
import { expectations } from './expectation.ts'
import type { Indicator } from './indicator.ts'
import { standingEvents } from './lifecycle.ts'
import type { AbsenceReason } from './reading.ts'
import { absenceCode, absenceOf } from './reading.ts'
import type { Slice, SliceDocument } from './slice.ts'
import { OBSERVATION_STATUS } from './slice.ts'

/** Everything a query may look at. The reader's machine and the service hold the same thing. */
export interface Cube {
  readonly brains: readonly Brain[]
  readonly regions: readonly Region[]
  /** The events that stand: without corrections and what they took back. */
  readonly events: readonly LifecycleEvent[]
  /** Every event of the register, those taken back and their corrections among them. */
  readonly told: readonly LifecycleEvent[]
  readonly slices: ReadonlyMap<string, Slice>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly byId: ReadonlyMap<string, Brain>
  /** When each brain should report, derived from `events`. */
  readonly expected: ReadonlyMap<string, Expectation>
}

export interface CubeParts {
  readonly brains: readonly Brain[]
  readonly regions: readonly Region[]
  readonly events: readonly LifecycleEvent[]
  readonly slices: Iterable<Slice> | ReadonlyMap<string, Slice>
  readonly indicators: Iterable<Indicator> | ReadonlyMap<string, Indicator>
}

/**
 * Collects the parts; slices and indicators may come as a map by id or as a list. Events of a day that
 * cannot be true are left out: the store keeps them for good, a figure must still be drawn.
 */
export function makeCube({ brains, regions, events: all, slices, indicators }: CubeParts): Cube {
  const told = all.every(isPlausibleEvent) ? all : all.filter(isPlausibleEvent)
  const events = standingEvents(told)
  return {
    brains,
    regions,
    events,
    told,
    slices: keyed(slices, ({ indicator }) => indicator),
    indicators: keyed(indicators, ({ id }) => id),
    byId: keyed(brains, ({ id }) => id),
    expected: expectations(events),
  }
}

function keyed<T>(
  items: Iterable<T> | ReadonlyMap<string, T>,
  key: (item: T) => string,
): ReadonlyMap<string, T> {
  if (items instanceof Map) return items as ReadonlyMap<string, T>
  return new Map(Array.from(items as Iterable<T>, (item) => [key(item), item]))
}

/** The cube with one slice newer: everything else is shared with the old one. */
export const withSlice = (cube: Cube, slice: Slice): Cube => ({
  ...cube,
  slices: new Map(cube.slices).set(slice.indicator, slice),
})

const FINAL = OBSERVATION_STATUS.indexOf('final')
const PRELIMINARY = OBSERVATION_STATUS.indexOf('preliminary')
const REVISED = OBSERVATION_STATUS.indexOf('revised')
const NOT_REPORTED = absenceCode('notReported')

/**
 * Wire form → typed arrays. A null without a reason is `notReported`; a present cell is final unless listed.
 * Throws a RangeError when the values do not fill entities × periods.
 */
export function unpackSlice(document: SliceDocument): Slice {
  const { indicator, version, entities, periods, origins, knownAt } = document
  const size = entities.length * periods.length
  if (document.values.length !== size) {
    throw new RangeError(
      `slice ${indicator}: ${document.values.length} values for ${entities.length} × ${periods.length} cells`,
    )
  }
  const values = new Float64Array(size)
  const absence = new Uint8Array(size)
  const status = new Uint8Array(size)
  for (let i = 0; i < size; i++) {
    const value = document.values[i] ?? null
    values[i] = value ?? NaN
    absence[i] = value === null ? NOT_REPORTED : 0
    status[i] = value === null ? 0 : FINAL
  }
  for (const [reason, cells] of Object.entries(document.absent)) {
    for (const cell of cells)
      if (absence[cell]) absence[cell] = absenceCode(reason as AbsenceReason)
  }
  for (const cell of document.preliminary) if (!absence[cell]) status[cell] = PRELIMINARY
  for (const cell of document.revised) if (!absence[cell]) status[cell] = REVISED
  return {
    ...{ indicator, version, entities, periods, values, absence, status, origins, knownAt },
    ...(document.sources && { sources: byCell(document.sources) }),
  }
}

const byCell = (
  sources: Readonly<Record<string, readonly number[]>>,
): ReadonlyMap<number, string> =>
  new Map(
    Object.entries(sources).flatMap(([id, cells]) => cells.map((cell) => [cell, id] as const)),
  )

function bySource(cells: ReadonlyMap<number, string>): Readonly<Record<string, readonly number[]>> {
  const sources: Record<string, number[]> = {}
  for (const [cell, id] of cells) (sources[id] ??= []).push(cell)
  return sources
}

/** Typed arrays → wire form; unpackSlice is its inverse. Plain `notReported` cells are left unlisted. */
export function packSlice(slice: Slice): SliceDocument {
  const { indicator, version, entities, periods, origins, knownAt } = slice
  const values: (number | null)[] = []
  const absent: Partial<Record<AbsenceReason, number[]>> = {}
  const preliminary: number[] = []
  const revised: number[] = []
  slice.absence.forEach((code, i) => {
    values.push(code === 0 ? (slice.values[i] ?? null) : null)
    if (code > NOT_REPORTED) (absent[absenceOf(code)] ??= []).push(i)
    if (code !== 0) return
    if (slice.status[i] === PRELIMINARY) preliminary.push(i)
    else if (slice.status[i] === REVISED) revised.push(i)
  })
  return {
    indicator,
    version,
    entities,
    periods,
    values,
    absent,
    preliminary,
    revised,
    origins,
    knownAt,
    ...(slice.sources && { sources: bySource(slice.sources) }),
  }
}
