import { NOT_REPORTED } from './codes.ts'
import type { Frame } from './frame.ts'
import type { Columns, Source } from './source.ts'

/** What a comparison reads: the values and, for a weighted total, what weighs them. */
export interface Side {
  readonly source: Source
  readonly columns: Columns
  readonly weights: Weights | null
}

export interface Weights {
  readonly source: Source
  readonly columns: Columns
}

/** One member's cells in the columns of a query; a buffer that is filled again for every member. */
export interface Row {
  readonly value: Float64Array
  readonly weight: Float64Array
  /** 0 where `value` and `weight` hold numbers. */
  readonly code: Uint8Array
}

export const rowBuffer = (width: number): Row => ({
  value: new Float64Array(width),
  weight: new Float64Array(width),
  code: new Uint8Array(width),
})

/** Fills `row` with the cells of member `k`; the weights only where they are asked for. */
export function readRow(frame: Frame, k: number, side: Side, weigh: boolean, row: Row): void {
  const id = frame.ids[k] ?? ''
  const gaps = readCells(side, beginOf(side.source, id), row)
  if (gaps) explain(frame, k, side.columns, row.code)
  if (weigh && side.weights) readWeights(side.weights, beginOf(side.weights.source, id), row)
}

/** Copies the cells; false when none of them is without an observation. */
function readCells({ source, columns }: Weights, begin: number, { value, code }: Row): boolean {
  const { at, from, until } = columns
  code.fill(NOT_REPORTED)
  if (begin < 0 || from === until) return true
  if (columns.dense) {
    const first = begin + (at[from] ?? 0)
    value.set(source.values.subarray(first, first + until - from), from)
    code.set(source.absence.subarray(first, first + until - from), from)
  } else {
    for (let j = from; j < until; j++) {
      const column = at[j] ?? -1
      if (column < 0) continue
      value[j] = source.values[begin + column] ?? NaN
      code[j] = source.absence[begin + column] ?? NOT_REPORTED
    }
  }
  return code.includes(NOT_REPORTED)
}

/** Gives the cells without an observation the reason that holds for this member in that period. */
function explain(frame: Frame, k: number, { ordinal, blank }: Columns, code: Uint8Array): void {
  const [from, until] = [frame.from[k] ?? Infinity, frame.until[k] ?? Infinity]
  const [due, idle] = [frame.due[k] ?? NOT_REPORTED, frame.idle[k] ?? NOT_REPORTED]
  for (let j = 0; j < code.length; j++) {
    if (code[j] !== NOT_REPORTED) continue
    const n = ordinal[j] ?? 0
    code[j] = blank[j] || (n >= from && n <= until ? due : idle)
  }
}

/** A value that nothing weighs cannot enter a weighted total. */
function readWeights({ source, columns }: Weights, begin: number, { weight, code }: Row): void {
  for (let j = 0; j < code.length; j++) {
    const column = columns.at[j] ?? -1
    const cell = begin < 0 || column < 0 ? -1 : begin + column
    weight[j] = source.values[cell] ?? NaN
    if (code[j] === 0) code[j] = source.absence[cell] ?? NOT_REPORTED
  }
}

const beginOf = ({ rows, width }: Source, id: string): number => (rows.get(id) ?? -1) * width
