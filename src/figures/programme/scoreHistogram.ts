import { scoreCounts } from '../../domain/assessment/ranking.ts'
import type { LocalText } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { BarFigure } from '../kinds/barFigure.ts'
import { say } from '../text/words.ts'
import { scoreMeaning, scoreTitle, withoutScores } from './scoreMeaning.ts'
import type { ScoreView } from './scoreView.ts'

export const SCORE_HISTOGRAM = 'assessment-histogram'
export const scoreHistogramName: LocalText = {
  zh: '试算得分分布',
  en: 'Brains by provisional score',
}

/** Points of one bar. */
const STEP = 5

/** How many of the ranked brains score in each five points: whether they are close together or far apart. */
export function scoreHistogram(context: FigureContext, view: ScoreView): BarFigure | AbsentFigure {
  const { locale } = context
  const title = scoreTitle(context, view, scoreHistogramName)
  const absent = withoutScores(context, view, SCORE_HISTOGRAM, title)
  if (absent) return absent
  const bins = scoreCounts(view.ranking, STEP)
  const ranked = bins.reduce((sum, { count }) => sum + count, 0)
  const most = [...bins].sort((a, b) => b.count - a.count)[0]
  const band = (from: number): string =>
    say(locale, `${from}—${from + STEP} 分`, `${from} to ${from + STEP}`)
  return {
    ...scoreMeaning(context, view, {
      ...{ id: SCORE_HISTOGRAM, title, unit: say(locale, '个', 'brains') },
      scope: say(locale, `${ranked} 个`, `${ranked} brains`),
      finding: most
        ? say(
            locale,
            `参评 ${ranked} 个，${band(most.from)}最多，有 ${most.count} 个。`,
            `Of ${ranked} ranked, most score ${band(most.from)}: ${most.count}.`,
          )
        : say(locale, '没有可排名的得分。', 'No score can be ranked.'),
    }),
    kind: 'bar',
    layout: 'plain',
    series: [{ id: 'count', name: say(locale, '产业大脑', 'Brains'), role: 'fact' }],
    columns: [say(locale, '个数', 'Brains')],
    rows: bins.map(({ from, count }) => ({
      ...{
        id: `${from}`,
        label: band(from),
        tone: 'fact' as const,
        values: [count],
        warning: null,
      },
      columns: [{ text: `${count}`, below: false }],
    })),
    breakAfter: null,
    threshold: null,
  }
}
