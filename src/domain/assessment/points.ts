import type { GradeBand, ScoreCard, ScoredItem } from './scoreCard.ts'

/** Points of a value, 0–100: straight from `zero` to `full`, cut at both ends. */
export const pointsOf = (
  { zero, full }: Pick<ScoredItem, 'zero' | 'full'>,
  value: number,
): number => Math.min(100, Math.max(0, (100 * (value - zero)) / (full - zero)))

/** Slack at the edge of a band: sums in another order differ by less. */
const SAME = 1e-9

/** The band of a score; null only for a card without a band from 0. */
export const bandOf = ({ bands }: Pick<ScoreCard, 'bands'>, score: number): GradeBand | null =>
  bands.find(({ from }) => score >= from - SAME) ?? null
