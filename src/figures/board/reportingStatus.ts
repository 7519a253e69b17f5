import { expectedOf, monthCounts } from '../../domain/board/boardCounts.ts'
import { lastDueColumn } from '../../domain/board/board.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import { absentFigure } from '../meaning.ts'
import { nextDue } from '../text/sentences.ts'
import { say } from '../text/words.ts'
import { reportingTable } from './reportingTable.ts'

const ID = 'reporting-status'
const name = { zh: '月报报送情况', en: 'Monthly reports' }

/** How the reports of each month came in: on time, late, incomplete, under way, not at all. */
export const reportingStatus: FigureDefinition = {
  id: ID,
  name,
  indicators: [],
  build: (context) => {
    const title = say(context.locale, name.zh, name.en)
    const { board } = context
    if (!board || monthCounts(board).every((counts) => expectedOf(counts) === 0))
      return absentFigure(context, ID, title, reasonOf(context), board ? nextDue(context) : null)
    return reportingTable({ ...context, board }, { id: ID, title }, lastDueColumn(board))
  },
}

const reasonOf = ({ locale, board }: FigureContext): string =>
  board
    ? say(locale, '没有应报送月报的产业大脑', 'No brain owes monthly reports')
    : say(locale, '此页未读取月报台账', 'This page does not read the monthly board')
