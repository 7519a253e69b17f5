import type { Cube } from '../cube.ts'
import type { Grade } from '../event.ts'
import { absent, isPresent, type AbsenceReason, type Reading } from '../reading.ts'
import { itemReadings } from './itemReadings.ts'
import { bandOf, pointsOf } from './points.ts'
import type { ScoreCard } from './scoreCard.ts'
import { leavesOf, type ScoreLeaf } from './scoreLeaf.ts'
import type { EvidenceCell, JudgedPoints, RecordedItem } from './scoreRecord.ts'

/** One item of a score with what it rests on. */
export interface ScoredLeaf extends ScoreLeaf {
  /** 0–100; null where nothing is known. */
  readonly points: number | null
  readonly value: number | null
  /** Why there is no value; null where there is one, and for judged items. */
  readonly absent: AbsenceReason | null
  /** Evidence of a value; null for a judged item. */
  readonly cell: EvidenceCell | null
  /** Evidence of judged points. */
  readonly judged: JudgedPoints | null
  /** Part of the score, in points of it: all contributions add up to the score. 0 where nothing is known. */
  readonly contribution: number
}

/** The score of a brain: over the weights that are known, for absent is never zero. */
export interface ScoreResult {
  readonly brain: string
  readonly period: string
  readonly items: readonly ScoredLeaf[]
  /** 0–100; null where no item is known. */
  readonly score: number | null
  /** Known share of the weights, 0–1. */
  readonly coverage: number
  /** Null without a score or where less is known than the card asks for. */
  readonly grade: Grade | null
}

/** Scores one brain by the readings of exactly one period (a month) and the points that people gave. */
export function scoreBrain(
  cube: Cube,
  card: ScoreCard,
  brain: string,
  period: string,
  judged: readonly JudgedPoints[] = [],
): ScoreResult {
  const [result] = scoreCourse(cube, card, brain, [period], judged)
  return result ?? scoreReadings(card, brain, period, [], judged)
}

/** The scores of one brain in each of some months. */
export function scoreCourse(
  cube: Cube,
  card: ScoreCard,
  brain: string,
  periods: readonly string[],
  judged: readonly JudgedPoints[] = [],
): readonly ScoreResult[] {
  const readings = leavesOf(card).map(({ item }) =>
    item.kind === 'judged' ? null : itemReadings(cube, item, [brain], periods),
  )
  return periods.map((period, at) =>
    scoreReadings(
      card,
      brain,
      period,
      readings.map((readingOf) => readingOf?.(brain, at) ?? null),
      judged,
    ),
  )
}

/** Like scoreBrain for readings at hand, in the order of the card's items; null for judged ones. */
export function scoreReadings(
  card: ScoreCard,
  brain: string,
  period: string,
  readings: readonly (Reading | null)[],
  judged: readonly JudgedPoints[] = [],
): ScoreResult {
  const given = new Map(judged.map((entry) => [entry.item, entry]))
  const leaves = leavesOf(card).map((leaf, i) => {
    const reading = readings[i] ?? absent('notReported')
    return leaf.item.kind === 'judged'
      ? judgedLeaf(leaf, given.get(leaf.item.id) ?? null)
      : readLeaf(leaf, leaf.item, reading, { entity: brain, period })
  })
  return { brain, period, ...summed(card, leaves) }
}

type Unsummed = Omit<ScoredLeaf, 'contribution'>

const judgedLeaf = (leaf: ScoreLeaf, judged: JudgedPoints | null): Unsummed => ({
  ...leaf,
  points: judged?.points ?? null,
  ...{ value: null, absent: null, cell: null, judged },
})

function readLeaf(
  leaf: ScoreLeaf,
  item: Extract<ScoreLeaf['item'], { kind: 'item' }>,
  reading: Reading,
  at: Omit<EvidenceCell, 'indicator'>,
): Unsummed {
  if (!isPresent(reading))
    return { ...leaf, points: null, value: null, absent: reading.absent, cell: null, judged: null }
  const { value } = reading
  const cell = { indicator: item.indicator, ...at }
  return { ...leaf, points: pointsOf(item, value), value, absent: null, cell, judged: null }
}

function summed(
  card: ScoreCard,
  leaves: readonly Unsummed[],
): Pick<ScoreResult, 'items' | 'score' | 'coverage' | 'grade'> {
  const whole = leaves.reduce((sum, { weight }) => sum + weight, 0)
  const known = leaves.reduce((sum, { weight, points }) => sum + (points === null ? 0 : weight), 0)
  const items = leaves.map((leaf) => ({
    ...leaf,
    contribution: known > 0 ? (leaf.weight * (leaf.points ?? 0)) / known : 0,
  }))
  const score = known > 0 ? items.reduce((sum, { contribution }) => sum + contribution, 0) : null
  const coverage = whole > 0 ? known / whole : 0
  return { items, score, coverage, grade: gradeOf(card, score, coverage) }
}

/** Slack of sums of weights. */
const SLACK = 1e-9

/** The grade of a score; null where less of the weights is known than the card asks for. */
export const gradeOf = (card: ScoreCard, score: number | null, coverage: number): Grade | null =>
  score === null || coverage < card.leastCoverage - SLACK
    ? null
    : (bandOf(card, score)?.grade ?? null)

/** The items of a score as a record keeps them. */
export const recordedItems = ({ items }: ScoreResult): readonly RecordedItem[] =>
  items.map(({ item, points, value, cell, judged }) => ({
    ...{ item: item.id, points, value, cell },
    ...{ document: judged?.document ?? null, note: judged?.note ?? null },
  }))
