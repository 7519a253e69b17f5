import type { Board, BoardCell } from './board.ts'
import { cellOf } from './board.ts'
import { isOpen, stateAt } from './boardState.ts'

/** One month that a brain still has to report, correct or complete. */
export interface OpenMonth extends BoardCell {
  readonly column: number
}

/** What a brain is reminded of, the oldest month first. */
export interface Reminder {
  readonly row: number
  readonly months: readonly OpenMonth[]
  /** Of its oldest open month; 0 where only cells are missing. */
  readonly days: number
}

const WANTED = new Set(['overdue', 'returned', 'partial'])

/**
 * Who has to be reminded, most work days first: months that are overdue or were given back, and reports that
 * lack indicators. `until` leaves out later months.
 */
export function remindersOf(
  board: Board,
  until: number,
  rows: Iterable<number> = board.states.keys(),
): readonly Reminder[] {
  const found: Reminder[] = []
  for (const row of rows) {
    const letters = board.states[row] ?? ''
    const months: OpenMonth[] = []
    for (let column = 0; column <= until && column < letters.length; column++)
      if (WANTED.has(stateAt(letters, column)))
        months.push({ column, ...cellOf(board, row, column) })
    if (months.length === 0) continue
    const days = months.reduce((most, m) => (isOpen(m.state) ? Math.max(most, m.days) : most), 0)
    found.push({ row, months, days })
  }
  return found.sort((a, b) => b.days - a.days || b.months.length - a.months.length || a.row - b.row)
}
