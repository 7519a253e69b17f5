import type { RankedScore } from '../../domain/assessment/ranking.ts'
import type { LocalText } from '../../domain/text.ts'
import { bestAndLast } from '../bestAndLast.ts'
import type { FigureContext } from '../definition.ts'
import type { AbsentFigure } from '../kinds/absentFigure.ts'
import type { BarFigure, BarRow } from '../kinds/barFigure.ts'
import { led, sentence } from '../text/findings.ts'
import { say } from '../text/words.ts'
import { brainName } from './programmeDeadlines.ts'
import { scoreMeaning, scoreTitle, withoutScores } from './scoreMeaning.ts'
import type { ScoreView } from './scoreView.ts'
import { gradeText, percentText, scoreText } from './scoreWords.ts'

export const SCORE_RANKING = 'assessment-ranking'
export const scoreRankingName: LocalText = {
  zh: '年度考核试算得分排名',
  en: 'Ranking by provisional score',
}

/** The assessed brains, best first, with score and grade; those of which too little is known stand in a note. */
export function scoreRanking(
  context: FigureContext,
  view: ScoreView,
  focus: string | null = null,
): BarFigure | AbsentFigure {
  const { locale } = context
  const title = scoreTitle(context, view, scoreRankingName)
  const absent = withoutScores(context, view, SCORE_RANKING, title)
  if (absent) return absent
  const ranked = view.ranking.filter(({ rank }) => rank !== null)
  const { rows, breakAfter } = bestAndLast(ranked, ({ brain }) => brain === focus)
  return {
    ...scoreMeaning(context, view, {
      ...{ id: SCORE_RANKING, title, finding: finding(context, ranked) },
      scope: say(
        locale,
        `${ranked.length}/${view.ranking.length} 个参评`,
        `${ranked.length} of ${view.ranking.length} brains`,
      ),
      notes: leftOut(context, view.ranking),
    }),
    kind: 'bar',
    layout: 'plain',
    series: [{ id: 'score', name: say(locale, '得分', 'Score'), role: 'fact' }],
    columns: [say(locale, '得分', 'Score'), say(locale, '等级', 'Grade')],
    rows: rows.map((row) => barRow(context, row)),
    breakAfter,
    focus,
    threshold: null,
  }
}

function barRow(
  context: FigureContext,
  { brain, rank, score, grade, coverage }: RankedScore,
): BarRow {
  const { locale } = context
  return {
    id: brain,
    label: `${rank ?? '—'} ${brainName(context, brain)}`,
    tone: 'fact',
    values: [score],
    columns: [
      { text: scoreText(score), below: false },
      { text: gradeText(grade, locale), below: grade === 'warn' },
    ],
    warning: null,
    card: [
      { label: say(locale, '得分', 'Score'), text: scoreText(score) },
      { label: say(locale, '等级', 'Grade'), text: gradeText(grade, locale) },
      { label: say(locale, '已知权重', 'Known weights'), text: percentText(coverage) },
    ],
  }
}

/** Who is not ranked, and why. */
function leftOut(context: FigureContext, ranking: readonly RankedScore[]): readonly string[] {
  const rest = ranking.filter(({ rank }) => rank === null)
  if (rest.length === 0) return []
  const names = rest.slice(0, NAMED).map(({ brain }) => brainName(context, brain))
  const more = rest.length > NAMED
  return [
    say(
      context.locale,
      `${rest.length} 个因已知权重不足未参加排名：${names.join('、')}${more ? ' 等' : ''}`,
      `${rest.length} not ranked for too little is known: ${names.join(', ')}${more ? ' …' : ''}`,
    ),
  ]
}

const NAMED = 5

function finding(context: FigureContext, ranked: readonly RankedScore[]): string {
  const { locale } = context
  const [best] = ranked
  const last = ranked.at(-1)
  const lead = say(locale, '年度考核得分', 'Score')
  if (!best || !last)
    return led(
      locale,
      lead,
      say(locale, '没有已知权重足够的产业大脑。', 'too little is known of every brain.'),
    )
  const middle = medianOf(ranked.map(({ score }) => score ?? 0))
  const top = `${brainName(context, best.brain)} ${scoreText(best.score)}`
  return led(
    locale,
    lead,
    sentence(locale, [
      say(locale, `${top} 居首`, `${top} leads`),
      say(locale, `中位数 ${scoreText(middle)}`, `median ${scoreText(middle)}`),
      say(
        locale,
        `最低 ${scoreText(last.score)}（共 ${ranked.length} 个）`,
        `lowest ${scoreText(last.score)} of ${ranked.length}`,
      ),
    ]),
  )
}

/** Of values in descending order. */
const medianOf = (values: readonly number[]): number => {
  const half = values.length >> 1
  const upper = values[half] ?? NaN
  return values.length % 2 === 1 ? upper : ((values[half - 1] ?? NaN) + upper) / 2
}
