import { compareOutcomes, verdictAt } from '../../domain/eligibility/judgeAll.ts'
import { cityName } from '../../domain/region.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { TableFigure } from '../kinds/tableFigure.ts'
import { say } from '../text/words.ts'
import { countsOf, passing } from './eligibilityBatch.ts'
import { whatIfMark, whatIfMeaning, withoutBrains } from './eligibilityMeaning.ts'
import type { WhatIfView } from './eligibilityView.ts'
import { verdictName } from './eligibilityWords.ts'
import { brainName } from './programmeDeadlines.ts'
import { scenarioNote } from './scenarioWords.ts'

const ID = 'what-if-comparison'

/** Two scenarios over one frame: the brains that may apply in one of them alone, those of the second first, then other verdicts. */
export function whatIfComparison(
  context: FigureContext,
  first: WhatIfView,
  second: WhatIfView,
): TableFigure | AbsentFigure {
  const { locale, cube } = context
  const mark = whatIfMark(locale)
  const title = say(locale, `方案甲与方案乙（${mark}）`, `Scenarios A and B (${mark})`)
  const absent = withoutBrains(context, first, ID, title)
  if (absent) return absent
  const { entering, leaving, shifting } = compareOutcomes(first.tried, second.tried)
  const apart = [...entering, ...leaving, ...shifting]
  const idOf = (b: number): string => first.frame.brains[b] ?? ''
  const finding = findingOf(context, first, second, [entering, leaving, shifting])
  return {
    ...whatIfMeaning(context, first, { id: ID, title, finding }, notesOf(context, first, second)),
    kind: 'table',
    columns: [
      { id: 'brain', title: say(locale, '产业大脑', 'Brain'), align: 'start' },
      { id: 'city', title: say(locale, '所在市', 'City'), align: 'start' },
      { id: 'published', title: say(locale, '现行', 'Now'), align: 'start' },
      { id: 'first', title: say(locale, '方案甲', 'Scenario A'), align: 'start' },
      { id: 'second', title: say(locale, '方案乙', 'Scenario B'), align: 'start' },
    ],
    rows: apart.map((b) => [
      brainName(context, idOf(b)),
      cityName(cube.byId.get(idOf(b))?.city ?? '', locale, { short: true }),
      ...[first.outcomes, first.tried, second.tried].map(({ whole }) =>
        verdictName(verdictAt(whole, b), locale),
      ),
    ]),
    ids: apart.map(idOf),
  }
}

function findingOf(
  { locale }: FigureContext,
  first: WhatIfView,
  second: WhatIfView,
  [more, fewer, others]: readonly [readonly number[], readonly number[], readonly number[]],
): string {
  const [a, b] = [first, second].map(({ tried }) => passing(countsOf(tried)))
  return say(
    locale,
    `测算：方案甲可申报 ${a} 个，方案乙 ${b} 个；只在乙可申报 ${more.length} 个，只在甲可申报 ${fewer.length} 个，另有 ${others.length} 个判定不同。`,
    `What-if: ${a} may apply in A, ${b} in B; ${more.length} in B alone, ${fewer.length} in A alone, ${others.length} more differ in their verdict.`,
  )
}

/** What each of the two moves. */
const notesOf = (
  { locale }: FigureContext,
  first: WhatIfView,
  second: WhatIfView,
): readonly string[] => [
  scenarioNote(first.set, first.scenario, locale, say(locale, '方案甲', 'Scenario A')),
  scenarioNote(second.set, second.scenario, locale, say(locale, '方案乙', 'Scenario B')),
]
