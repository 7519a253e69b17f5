import { cardOf, overlaidScoreCards } from '../../domain/assessment/cards.ts'
import { rankingOf, type RankedScore } from '../../domain/assessment/ranking.ts'
import { reweighted } from '../../domain/assessment/reweighted.ts'
import { scoreBrain, type ScoreResult } from '../../domain/assessment/score.ts'
import type { ScoreCard } from '../../domain/assessment/scoreCard.ts'
import { scoreAll, scoreFrame, type ScoreFrame } from '../../domain/assessment/scoreFrame.ts'
import { currentRecords, judgedOf, type JudgedPoints } from '../../domain/assessment/scoreRecord.ts'
import type { Cube } from '../../domain/cube.ts'
import { ordinal, periodOf, periodRange } from '../../domain/period.ts'
import type { FigureContext } from '../definition.ts'
import { ownProgramme } from '../programme.ts'
import { takenBackIn } from './takenBackIn.ts'

/** The points that people gave, by brain. */
export type Judged = ReadonlyMap<string, readonly JudgedPoints[]>

/** The scores of all brains that are assessed in a month: made once, read by every figure of the page. */
export interface ScoreView {
  readonly card: ScoreCard
  readonly period: string
  readonly judged: Judged
  readonly frame: ScoreFrame
  /** Best first. */
  readonly ranking: readonly RankedScore[]
  /** Weights that somebody tries out: 测算, never a fact. */
  readonly isWhatIf: boolean
}

/** Scores the brains that should report in a month by a card. */
export function scoreView(
  context: FigureContext,
  card: ScoreCard,
  period: string,
  judged: Judged = judgedIn(context, periodOf(period).year),
): ScoreView {
  const frame = scoreFrame(context.cube, card, assessedIn(context, period), period, judged)
  const ranking = rankingOf(card, frame, scoreAll(frame))
  return { card, period, judged, frame, ranking, isWhatIf: false }
}

/** The view by other shares of the items, in the order of leavesOf; nothing is read again. */
export function withWeights(view: ScoreView, weights: ArrayLike<number>): ScoreView {
  const card = reweighted(view.card, weights)
  const frame = { ...view.frame, weights: Float64Array.from(weights) }
  return { ...view, card, frame, ranking: rankingOf(card, frame, scoreAll(frame)), isWhatIf: true }
}

/** The score of one brain in a view, item by item. */
export const scoreIn = (
  { cube }: FigureContext,
  { card, period, judged }: ScoreView,
  brain: string,
): ScoreResult => scoreBrain(cube, card, brain, period, judged.get(brain))

/** The last month of the year, before the one of the view, in which a brain has a score; null where there is none. */
export function lastScored(cube: Cube, { card, period }: ScoreView, brain: string): string | null {
  const months = periodRange(`${periodOf(period).year}-01`, period).slice(0, -1)
  return months.findLast((month) => scoreBrain(cube, card, brain, month).score !== null) ?? null
}

/** The card of a year, imported ones among them; null where none had begun. */
export const cardIn = ({ programme }: FigureContext, year: number): ScoreCard | null =>
  cardOf(overlaidScoreCards(programme?.scoreCards ?? []), year)

/** Own brains from 试点 to 取消资格: those that should report in the month. */
function assessedIn(context: FigureContext, period: string): readonly string[] {
  const now = ordinal(periodOf(period))
  return ownProgramme(context).brains.flatMap(({ id }) => {
    const expected = context.cube.expected.get(id)
    return expected && now >= expected.from && now <= expected.until ? [id] : []
  })
}

/** Judged points of the stored scores that count for a year. */
function judgedIn(context: FigureContext, year: number): Judged {
  const counted = currentRecords(context.programme?.scores ?? [], year, takenBackIn(context))
  return new Map(Array.from(counted, ([brain, record]) => [brain, judgedOf(record)]))
}
