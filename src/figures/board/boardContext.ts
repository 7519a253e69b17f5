import type { Board } from '../../domain/board/board.ts'
import type { FigureContext } from '../definition.ts'
import { say } from '../text/words.ts'

/** A context that has the board. */
export interface BoardContext extends FigureContext {
  readonly board: Board
}

/** Name of a row's brain; its id where the registry does not know it. */
export function nameOfRow({ cube, board }: BoardContext, row: number): string {
  const id = board.brains[row] ?? ''
  return cube.byId.get(id)?.name ?? id
}

/** Name and place: 示例·轴承（济南市）. */
export function brainOfRow(context: BoardContext, row: number): string {
  const place = context.cube.byId.get(context.board.brains[row] ?? '')?.place
  const name = nameOfRow(context, row)
  return place ? say(context.locale, `${name}（${place}）`, `${name} (${place})`) : name
}

/** Who leads the brain: the lead unit, else the organiser; the word for neither. */
export function unitOfRow({ cube, board, locale }: BoardContext, row: number): string {
  const brain = cube.byId.get(board.brains[row] ?? '')
  return brain?.leadUnit ?? brain?.organiser ?? say(locale, '未登记', 'not registered')
}

/** What reports are credited to. */
export const boardSource = ({ credit, locale }: BoardContext): string =>
  credit ?? say(locale, '各产业大脑报送', 'Reported by the brains')
