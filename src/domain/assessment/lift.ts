import { bandOf } from './points.ts'
import type { ScoreCard, ScoredItem } from './scoreCard.ts'
import type { ScoreResult } from './score.ts'

/** What one item could add to a score. */
export interface Lift {
  readonly item: ScoredItem
  readonly value: number
  /** What is missing to full points, in the unit of the item's measure; negative where less is better. */
  readonly gap: number
  /** Points of the score that full points would add. */
  readonly gain: number
  /** Points of the score by a hundredth of the way from `zero` to `full`. */
  readonly perStep: number
  /** The change of this item alone that reaches the next grade; null where it cannot, or none is higher. */
  readonly toNextGrade: number | null
}

/**
 * What would lift a score most, largest gain first: every scored item below full points, all else unchanged. Items
 * that nobody reported are left out: what they would bring is not known.
 */
export function liftsOf(card: ScoreCard, result: ScoreResult): readonly Lift[] {
  const { items, score, coverage, grade } = result
  if (score === null || coverage <= 0) return []
  const whole = items.reduce((sum, { weight }) => sum + weight, 0)
  const short = grade === null ? null : shortOfNext(card, score)
  return items
    .flatMap(({ item, value, points, weight }) => {
      if (item.kind !== 'item' || value === null || points === null || points >= 100) return []
      const share = weight / (whole * coverage)
      const gain = share * (100 - points)
      const toNextGrade =
        short === null || short > gain ? null : valueAt(item, points + short / share) - value
      return [{ item, value, gap: item.full - value, gain, perStep: share, toNextGrade }]
    })
    .sort((a, b) => b.gain - a.gain)
}

/** Points that a score lacks to the next band; null in the best one. */
function shortOfNext(card: ScoreCard, score: number): number | null {
  const band = bandOf(card, score)
  const next = band ? card.bands[card.bands.indexOf(band) - 1] : undefined
  return next ? next.from - score : null
}

/** The value that has so many points; inverse of pointsOf between `zero` and `full`. */
const valueAt = ({ zero, full }: ScoredItem, points: number): number =>
  zero + ((full - zero) * points) / 100
