import { VERDICTS } from '../../domain/eligibility/judge.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { BarFigure } from '../kinds/barFigure.ts'
import { formatChange } from '../text/number.ts'
import { say } from '../text/words.ts'
import { countsOf, passing } from './eligibilityBatch.ts'
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
  const [was, is] = [passing(now), passing(then)]
  return {
    ...whatIfMeaning(context, view, {
      ...{ id: ID, title, unit: say(locale, '个', 'brains') },
      finding: say(
        locale,
        `测算：通过 ${was} → ${is} 个${is === was ? '，不变' : `（${formatChange(is - was, locale, 0)}）`}。`,
        `What-if: ${was} → ${is} pass${is === was ? ', no change' : ` (${formatChange(is - was, locale, 0)})`}.`,
      ),
    }),
    kind: 'bar',
    layout: 'plain',
    series: [{ id: 'tried', name: say(locale, '测算', 'What-if'), role: 'fact' }],
    columns: [say(locale, '原条件', 'As published'), say(locale, '测算', 'What-if')],
    rows: VERDICTS.map((verdict) => ({
      ...{ id: verdict, label: verdictName(verdict, locale), tone: 'fact', warning: null },
      values: [then[verdict]],
      columns: [
        { text: String(now[verdict]), below: false },
        { text: String(then[verdict]), below: false },
      ],
    })),
    ...{ breakAfter: null, threshold: null },
  }
}
