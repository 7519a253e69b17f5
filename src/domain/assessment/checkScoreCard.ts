import type { Indicator } from '../indicator.ts'
import type { RuleFault } from '../ruleFault.ts'
import { checkBands } from './checkBands.ts'
import type { ScoreCard, ScoredItem, ScoreNode } from './scoreCard.ts'
import { CARD_FAULTS, type Path } from './scoreCardFault.ts'

/** What weights may miss 100 by: two decimals of three equal parts. */
const ROUNDING = 0.011

/**
 * What is wrong with a card beyond its form: weights, ids, indicators, measures, anchors, grades. Places are paths in
 * the card. Empty for a card that can score.
 */
export function checkScoreCard(
  card: ScoreCard,
  indicators: ReadonlyMap<string, Indicator>,
): readonly RuleFault[] {
  const placed = card.children.flatMap((node, i) => walk(node, ['children', i]))
  return [
    ...checkWeights(card.name, card.children, ['children']),
    ...placed.flatMap(({ node, path }) => checkNode(node, path, indicators)),
    ...repeatedIds(placed),
    ...checkBands(card.bands),
    ...(card.demonstration || card.sources.length > 0
      ? []
      : [CARD_FAULTS.sourceMissing(['sources'])]),
    ...(isShare(card.leastCoverage)
      ? []
      : [CARD_FAULTS.leastCoverage(['leastCoverage'], card.leastCoverage)]),
  ]
}

interface Placed {
  readonly node: ScoreNode
  readonly path: Path
}

const walk = (node: ScoreNode, path: Path): readonly Placed[] => [
  { node, path },
  ...(node.kind === 'group'
    ? node.children.flatMap((child, i) => walk(child, [...path, 'children', i]))
    : []),
]

const isShare = (value: number): boolean => value >= 0 && value <= 1

function checkWeights(
  name: ScoreCard['name'],
  children: readonly ScoreNode[],
  path: Path,
): readonly RuleFault[] {
  if (children.length === 0) return [CARD_FAULTS.noChildren(path, name)]
  const sum = children.reduce((total, { weight }) => total + weight, 0)
  return Math.abs(sum - 100) <= ROUNDING ? [] : [CARD_FAULTS.weightSum(path, name, sum)]
}

function checkNode(
  node: ScoreNode,
  path: Path,
  indicators: ReadonlyMap<string, Indicator>,
): readonly RuleFault[] {
  const { weight } = node
  return [
    ...(weight >= 0 && weight <= 100 ? [] : [CARD_FAULTS.weight([...path, 'weight'], weight)]),
    ...(node.kind === 'group' && weight === 0
      ? [CARD_FAULTS.noWeight([...path, 'weight'], node.name)]
      : []),
    ...(node.kind === 'group' ? checkWeights(node.name, node.children, [...path, 'children']) : []),
    ...(node.kind === 'item' ? checkItem(node, path, indicators) : []),
  ]
}

function checkItem(
  item: ScoredItem,
  path: Path,
  indicators: ReadonlyMap<string, Indicator>,
): readonly RuleFault[] {
  const indicator = indicators.get(item.indicator)
  const place = [...path, 'indicator']
  if (!indicator) return [CARD_FAULTS.unknownIndicator(place, item.indicator)]
  if (indicator.reportedFrom === 'region' || indicator.cadence !== 'month')
    return [CARD_FAULTS.notReported(place, indicator)]
  return [
    ...(fits(item, indicator) ? [] : [CARD_FAULTS.measure([...path, 'measure'], indicator)]),
    ...checkAnchors(item, [...path, 'full'], indicator),
  ]
}

/** A flow has a cumulative value of the year, everything else a last one; all have a change. */
const fits = ({ measure }: ScoredItem, { kind }: Indicator): boolean =>
  measure === 'yoy' || (measure === 'cumulative') === (kind === 'flow')

function checkAnchors(item: ScoredItem, path: Path, indicator: Indicator): readonly RuleFault[] {
  const { zero, full, measure } = item
  const { direction, min = -Infinity, max = Infinity } = indicator
  if (!Number.isFinite(zero) || !Number.isFinite(full)) return [CARD_FAULTS.notFinite(path)]
  if (zero === full) return [CARD_FAULTS.flat(path, full)]
  if (direction === (full > zero ? 'down' : 'up')) return [CARD_FAULTS.direction(path, indicator)]
  const reachable = measure === 'yoy' || (full >= min && full <= max)
  return reachable ? [] : [CARD_FAULTS.bounds(path, indicator, item)]
}

function repeatedIds(placed: readonly Placed[]): readonly RuleFault[] {
  const seen = new Set<string>()
  return placed.flatMap(({ node: { id }, path }) => {
    if (seen.has(id)) return [CARD_FAULTS.repeatedId([...path, 'id'], id)]
    seen.add(id)
    return []
  })
}
