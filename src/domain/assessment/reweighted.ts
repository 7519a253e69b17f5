import type { ScoreCard, ScoreNode } from './scoreCard.ts'
import { leavesOf } from './scoreLeaf.ts'

/**
 * The card with other shares of its items (in the order of leavesOf, ≥ 0, any sum above 0): what-if, never stored.
 * Groups weigh what their items do together. Throws a RangeError when a weight is missing or none is above 0.
 */
export function reweighted(card: ScoreCard, weights: ArrayLike<number>): ScoreCard {
  const shares = leavesOf(card).map((_, i) => weights[i] ?? NaN)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  if (!(whole > 0) || shares.some((share) => !(share >= 0)))
    throw new RangeError('weights: give one of at least 0 for each item, and one above 0')
  let at = 0
  const weigh = (nodes: readonly ScoreNode[]): readonly Weighed[] =>
    nodes.map((node) => {
      if (node.kind !== 'group') return { node, share: shares[at++] ?? 0 }
      const below = weigh(node.children)
      const share = below.reduce((sum, child) => sum + child.share, 0)
      return { node: { ...node, children: inHundredths(below, share) }, share }
    })
  return { ...card, children: inHundredths(weigh(card.children), whole) }
}

interface Weighed {
  readonly node: ScoreNode
  readonly share: number
}

const inHundredths = (nodes: readonly Weighed[], whole: number): readonly ScoreNode[] =>
  nodes.map(({ node, share }) => ({ ...node, weight: whole > 0 ? (100 * share) / whole : 0 }))
