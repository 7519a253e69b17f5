import type { Grade } from '../event.ts'
import { gradeOf } from './score.ts'
import type { ScoreCard } from './scoreCard.ts'
import type { FrameScores, ScoreFrame } from './scoreFrame.ts'

/** A brain in the ranking of a year. */
export interface RankedScore {
  readonly brain: string
  /** 1 is best, ties share a rank; null where too little is known to be ranked. */
  readonly rank: number | null
  /** Null where no item is known. */
  readonly score: number | null
  readonly coverage: number
  readonly grade: Grade | null
}

/** All brains of a frame, best first; those without a grade come last, unranked, the best known before. */
export function rankingOf(
  card: ScoreCard,
  { brains }: Pick<ScoreFrame, 'brains'>,
  { scores, coverage }: FrameScores,
): readonly RankedScore[] {
  const rows = brains.map((brain, b) => {
    const score = scores[b] ?? NaN
    const known = Number.isNaN(score) ? null : score
    const covered = coverage[b] ?? 0
    return { brain, score: known, coverage: covered, grade: gradeOf(card, known, covered) }
  })
  const ranked = rows.filter(({ grade }) => grade !== null).sort(byScore)
  const rest = rows.filter(({ grade }) => grade === null)
  let rank = 0
  return [
    ...ranked.map((row, i) => {
      if (placeOf(row) !== placeOf(ranked[i - 1])) rank = i + 1
      return { ...row, rank }
    }),
    ...rest.sort((a, b) => b.coverage - a.coverage).map((row) => ({ ...row, rank: null })),
  ]
}

type Scored = Omit<RankedScore, 'rank'>

/** Scores that differ in the sixth decimal are one: sums in another order differ by as much. */
const placeOf = (row: Scored | undefined): number | null =>
  row?.score == null ? null : Math.round(row.score * 1e6)

const byScore = (a: Scored, b: Scored): number =>
  (placeOf(b) ?? 0) - (placeOf(a) ?? 0) || (a.brain < b.brain ? -1 : 1)

/** How many of a ranking have each grade of the card, best first. */
export const gradeCounts = (
  { bands }: Pick<ScoreCard, 'bands'>,
  ranking: readonly RankedScore[],
): readonly { readonly grade: Grade; readonly count: number }[] =>
  bands.map(({ grade }) => ({
    grade,
    count: ranking.filter((row) => row.grade === grade).length,
  }))

/** Ranked scores counted by steps of `step` points, highest first, without empty steps at either end. */
export function scoreCounts(
  ranking: readonly RankedScore[],
  step: number,
): readonly { readonly from: number; readonly count: number }[] {
  const floors = ranking.flatMap(({ rank, score }) =>
    rank === null || score === null ? [] : [Math.min(Math.floor(score / step), 100 / step - 1)],
  )
  if (floors.length === 0) return []
  const [low, high] = [Math.min(...floors), Math.max(...floors)]
  return Array.from({ length: high - low + 1 }, (_, i) => ({
    from: (high - i) * step,
    count: floors.filter((floor) => floor === high - i).length,
  }))
}
