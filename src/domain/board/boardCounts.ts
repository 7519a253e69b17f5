import type { Board } from './board.ts'
import { BOARD_STATES, STATE_LETTERS } from './boardState.ts'
import type { BoardState } from './boardState.ts'

/** Brains in each state. */
export type StateCounts = Readonly<Record<BoardState, number>>

const ROW_OF_CODE = new Map(
  BOARD_STATES.map((state, i) => [STATE_LETTERS[state].charCodeAt(0), i] as const),
)

/** Counts of every month over some rows; all of them where none are given. */
export function monthCounts(
  { states, months }: Board,
  rows: Iterable<number> = states.keys(),
): readonly StateCounts[] {
  const kinds = BOARD_STATES.length
  const sums = new Uint32Array(months.length * kinds)
  for (const row of rows) {
    const letters = states[row] ?? ''
    for (let column = 0; column < months.length; column++) {
      const kind = ROW_OF_CODE.get(letters.charCodeAt(column)) ?? kinds - 1
      const at = column * kinds + kind
      sums[at] = (sums[at] ?? 0) + 1
    }
  }
  return months.map((_, column) => countsFrom(sums.subarray(column * kinds, (column + 1) * kinds)))
}

const countsFrom = (sums: Uint32Array): StateCounts =>
  Object.fromEntries(BOARD_STATES.map((state, i) => [state, sums[i] ?? 0])) as Record<
    BoardState,
    number
  >

/** 应报: everybody who owes the month, whether it is due yet or not. */
export const expectedOf = (counts: StateCounts): number =>
  BOARD_STATES.reduce((sum, state) => sum + counts[state], 0) - counts.notExpected

/** 已报: whole or not, in time or not. */
export const reportedOf = ({ onTime, late, partial }: StateCounts): number =>
  onTime + late + partial
