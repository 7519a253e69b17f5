import type { Board } from '../../domain/board/board.ts'
import type { FigureContext } from '../definition.ts'
import { creditText } from '../text/creditText.ts'
import { say } from '../text/words.ts'

/** A context that has the whole board: the page of the board. */
export interface BoardContext extends FigureContext {
  readonly board: Board
}

/** Name of a brain; its id where the registry does not know it. */
export const nameOfBrain = ({ cube }: FigureContext, id: string): string =>
  cube.byId.get(id)?.name ?? id

/** Name and place: 示例·轴承（济南市）. */
export function brainWords(context: FigureContext, id: string): string {
  const place = context.cube.byId.get(id)?.place
  const name = nameOfBrain(context, id)
  return place ? say(context.locale, `${name}（${place}）`, `${name} (${place})`) : name
}

export const nameOfRow = (context: BoardContext, row: number): string =>
  nameOfBrain(context, context.board.brains[row] ?? '')

export const brainOfRow = (context: BoardContext, row: number): string =>
  brainWords(context, context.board.brains[row] ?? '')

/** The lead unit 揭榜单位; where none is registered so, with the organiser to turn to. */
export function unitOfRow({ cube, board, locale }: BoardContext, row: number): string {
  const brain = cube.byId.get(board.brains[row] ?? '')
  if (brain?.leadUnit) return brain.leadUnit
  const organiser = brain?.organiser
  if (!organiser) return say(locale, '未登记', 'not registered')
  return say(locale, `未登记，组织单位${organiser}`, `not registered, organiser ${organiser}`)
}

/** What reports are credited to. */
export const boardSource = ({ credit, locale }: FigureContext): string =>
  creditText(credit, locale) ?? say(locale, '各产业大脑报送', 'Reported by the brains')
