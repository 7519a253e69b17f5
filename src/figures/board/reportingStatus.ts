import { expectedOf } from '../../domain/board/boardCounts.ts'
import { textOf } from '../../domain/text.ts'
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
  readsReporting: true,
  build: (context) => {
    const title = textOf(name, context.locale)
    const { reporting } = context
    if (!reporting || reporting.counts.every((counts) => expectedOf(counts) === 0))
      return absentFigure(
        context,
        ID,
        title,
        reasonOf(context),
        reporting ? nextDue(context) : null,
      )
    return reportingTable(context, { id: ID, title }, reporting)
  },
}

const reasonOf = ({ locale, reporting }: FigureContext): string =>
  reporting
    ? say(locale, '没有应报送月报的产业大脑', 'No brain owes monthly reports')
    : say(locale, '月报台账尚未读到', 'The monthly board has not been read yet')
