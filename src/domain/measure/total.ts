import type { Aggregation } from '../indicator.ts'
import { AS_BASE, EXPECTS, NOT_ADDITIVE, NOT_APPLICABLE, NOT_PUBLIC, STRENGTH } from './codes.ts'
import type { Frame } from './frame.ts'
import type { Grid } from './grid.ts'
import { emptyGrid, put } from './grid.ts'
import type { Row, Side } from './row.ts'
import { readRow, rowBuffer } from './row.ts'

/** Totals of the groups and, where asked for, of the same members in the comparison period. */
export interface Totals extends Grid {
  readonly base: Float64Array
}

/** Both sides of a comparison of one member, and the weights of one group by column. */
interface Buffers {
  readonly now: Row
  readonly base: Row
  readonly nowWeight: Float64Array
  readonly baseWeight: Float64Array
}

/**
 * Adds up the members of every group. With `base`, like is compared with like (同口径): only members with a
 * value in both periods enter either side; `expected` counts those that should have reported now, so the
 * coverage says how many are left out. Members that only publications know owe nothing and are passed over.
 * A group of one member is that member: nothing is added or weighed.
 */
export function totals(
  frame: Frame,
  how: Aggregation['how'],
  now: Side,
  base: Side | null = null,
): Totals {
  const width = now.columns.at.length
  const grid = emptyTotals(frame.groups.length, width)
  const buffers = emptyBuffers(width)
  for (let g = 0; g < frame.groups.length; g++) {
    const first = frame.start[g] ?? 0
    const end = frame.start[g + 1] ?? 0
    const alone = end - first <= 1
    const weigh = !alone && how === 'weighted'
    if (weigh) resetWeights(buffers)
    let idle = NOT_APPLICABLE
    for (let k = first; k < end; k++) {
      if (frame.exempt[k] === 1) {
        idle = NOT_PUBLIC
        continue
      }
      readRow(frame, k, now, weigh, buffers.now)
      if (base) {
        readRow(frame, k, base, weigh, buffers.base)
        keepPairs(buffers.now, buffers.base)
      }
      if (weigh) weighIn(buffers)
      add(grid, g * width, buffers)
    }
    const additive = alone || how === 'sum' || (weigh && now.weights !== null)
    finish(grid, g * width, weigh ? buffers : null, additive ? 0 : NOT_ADDITIVE, idle)
  }
  return grid
}

const emptyTotals = (groups: number, width: number): Totals => {
  const grid = { ...emptyGrid(groups, width), base: new Float64Array(groups * width) }
  grid.values.fill(0)
  return grid
}

const emptyBuffers = (width: number): Buffers => ({
  now: rowBuffer(width),
  base: rowBuffer(width),
  nowWeight: new Float64Array(width),
  baseWeight: new Float64Array(width),
})

function resetWeights({ nowWeight, baseWeight }: Buffers): void {
  nowWeight.fill(0)
  baseWeight.fill(0)
}

/** A member without a comparison value drops out of both sides. */
function keepPairs({ code }: Row, { code: baseCode }: Row): void {
  for (let j = 0; j < code.length; j++) {
    if (code[j] === 0) code[j] = AS_BASE[baseCode[j] ?? 0] ?? 0
  }
}

/** Turns the values of a member into value × weight and notes the weights. */
function weighIn({ now, base, nowWeight, baseWeight }: Buffers): void {
  for (let j = 0; j < now.code.length; j++) {
    if (now.code[j] !== 0) continue
    const [w, v] = [now.weight[j] ?? NaN, base.weight[j] ?? NaN]
    now.value[j] = (now.value[j] ?? NaN) * w
    base.value[j] = (base.value[j] ?? NaN) * v
    nowWeight[j] = (nowWeight[j] ?? 0) + w
    baseWeight[j] = (baseWeight[j] ?? 0) + v
  }
}

function add(grid: Totals, begin: number, { now, base }: Buffers): void {
  const { values, covered, expected, reason } = grid
  for (let j = 0; j < now.code.length; j++) {
    const at = begin + j
    const code = now.code[j] ?? 0
    if (code === 0) {
      covered[at] = (covered[at] ?? 0) + 1
      values[at] = (values[at] ?? 0) + (now.value[j] ?? NaN)
      grid.base[at] = (grid.base[at] ?? 0) + (base.value[j] ?? NaN)
    } else {
      expected[at] = (expected[at] ?? 0) + (EXPECTS[code] ?? 0)
      if ((STRENGTH[code] ?? 0) > (STRENGTH[reason[at] ?? 0] ?? 0)) reason[at] = code
    }
  }
}

/**
 * Settles one group: its values where any member is covered, else the reason; `idle` where no member gives
 * one. Nothing is a total where it is `refused`. Weights of zero weigh nothing.
 */
function finish(
  grid: Totals,
  begin: number,
  weights: Buffers | null,
  refused: number,
  idle: number,
): void {
  const { values, base, reason, covered, expected, width } = grid
  for (let j = 0; j < width; j++) {
    const at = begin + j
    expected[at] = (expected[at] ?? 0) + (covered[at] ?? 0)
    if (refused) put(grid, at, NaN, refused)
    else if (covered[at] === 0) put(grid, at, NaN, reason[at] || idle)
    else {
      const value = (values[at] ?? NaN) / (weights?.nowWeight[j] ?? 1)
      base[at] = (base[at] ?? NaN) / (weights?.baseWeight[j] ?? 1)
      put(grid, at, value, Number.isNaN(value) ? NOT_APPLICABLE : 0)
    }
  }
}
