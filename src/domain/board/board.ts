import type { BoardState } from './boardState.ts'
import { stateAt } from './boardState.ts'

/**
 * The monthly board: the state of every brain × month, by column. A position is row × months + column; what is
 * rare (days, missing cells, corrections) is kept by position.
 */
export interface Board {
  /** ISO day from which the states were told. */
  readonly today: string
  /** Month ids, ascending without gaps. */
  readonly months: readonly string[]
  /** Day by which each month is due. */
  readonly due: readonly string[]
  /** Indicators of a whole report. */
  readonly expected: number
  /** Ids of the brains, one a row. */
  readonly brains: readonly string[]
  /** One string a row, one letter a month: STATE_LETTERS. */
  readonly states: readonly string[]
  /** Work days after the due day: until it was handed in, or until today where it was not. */
  readonly days: ReadonlyMap<number, number>
  /** Indicators that a report lacks. */
  readonly missing: ReadonlyMap<number, number>
  /** Reports of the month after the first one. */
  readonly corrections: ReadonlyMap<number, number>
  /** Warnings of the quality gate that what stands was published with. */
  readonly warned: ReadonlyMap<number, number>
}

export const positionOf = ({ months }: Pick<Board, 'months'>, row: number, column: number) =>
  row * months.length + column

/** One cell as words and readouts need it. */
export interface BoardCell {
  readonly state: BoardState
  readonly days: number
  readonly missing: number
  readonly corrections: number
  readonly warned: number
}

export function cellOf(board: Board, row: number, column: number): BoardCell {
  const at = positionOf(board, row, column)
  return {
    state: stateAt(board.states[row] ?? '', column),
    days: board.days.get(at) ?? 0,
    missing: board.missing.get(at) ?? 0,
    corrections: board.corrections.get(at) ?? 0,
    warned: board.warned.get(at) ?? 0,
  }
}

/** The last month whose report was due by today; the first one where none was. */
export function lastDueColumn({ due, today }: Pick<Board, 'due' | 'today'>): number {
  const next = due.findIndex((day) => day > today)
  return Math.max(0, (next < 0 ? due.length : next) - 1)
}

/** Numbers of few cells as they are sent: positions and what stands there. */
export interface SparseNumbers {
  readonly at: readonly number[]
  readonly of: readonly number[]
}

type Rare = 'days' | 'missing' | 'corrections' | 'warned'

/** A board as it is sent. */
export type PackedBoard = Omit<Board, Rare> & { readonly [key in Rare]: SparseNumbers }

const packed = (values: ReadonlyMap<number, number>) => ({
  at: [...values.keys()],
  of: [...values.values()],
})

const unpacked = ({ at, of }: SparseNumbers): ReadonlyMap<number, number> =>
  new Map(at.map((position, i) => [position, of[i] ?? 0]))

export const packBoard = (board: Board) => ({
  ...board,
  ...{ days: packed(board.days), missing: packed(board.missing) },
  ...{ corrections: packed(board.corrections), warned: packed(board.warned) },
})

/** Inverse of packBoard. */
export const unpackBoard = (board: PackedBoard): Board => ({
  ...board,
  ...{ days: unpacked(board.days), missing: unpacked(board.missing) },
  ...{ corrections: unpacked(board.corrections), warned: unpacked(board.warned) },
})
