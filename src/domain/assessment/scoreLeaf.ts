import type { JudgedItem, ScoreCard, ScoredItem, ScoreGroup, ScoreNode } from './scoreCard.ts'

/** An item of a card with its share of the whole. */
export interface ScoreLeaf {
  readonly item: ScoredItem | JudgedItem
  /** Share of the whole card, 0–1: the product of the weights above it. */
  readonly weight: number
  /** Groups that hold it, outermost first. */
  readonly groups: readonly ScoreGroup[]
}

const known = new WeakMap<ScoreCard, readonly ScoreLeaf[]>()

/** The items of a card in their order; made once for a card, which never changes. */
export function leavesOf(card: ScoreCard): readonly ScoreLeaf[] {
  const made = known.get(card) ?? card.children.flatMap((node) => leavesBelow(node, 1, []))
  known.set(card, made)
  return made
}

function leavesBelow(
  node: ScoreNode,
  share: number,
  groups: readonly ScoreGroup[],
): readonly ScoreLeaf[] {
  const weight = (share * node.weight) / 100
  if (node.kind !== 'group') return [{ item: node, weight, groups }]
  return node.children.flatMap((child) => leavesBelow(child, weight, [...groups, node]))
}
