import { gradeCounts } from '../../domain/assessment/ranking.ts'
import type { ScoreCard } from '../../domain/assessment/scoreCard.ts'
import type { LocalText, Locale } from '../../domain/text.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { BarFigure } from '../kinds/barFigure.ts'
import { sentence } from '../text/findings.ts'
import { say } from '../text/words.ts'
import { scoreMeaning, scoreTitle, withoutScores } from './scoreMeaning.ts'
import type { ScoreView } from './scoreView.ts'
import { gradeText, percentText } from './scoreWords.ts'

export const SCORE_DISTRIBUTION = 'assessment-distribution'
export const scoreDistributionName: LocalText = {
  zh: '试算等级分布',
  en: 'Brains by provisional grade',
}

/** How many of the assessed brains have each grade, and how many have none. */
export function scoreDistribution(
  context: FigureContext,
  view: ScoreView,
): BarFigure | AbsentFigure {
  const { locale } = context
  const { card, ranking } = view
  const title = scoreTitle(context, view, scoreDistributionName)
  const absent = withoutScores(context, view, SCORE_DISTRIBUTION, title)
  if (absent) return absent
  const counts = gradeCounts(card, ranking)
  const none = ranking.filter(({ grade }) => grade === null).length
  const rows = [
    ...counts.map(({ grade, count }, i) => ({
      id: grade,
      label: bandText(card, i, locale),
      count,
    })),
    ...(none > 0
      ? [
          {
            id: 'none',
            label: say(locale, '未定级（已知权重不足）', 'no grade (too little known)'),
            count: none,
          },
        ]
      : []),
  ]
  const share = (count: number): string => percentText(count / ranking.length)
  return {
    ...scoreMeaning(context, view, {
      ...{ id: SCORE_DISTRIBUTION, title, unit: say(locale, '个', 'brains') },
      scope: say(locale, `${ranking.length} 个`, `${ranking.length} brains`),
      finding: sentence(
        locale,
        rows.map(({ label, count }) => say(locale, `${label} ${count} 个`, `${label}: ${count}`)),
      ),
    }),
    kind: 'bar',
    layout: 'plain',
    series: [{ id: 'count', name: say(locale, '产业大脑', 'Brains'), role: 'fact' }],
    columns: [say(locale, '个数', 'Brains'), say(locale, '占比', 'Share')],
    rows: rows.map(({ id, label, count }) => ({
      ...{ id, label, tone: 'fact' as const, values: [count], warning: null },
      columns: [
        { text: `${count}`, below: false },
        { text: share(count), below: false },
      ],
    })),
    breakAfter: null,
    threshold: null,
  }
}

/** 领先（80 分及以上）, 按期（60—80 分）. */
function bandText({ bands }: ScoreCard, at: number, locale: Locale): string {
  const band = bands[at]
  const above = bands[at - 1]
  if (!band) return ''
  const name = gradeText(band.grade, locale)
  if (!above)
    return say(locale, `${name}（${band.from} 分及以上）`, `${name} (${band.from} and above)`)
  return say(
    locale,
    `${name}（${band.from}—${above.from} 分）`,
    `${name} (${band.from} to ${above.from})`,
  )
}
