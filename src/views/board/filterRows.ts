import type { Board } from '../../domain/board/board.ts'
import { positionOf } from '../../domain/board/board.ts'
import { STATE_LETTERS, stateAt, type BoardState } from '../../domain/board/boardState.ts'
import { standingOf } from '../../domain/board/standing.ts'
import type { BoardContext } from '../../figures/board/boardContext.ts'
import type { BoardChoice } from './useBoardLink.ts'

/** What needs somebody first. */
const URGENCY: Readonly<Record<BoardState, number>> = {
  ...{ overdue: 0, returned: 1, inReview: 2, partial: 3, late: 4, pending: 5 },
  ...{ onTime: 6, notExpected: 7 },
}

/** A brain that owes none of the months. */
const NEVER = new RegExp(`^${STATE_LETTERS.notExpected}*$`)

/** Brains that owe any of the months. */
export const owesAny = ({ states }: Board): number =>
  states.reduce((sum, letters) => sum + (NEVER.test(letters) ? 0 : 1), 0)

/**
 * Rows of the board that a reader chose, in the order of the choice; `column` is the chosen month. Brains that
 * owe none of the months are left out until they are asked for.
 */
export function filterRows(
  { board, cube, locale }: BoardContext,
  column: number,
  { city, domain, state, text, order }: BoardChoice,
): readonly number[] {
  const wanted = text.trim().toLowerCase()
  const rows = board.brains.flatMap((id, row) => {
    const brain = cube.byId.get(id)
    if (city !== '' && brain?.city !== city) return []
    if (domain !== '' && brain?.domain !== domain) return []
    if (state !== 'notExpected' && NEVER.test(board.states[row] ?? '')) return []
    if (state !== '' && stateAt(board.states[row] ?? '', column) !== state) return []
    if (wanted === '') return [row]
    const words = [brain?.name ?? id, id, brain?.leadUnit, brain?.organiser, brain?.place]
    return words.some((word) => word?.toLowerCase().includes(wanted)) ? [row] : []
  })
  const names = new Intl.Collator(locale)
  const nameOf = (row: number): string => cube.byId.get(board.brains[row] ?? '')?.name ?? ''
  if (order === 'name') return rows.sort((a, b) => names.compare(nameOf(a), nameOf(b)))
  const keys = keysOf(board, rows, column, order)
  return rows.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0) || a - b)
}

/** Most urgent and longest over first; or the least punctual first, those who owe nothing last. */
const keysOf = (
  board: Board,
  rows: readonly number[],
  column: number,
  order: BoardChoice['order'],
): ReadonlyMap<number, number> =>
  new Map(
    rows.map((row) => {
      if (order === 'onTime') {
        const { owed, onTime } = standingOf(board, row)
        return [row, owed === 0 ? 2 : onTime / owed]
      }
      const urgency = URGENCY[stateAt(board.states[row] ?? '', column)]
      const days = board.days.get(positionOf(board, row, column)) ?? 0
      return [row, urgency * 10_000 - days]
    }),
  )
