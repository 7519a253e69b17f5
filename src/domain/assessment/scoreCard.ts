import type { Grade } from '../event.ts'
import type { LocalText } from '../text.ts'

/**
 * What of an indicator is scored in a month: `latest` its value (all but flows), `cumulative` the value of the year so far
 * (flows, against the goal of the whole year), `yoy` its change on the same month of the year before.
 */
export const SCORED_MEASURES = ['latest', 'cumulative', 'yoy'] as const
export type ScoredMeasure = (typeof SCORED_MEASURES)[number]

/** Leaf of a card: points from `zero` (0 points) to `full` (100 points), straight between, cut at both ends. */
export interface ScoredItem {
  readonly kind: 'item'
  readonly id: string
  readonly name: LocalText
  /** Share of the parent, in hundredths; the children of a parent add up to 100. */
  readonly weight: number
  readonly indicator: string
  readonly measure: ScoredMeasure
  /** In the indicator's unit (`yoy`: per cent, of a rate percentage points); `zero` lies above `full` where less is better. */
  readonly zero: number
  readonly full: number
}

/** An item that people score on evidence, because no indicator shows it. */
export interface JudgedItem {
  readonly kind: 'judged'
  readonly id: string
  readonly name: LocalText
  readonly weight: number
  /** What a score of 100 asks for. */
  readonly asks: LocalText
}

export interface ScoreGroup {
  readonly kind: 'group'
  readonly id: string
  readonly name: LocalText
  readonly weight: number
  readonly children: readonly ScoreNode[]
}

export type ScoreNode = ScoreGroup | ScoredItem | JudgedItem

/** Lowest score of a grade; whether it counts as passed (合格). */
export interface GradeBand {
  readonly grade: Grade
  readonly from: number
  readonly passes: boolean
}

/** The score card of yearly assessments from a year on: 建设进度 and 建设成效 as an indicator tree. */
export interface ScoreCard {
  readonly id: string
  readonly name: LocalText
  /** First year that is scored by it. */
  readonly year: number
  /** Weights of this product (演示权重), not the office's: the official ones are not public. */
  readonly demonstration: boolean
  readonly children: readonly ScoreNode[]
  /** Best first; the last begins at 0. */
  readonly bands: readonly GradeBand[]
  /** Share of the weights (0–1) that must be known before a grade is given. */
  readonly leastCoverage: number
  readonly sources: readonly string[]
}
