import type { ScoreCard } from '../../domain/assessment/scoreCard.ts'
import { leavesOf } from '../../domain/assessment/scoreLeaf.ts'

/** The weights of a card's items in hundredths of the whole, in the order of leavesOf. */
export const weightsOf = (card: ScoreCard): readonly number[] =>
  leavesOf(card).map(({ weight }) => weight * 100)

/** The weights with one moved (0–100): the others share the rest as before, so that all keep adding up to 100. */
export function rebalanced(
  weights: readonly number[],
  at: number,
  value: number,
): readonly number[] {
  const moved = Math.max(0, Math.min(100, value))
  const others = weights.reduce((sum, weight, i) => (i === at ? sum : sum + weight), 0)
  const rest = 100 - moved
  return weights.map((weight, i) => {
    if (i === at) return moved
    return others > 0 ? (weight * rest) / others : rest / (weights.length - 1)
  })
}

/** Weights as an address holds them. */
export const weightsText = (weights: readonly number[]): string =>
  weights.map((weight) => String(Math.round(weight * 100) / 100)).join('_')

/** Weights of an address; null where they are not those of so many items. */
export function weightsIn(card: ScoreCard, text: string): readonly number[] | null {
  if (text === '') return null
  const weights = text.split('_').map(Number)
  const isSound =
    weights.length === leavesOf(card).length &&
    weights.every((weight) => weight >= 0 && weight <= 100) &&
    weights.some((weight) => weight > 0)
  return isSound ? weights : null
}
