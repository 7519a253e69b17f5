import { cellOf, lastDueColumn, type Board, type BoardCell } from './board.ts'
import { monthCounts, type StateCounts } from './boardCounts.ts'
import { isOpen } from './boardState.ts'
import { sourcesBehind, type PublicSeries, type SourcesBehind } from './sourcesBehind.ts'
import { latecomers } from './standing.ts'

/** Brains that a sentence about a month names. */
const NAMED = 5

/** A brain that is behind in a month, and how. */
export interface BehindBrain extends BoardCell {
  readonly brain: string
}

/** Who is behind in a month: those who have not reported, else those who came late. */
export interface Behind {
  readonly total: number
  /** The first few of them, most work days first. */
  readonly worst: readonly BehindBrain[]
}

/** What a screen that shows no single cell needs of a board: as large for 5,000 brains as for 50. */
export interface BoardSummary {
  readonly today: string
  /** Month ids, ascending without gaps. */
  readonly months: readonly string[]
  /** Brains in each state, month by month. */
  readonly counts: readonly StateCounts[]
  /** Position of the month that is spoken of. */
  readonly column: number
  readonly behind: Behind
  readonly freshness: SourcesBehind
}

/** The summary of a board up to a month, by default the last one that is due; names at most `most` sources. */
export function summaryOf(
  board: Board,
  {
    column = lastDueColumn(board),
    publications = [],
    most = Infinity,
  }: {
    readonly column?: number
    readonly publications?: readonly PublicSeries[]
    readonly most?: number
  } = {},
): BoardSummary {
  const { today, months } = board
  const freshness = sourcesBehind(board, board.states.keys(), publications)
  return {
    ...{ today, months, column, counts: monthCounts(board), behind: behindIn(board, column) },
    freshness: { ...freshness, behind: freshness.behind.slice(0, most) },
  }
}

/** Who is behind in a month, among some rows. */
export function behindIn(board: Board, column: number, rows?: Iterable<number>): Behind {
  const behind = latecomers(board, column, rows).map(({ row }) => ({
    ...{ brain: board.brains[row] ?? '', ...cellOf(board, row, column) },
  }))
  const open = behind.filter(({ state }) => isOpen(state))
  const named = open.length > 0 ? open : behind
  return { total: named.length, worst: named.slice(0, NAMED) }
}
