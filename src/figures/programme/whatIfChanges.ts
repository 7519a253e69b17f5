import { compareOutcomes, verdictAt } from '../../domain/eligibility/judgeAll.ts'
import { cityName } from '../../domain/region.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { say } from '../text/words.ts'
import { whatIfMark, whatIfMeaning, withoutBrains } from './eligibilityMeaning.ts'
import type { WhatIfView } from './eligibilityView.ts'
import { verdictName } from './eligibilityWords.ts'
import { brainName } from './programmeDeadlines.ts'

const ID = 'what-if-changes'

/** Who enters, who leaves and whose verdict changes when the rules are moved as tried out. */
export function whatIfChanges(
  context: FigureContext,
  view: WhatIfView,
): TableFigure | AbsentFigure {
  const { locale, cube } = context
  const title = say(
    locale,
    `判定变化名单（${whatIfMark(locale)}）`,
    `Whose verdict changes (${whatIfMark(locale)})`,
  )
  const absent = withoutBrains(context, view, ID, title)
  if (absent) return absent
  const { entering, leaving, shifting } = compareOutcomes(view.outcomes, view.tried)
  const moved = [
    ...entering.map((b) => ({ b, word: say(locale, '进入', 'enters') })),
    ...leaving.map((b) => ({ b, word: say(locale, '退出', 'leaves') })),
    ...shifting.map((b) => ({ b, word: say(locale, '改判', 'other verdict') })),
  ]
  const idOf = (b: number): string => view.frame.brains[b] ?? ''
  return {
    ...whatIfMeaning(context, view, {
      ...{ id: ID, title },
      finding: say(
        locale,
        `测算：进入 ${entering.length} 个，退出 ${leaving.length} 个，改判 ${shifting.length} 个。`,
        `What-if: ${entering.length} enter, ${leaving.length} leave, ${shifting.length} get another verdict.`,
      ),
    }),
    kind: 'table',
    columns: [
      { id: 'brain', title: say(locale, '产业大脑', 'Brain'), align: 'start' },
      { id: 'city', title: say(locale, '所在市', 'City'), align: 'start' },
      { id: 'move', title: say(locale, '变化', 'Change'), align: 'start' },
      { id: 'before', title: say(locale, '现行', 'Now'), align: 'start' },
      { id: 'after', title: say(locale, '测算', 'What-if'), align: 'start' },
    ],
    rows: moved.map(({ b, word }) => [
      brainName(context, idOf(b)),
      cityName(cube.byId.get(idOf(b))?.city ?? '', locale, { short: true }),
      word,
      verdictName(verdictAt(view.outcomes.whole, b), locale),
      verdictName(verdictAt(view.tried.whole, b), locale),
    ]),
    ids: moved.map(({ b }) => idOf(b)),
  }
}
