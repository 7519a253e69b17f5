import { VERDICTS } from '../../domain/eligibility/judge.ts'
import { compareOutcomes } from '../../domain/eligibility/judgeAll.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { BarFigure, BarRow } from '../kinds/barFigure.ts'
import { say } from '../text/words.ts'
import { countsOf, passing, passingText } from './eligibilityBatch.ts'
import { whatIfMark, whatIfMeaning, withoutBrains } from './eligibilityMeaning.ts'
import type { WhatIfView } from './eligibilityView.ts'
import { verdictName } from './eligibilityWords.ts'

const ID = 'what-if-counts'

/** How many brains come out how, as published and as tried out. */
export function whatIfCounts(context: FigureContext, view: WhatIfView): BarFigure | AbsentFigure {
  const { locale } = context
  const title = say(locale, `判定结果（${whatIfMark(locale)}）`, `Verdicts (${whatIfMark(locale)})`)
  const absent = withoutBrains(context, view, ID, title)
  if (absent) return absent
  const [now, then] = [countsOf(view.outcomes), countsOf(view.tried)]
  return {
    ...whatIfMeaning(context, view, {
      ...{ id: ID, title, unit: say(locale, '个', 'brains') },
      finding: findingOf(context, view),
    }),
    kind: 'bar',
    layout: 'plain',
    series: [{ id: 'tried', name: say(locale, '测算', 'What-if'), role: 'fact' }],
    columns: [
      say(locale, '现行', 'Now'),
      say(locale, '测算', 'What-if'),
      say(locale, '差', 'Change'),
    ],
    rows: [
      {
        ...rowOf('eligible', say(locale, '可申报（合计）', 'may apply (sum)')),
        ...{ ...numbersOf(passing(now), passing(then)), sum: true },
      },
      ...VERDICTS.map((verdict) => ({
        ...rowOf(verdict, verdictName(verdict, locale)),
        ...numbersOf(now[verdict], then[verdict]),
      })),
    ],
    ...{ headed: true, breakAfter: null, threshold: null },
  }
}

const rowOf = (id: string, label: string) =>
  ({ ...{ id, label }, tone: 'fact', warning: null }) as const

const numbersOf = (was: number, is: number): Pick<BarRow, 'values' | 'columns'> => ({
  values: [is],
  columns: [String(was), String(is), difference(is - was)].map((text) => ({ text, below: false })),
})

/** +3, −3 or 0: how much more it is than before. */
export const difference = (change: number): string =>
  change === 0 ? '0' : `${change > 0 ? '+' : '−'}${Math.abs(change)}`

/** 测算：可申报 46 → 46 个（其中原则上 24 个）；判定变化 24 个：进入 0、退出 0、改判 24。 */
function findingOf({ locale }: FigureContext, { outcomes, tried }: WhatIfView): string {
  const was = passing(countsOf(outcomes))
  const { entering, leaving, shifting } = compareOutcomes(outcomes, tried)
  const all = entering.length + leaving.length + shifting.length
  const now = passingText(locale, countsOf(tried))
  const [zh, en] =
    all === 0
      ? ['判定不变', 'no verdict changes']
      : [
          `${all} 个判定有变：进入 ${entering.length}、退出 ${leaving.length}、改判 ${shifting.length}`,
          `${all} verdicts change: ${entering.length} enter, ${leaving.length} leave, ${shifting.length} get another verdict`,
        ]
  return say(locale, `测算：${now}，现行 ${was} 个；${zh}。`, `What-if: ${now}, now ${was}; ${en}.`)
}
