import type { Cube } from '../cube.ts'
import { isPresent } from '../reading.ts'
import { itemReadings } from './itemReadings.ts'
import { pointsOf } from './points.ts'
import type { ScoreCard } from './scoreCard.ts'
import { leavesOf } from './scoreLeaf.ts'
import type { JudgedPoints } from './scoreRecord.ts'

/** The points of many brains by item: what stays as it is while weights are tried out. */
export interface ScoreFrame {
  readonly brains: readonly string[]
  readonly items: readonly string[]
  /** Item by item, a cell for each brain; NaN where nothing is known. */
  readonly points: Float64Array
  /** Shares of the card, 0–1, in the order of the items. */
  readonly weights: Float64Array
}

/** Scores of the brains of a frame. */
export interface FrameScores {
  /** 0–100; NaN where no item is known. */
  readonly scores: Float64Array
  /** Known share of the weights, 0–1. */
  readonly coverage: Float64Array
}

/** Reads every item of many brains once: one query for each item. */
export function scoreFrame(
  cube: Cube,
  card: ScoreCard,
  brains: readonly string[],
  period: string,
  judged: ReadonlyMap<string, readonly JudgedPoints[]> = new Map(),
): ScoreFrame {
  const leaves = leavesOf(card)
  const points = new Float64Array(leaves.length * brains.length).fill(NaN)
  leaves.forEach(({ item }, i) => {
    const column = points.subarray(i * brains.length, (i + 1) * brains.length)
    if (item.kind === 'judged') {
      brains.forEach((brain, b) => {
        const given = judged.get(brain)?.find((entry) => entry.item === item.id)
        column[b] = given?.points ?? NaN
      })
      return
    }
    const readingOf = itemReadings(cube, item, brains, [period])
    brains.forEach((brain, b) => {
      const reading = readingOf(brain)
      column[b] = isPresent(reading) ? pointsOf(item, reading.value) : NaN
    })
  })
  return {
    ...{ brains, points, items: leaves.map(({ item }) => item.id) },
    weights: Float64Array.from(leaves, ({ weight }) => weight),
  }
}

/**
 * Scores all brains of a frame by any weights (≥ 0, in the order of the items; they need not sum to 1): over the
 * weights that are known. Throws a RangeError when a weight is missing, negative or no number.
 */
export function scoreAll(
  frame: ScoreFrame,
  weights: ArrayLike<number> = frame.weights,
): FrameScores {
  const { brains, items, points } = frame
  const size = brains.length
  const scores = new Float64Array(size)
  const coverage = new Float64Array(size)
  let whole = 0
  for (let i = 0; i < items.length; i++) {
    const weight = checkedWeight(weights[i], items[i])
    whole += weight
    for (let b = 0; b < size; b++) {
      const value = points[i * size + b] ?? NaN
      if (value !== value) continue
      scores[b] = (scores[b] ?? 0) + weight * value
      coverage[b] = (coverage[b] ?? 0) + weight
    }
  }
  for (let b = 0; b < size; b++) {
    const known = coverage[b] ?? 0
    scores[b] = known > 0 ? (scores[b] ?? 0) / known : NaN
    coverage[b] = whole > 0 ? known / whole : 0
  }
  return { scores, coverage }
}

function checkedWeight(weight: number | undefined, item: string | undefined): number {
  if (weight !== undefined && Number.isFinite(weight) && weight >= 0) return weight
  throw new RangeError(`weight of "${item ?? ''}" is ${weight}: give a number of at least 0`)
}
