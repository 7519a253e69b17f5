import type { Brain } from '../../domain/brain.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { Symbol } from '../kinds/symbol.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { absentFigure, meaning } from '../meaning.ts'
import { say } from '../text/words.ts'
import { assessmentsOf } from './assessments.ts'
import type { BrainFigure } from './brainFigure.ts'

const ID = 'brain-assessments'
const name = { zh: '年度考核评估', en: 'Yearly assessments' }

/** The assessments of a brain, and the symbol of each row. */
export interface AssessmentPanel {
  readonly figure: TableFigure | AbsentFigure
  readonly symbols: readonly Symbol[]
}

export const brainAssessments: BrainFigure = {
  id: ID,
  name,
  build: (context, brain) => assessmentPanel(context, brain).figure,
}

/** Grades by year, newest first, and how many of the year had the same one. */
export function assessmentPanel(context: FigureContext, brain: Brain): AssessmentPanel {
  const { locale, space } = context
  const title = say(locale, name.zh, name.en)
  const rows = assessmentsOf(context, brain.id)
  const counted = rows.filter(({ counts }) => counts)
  const [last] = counted
  if (!last) {
    const reason =
      space === 'main'
        ? say(locale, '考核评估结果未公开', 'Results of assessments are not public')
        : say(locale, '尚未参加年度考核评估', 'Not assessed yet')
    return { figure: absentFigure(context, ID, title, reason), symbols: [] }
  }
  const figure: TableFigure = {
    ...meaning(context, {
      ...{ id: ID, title, scope: brain.name, asOf: last.date },
      definition: say(
        locale,
        '年度考核评估等级；等级名称为本系统所定，官方等级未公开；同级/参评为当年同一等级与全部参评的产业大脑数',
        'Grade of the yearly assessment; grade names are ours, the official ones are not public; same grade/assessed counts the brains of the year',
      ),
      finding: say(
        locale,
        `${brain.name}共 ${counted.length} 次年度考核评估，最近一次（${last.year} 年度）：${last.name}。`,
        `${brain.name}: ${counted.length} yearly ${counted.length === 1 ? 'assessment' : 'assessments'}, the latest (${last.year}): ${last.name}.`,
      ),
    }),
    kind: 'table',
    columns: [
      { id: 'year', title: say(locale, '年度', 'Year'), align: 'start' },
      { id: 'grade', title: say(locale, '等级', 'Grade'), align: 'start' },
      { id: 'date', title: say(locale, '日期', 'Date'), align: 'start' },
      { id: 'same', title: say(locale, '同级/参评', 'Same grade/assessed'), align: 'end' },
    ],
    rows: rows.map(({ year, name: grade, date, same }) => [`${year}`, grade, date, same]),
  }
  return { figure, symbols: rows.map(({ symbol }) => symbol) }
}
