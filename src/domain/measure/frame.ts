import type { Brain } from '../brain.ts'
import type { Cube } from '../cube.ts'
import type { Expectation } from '../expectation.ts'
import { NEVER_EXPECTED } from '../expectation.ts'
import type { Indicator } from '../indicator.ts'
import type { Cadence } from '../period.ts'
import { NOT_APPLICABLE, NOT_PUBLIC, NOT_REPORTED } from './codes.ts'
import type { Group } from './group.ts'
import type { Source } from './source.ts'
import { PER_YEAR } from './source.ts'

/** Members of all groups in one line: group g holds the positions start[g] up to start[g + 1]. */
export interface Frame {
  readonly groups: readonly Group[]
  readonly start: Int32Array
  readonly ids: readonly string[]
  /** First and last ordinal at which the member should report. */
  readonly from: Float64Array
  readonly until: Float64Array
  /** Code of a cell without an observation inside and outside that window. */
  readonly due: Uint8Array
  readonly idle: Uint8Array
  /** 1 where the member is known from publications alone: it owes no report and no total expects it. */
  readonly exempt: Uint8Array
}

/**
 * Lays the groups out with the window in which each member should report `indicator`:
 * `cluster`: from its first observation or its 试点, whichever is earlier (history may be back-reported);
 * `pilot`: from its 试点 on, or from its first observation where no 试点 is known; both until 取消资格.
 * Regions do not report, nor does a brain that is only known from publications and has no observation:
 * what they lack is `notPublic`, and such a brain is not expected in any total.
 */
export function layOut(
  cube: Cube,
  groups: readonly Group[],
  source: Source,
  indicator: Indicator,
): Frame {
  const ids = groups.flatMap(({ members }) => members)
  const start = new Int32Array(groups.length + 1)
  groups.forEach(({ members }, g) => (start[g + 1] = (start[g] ?? 0) + members.length))
  const frame = blankFrame(groups, start, ids)
  const windowOf = windows(cube, source, indicator)
  ids.forEach((id, k) => {
    const first = firstObserved(source, id)
    const brain = cube.byId.get(id)
    if (!isReporter(brain, first)) {
      frame.due[k] = frame.idle[k] = NOT_PUBLIC
      frame.exempt[k] = brain === undefined ? 0 : 1
      return
    }
    const { from, until } = windowOf(id, first)
    frame.from[k] = from
    frame.until[k] = until
  })
  return frame
}

const blankFrame = (
  groups: readonly Group[],
  start: Int32Array,
  ids: readonly string[],
): Frame => ({
  groups,
  start,
  ids,
  from: new Float64Array(ids.length).fill(Infinity),
  until: new Float64Array(ids.length).fill(Infinity),
  due: new Uint8Array(ids.length).fill(NOT_REPORTED),
  idle: new Uint8Array(ids.length).fill(NOT_APPLICABLE),
  exempt: new Uint8Array(ids.length),
})

const isReporter = (brain: Brain | undefined, first: number): boolean =>
  brain !== undefined && (brain.origin !== 'public' || first < Infinity)

/** Ordinal of the first value of an entity; Infinity when it has none. */
function firstObserved({ rows, width, absence, first }: Source, id: string): number {
  const row = rows.get(id)
  const column = row === undefined ? -1 : (firstColumns(absence, width)[row] ?? -1)
  return column < 0 ? Infinity : first + column
}

const known = new WeakMap<Uint8Array, Int32Array>()

/** Column of each row's first value, −1 where there is none; found once for cells that never change. */
function firstColumns(absence: Uint8Array, width: number): Int32Array {
  const found = known.get(absence)
  if (found) return found
  const columns = Int32Array.from({ length: absence.length / width }, (_, row) =>
    absence.subarray(row * width, (row + 1) * width).indexOf(0),
  )
  known.set(absence, columns)
  return columns
}

function windows(cube: Cube, { cadence }: Source, { reportedFrom }: Indicator) {
  return (id: string, first: number): Expectation => {
    const known = cube.expected.get(id) ?? NEVER_EXPECTED
    const pilot = inCadence(known.from, cadence)
    const until = inCadence(known.until, cadence)
    if (reportedFrom === 'region') return { from: Infinity, until }
    if (reportedFrom === 'cluster') return { from: Math.min(first, pilot), until }
    return { from: pilot < Infinity ? pilot : first, until }
  }
}

/** Month ordinal → ordinal of the period that holds it. */
const inCadence = (month: number, cadence: Cadence): number =>
  Math.floor(month / (12 / PER_YEAR[cadence]))
