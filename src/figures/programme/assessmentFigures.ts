import { SCORE_CARDS } from '../../domain/assessment/cards.ts'
import { indicatorOf } from '../../domain/catalogue/index.ts'
import { periodOf } from '../../domain/period.ts'
import { textOf, type LocalText } from '../../domain/text.ts'
import type { FigureContext, FigureDefinition } from '../definition.ts'
import type { Figure } from '../figure.ts'
import { latestMonth } from '../latest.ts'
import { absentFigure } from '../meaning.ts'
import { say } from '../text/words.ts'
import {
  SCORE_DISTRIBUTION,
  scoreDistribution,
  scoreDistributionName,
} from './scoreDistribution.ts'
import { indicatorsOf } from './scoreMeaning.ts'
import { SCORE_RANKING, scoreRanking, scoreRankingName } from './scoreRanking.ts'
import { cardIn, scoreView, type ScoreView } from './scoreView.ts'

/** Indicators of the product's own cards; a page loads those of an imported one itself. */
const INDICATORS = SCORE_CARDS.flatMap((card) =>
  indicatorsOf({ card }).flatMap((id) => indicatorOf(id) ?? []),
)

/** A figure over all scores of the last month due, by the card of its year. */
const overScores = (
  id: string,
  name: LocalText,
  draw: (context: FigureContext, view: ScoreView) => Figure,
): FigureDefinition => ({
  ...{ id, name, indicators: INDICATORS },
  build: (context) => {
    const period = latestMonth(context)
    const card = cardIn(context, periodOf(period).year)
    if (card) return draw(context, scoreView(context, card, period))
    const reason = say(context.locale, '该年度没有评分卡', 'There is no score card of the year')
    return absentFigure(context, id, textOf(name, context.locale), reason)
  },
})

/** Who leads and who lags, and how many have each grade. */
export const ASSESSMENT_FIGURES: readonly FigureDefinition[] = [
  overScores(SCORE_RANKING, scoreRankingName, (context, view) => scoreRanking(context, view)),
  overScores(SCORE_DISTRIBUTION, scoreDistributionName, scoreDistribution),
]
