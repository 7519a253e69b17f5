import { qualityScore } from '../quality/qualityScore.ts'
import type { Board } from './board.ts'
import { cellOf, positionOf } from './board.ts'
import { isOwed, isReported, stateAt } from './boardState.ts'

/** Due months that the share on time looks back on. */
export const LOOK_BACK = 12

/** How a brain keeps its days. */
export interface Standing {
  /** Due months looked at, at most LOOK_BACK. */
  readonly owed: number
  /** Of these, handed in by the due day. */
  readonly onTime: number
  /** Latest due months in a row that were handed in by the due day, over the whole board. */
  readonly streak: number
}

/** Handed in by the due day, whether whole or not: completeness is another question. */
const isPunctual = ({ states, days, months }: Board, row: number, column: number): boolean => {
  const state = stateAt(states[row] ?? '', column)
  return (isReported(state) || state === 'inReview') && !days.has(row * months.length + column)
}

/** A brain's punctuality, over the months of the board whose day has passed. */
export function standingOf(board: Board, row: number): Standing {
  const letters = board.states[row] ?? ''
  let [owed, onTime, streak, unbroken] = [0, 0, 0, true]
  for (let column = board.months.length - 1; column >= 0; column--) {
    if (!isOwed(stateAt(letters, column))) continue
    const punctual = isPunctual(board, row, column)
    if (owed < LOOK_BACK) {
      owed += 1
      if (punctual) onTime += 1
    } else if (!unbroken) break
    unbroken &&= punctual
    if (unbroken) streak += 1
  }
  return { owed, onTime, streak }
}

/**
 * Quality of a published report, 0 to 100, by completeness, accuracy and punctuality; null where nothing is
 * published. Nothing that blocks is ever published: accuracy is less for the warnings it was published with.
 */
export function scoreAt(board: Board, row: number, column: number): number | null {
  const { state, days, missing, warned } = cellOf(board, row, column)
  if (!isReported(state)) return null
  const { expected } = board
  const findings = Array.from({ length: warned }, () => ({ severity: 'warn' }) as const)
  return qualityScore(findings, { expected, reported: expected - missing, late: days }).score
}

/** Rows that are behind in a month, those with most days first; rows without days are left out. */
export function latecomers(
  board: Board,
  column: number,
  rows: Iterable<number> = board.states.keys(),
): readonly { readonly row: number; readonly days: number }[] {
  const behind: { row: number; days: number }[] = []
  for (const row of rows) {
    const days = board.days.get(positionOf(board, row, column))
    if (days !== undefined) behind.push({ row, days })
  }
  return behind.sort((a, b) => b.days - a.days || a.row - b.row)
}
