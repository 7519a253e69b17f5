import type { FigureContext } from '../definition.ts'
import { absentFigure, meaning } from '../meaning.ts'
import { say } from '../text/words.ts'
import { assessmentsOf } from './assessments.ts'
import type { BrainKpi } from './brainKpi.ts'

const ID = 'brain-assessment'

/** The latest yearly assessment: a word, not a score; official scores are not public. */
export function assessmentKpi(context: FigureContext, brain: string): BrainKpi {
  const { locale, space } = context
  const title = say(locale, '年度考核', 'Assessment')
  const [last, before] = assessmentsOf(context, brain).filter(({ counts }) => counts)
  if (!last) {
    const reason =
      space === 'main' ? say(locale, '未公开', 'not public') : say(locale, '未评', 'not assessed')
    return { figure: absentFigure(context, ID, title, reason), strip: null, cell: null }
  }
  const name = context.cube.byId.get(brain)?.name ?? ''
  const comparison = before
    ? { text: say(locale, `上次 ${before.name}`, `before: ${before.name}`), below: false }
    : null
  return {
    figure: {
      ...meaning(context, {
        id: ID,
        title,
        scope: name,
        period: say(locale, `${last.year} 年度`, `${last.year}`),
        asOf: last.date,
        definition: say(
          locale,
          '年度考核评估等级；等级名称为本系统所定，官方等级未公开',
          'Grade of the yearly assessment; grade names are ours, the official ones are not public',
        ),
        finding: say(
          locale,
          `${name} ${last.year} 年度考核：${last.name}。`,
          `${name}: assessment of ${last.year}: ${last.name}.`,
        ),
      }),
      kind: 'kpi',
      value: { value: null, unit: '', text: last.name },
      meta: say(locale, `${last.year} 年度`, `${last.year}`),
      comparison,
      spark: null,
      share: null,
    },
    strip: null,
    cell: null,
  }
}
