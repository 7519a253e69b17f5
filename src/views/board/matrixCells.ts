import { cellOf } from '../../domain/board/board.ts'
import { expectedOf, reportedOf, type StateCounts } from '../../domain/board/boardCounts.ts'
import type { BoardState } from '../../domain/board/boardState.ts'
import { standingOf } from '../../domain/board/standing.ts'
import { formatPeriod, periodOf } from '../../domain/period.ts'
import { nameOfRow, type BoardContext } from '../../figures/board/boardContext.ts'
import { cellWords } from '../../figures/board/boardWords.ts'
import { say } from '../../figures/text/words.ts'

/** One cell as it is drawn. */
export interface DrawnCell {
  readonly state: BoardState
  /** For those who hear the page. */
  readonly words: string
  /** Days over, or indicators missing; empty for none. */
  readonly number: string
}

/** One brain as it is drawn. */
export interface DrawnRow {
  readonly row: number
  readonly id: string
  readonly name: string
  readonly place: string
  readonly onTime: string
  readonly streak: string
  readonly cells: readonly DrawnCell[]
}

/** A month's head: its name in two short lines, and how much of it came in. */
export interface DrawnMonth {
  readonly id: string
  readonly name: string
  readonly year: string
  readonly month: string
  /** The same where room is short. */
  readonly number: string
  readonly reported: number
  readonly expected: number
  /** Parts of 100: on time, otherwise reported, under way, not reported. */
  readonly parts: readonly { readonly kind: string; readonly width: number }[]
}

export function drawnRow(context: BoardContext, row: number): DrawnRow {
  const { board, cube, locale } = context
  const id = board.brains[row] ?? ''
  const { owed, onTime, streak } = standingOf(board, row)
  return {
    ...{ row, id, name: nameOfRow(context, row), place: cube.byId.get(id)?.place ?? '' },
    onTime: owed === 0 ? '—' : `${Math.round((100 * onTime) / owed)}%`,
    streak: owed === 0 ? '—' : `${streak}`,
    cells: board.months.map((_, column) => {
      const cell = cellOf(board, row, column)
      const number = cell.state === 'partial' ? cell.missing : cell.days
      return {
        state: cell.state,
        words: cellWords(cell, locale),
        number: number > 0 ? `${number}` : '',
      }
    }),
  }
}

export function drawnMonth(
  { locale }: BoardContext,
  id: string,
  column: number,
  counts: StateCounts | undefined,
): DrawnMonth {
  const { year, index } = periodOf(id)
  const expected = counts ? expectedOf(counts) : 0
  const width = (count: number): number => (expected === 0 ? 0 : (100 * count) / expected)
  return {
    ...{ id, expected, name: formatPeriod(id, locale) },
    year: column === 0 || index === 1 ? `${year}` : '',
    month: say(locale, `${index}月`, `${index}`),
    number: `${index}`,
    reported: counts ? reportedOf(counts) : 0,
    parts: counts
      ? [
          { kind: 'onTime', width: width(counts.onTime) },
          { kind: 'late', width: width(counts.late + counts.partial) },
          { kind: 'inReview', width: width(counts.inReview + counts.returned) },
          { kind: 'overdue', width: width(counts.overdue) },
        ]
      : [],
  }
}
