import type { Brain } from '../../src/domain/brain.ts'
import type { EventKind, LifecycleEvent } from '../../src/domain/event.ts'
import type { Indicator } from '../../src/domain/indicator.ts'
import type { AbsenceReason, Reading } from '../../src/domain/reading.ts'
import { absenceCode } from '../../src/domain/reading.ts'
import { isPresent } from '../../src/domain/reading.ts'
import type { Slice } from '../../src/domain/slice.ts'

/** A cell of a synthetic table: a number, or the reason why there is none. */
export type Cell = number | AbsenceReason

export const brain = (id: string, more: Partial<Brain> = {}): Brain => ({
  id,
  name: `示例·${id}`,
  subIndustry: 'tools',
  domain: 'machinery',
  city: '370100',
  county: null,
  place: 'x',
  organiser: null,
  leadUnit: null,
  jointUnits: [],
  batch: 2023,
  honours: [],
  origin: 'simulated',
  confidence: null,
  sources: [],
  ...more,
})

export const indicator = (id: string, more: Partial<Indicator> = {}): Indicator => ({
  id,
  group: 'cluster',
  name: { zh: id, en: id },
  unit: 'yi',
  definition: { zh: '', en: '' },
  kind: 'flow',
  aggregation: { how: 'sum' },
  overlaps: false,
  direction: 'up',
  cadence: 'month',
  reportedFrom: 'cluster',
  basis: 'ours',
  sources: [],
  decimals: 2,
  ...more,
})

export const STOCK = { kind: 'stock' } as const
export const RATE = { kind: 'rate', unit: 'percent', aggregation: { how: 'none' } } as const

/** Entity → cells in the order of `periods`. */
export function slice(
  id: string,
  periods: readonly string[],
  table: Readonly<Record<string, readonly Cell[]>>,
): Slice {
  const cells = Object.values(table).flat()
  return {
    indicator: id,
    version: 1,
    entities: Object.keys(table),
    periods,
    values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN)),
    absence: Uint8Array.from(cells, (cell) => (typeof cell === 'number' ? 0 : absenceCode(cell))),
    status: Uint8Array.from(cells, (cell) => (typeof cell === 'number' ? 1 : 0)),
    origins: ['simulated'],
    knownAt: '2026-11-22T00:00:00.000Z',
  }
}

let serial = 0

export const event = (
  of: string,
  kind: EventKind,
  date: string,
  more: Partial<LifecycleEvent> = {},
): LifecycleEvent => ({ id: `e${serial++}`, brain: of, kind, date, document: null, ...more })

/** A reading in short: the value, or the reason. */
export const brief = (reading: Reading): Cell =>
  isPresent(reading) ? reading.value : reading.absent

/** `covered/expected` of a value. */
export const coverage = (reading: Reading): string =>
  isPresent(reading) ? `${reading.covered}/${reading.expected}` : `–/${reading.expected}`
