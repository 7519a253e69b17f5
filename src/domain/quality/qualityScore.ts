import type { QualityFinding } from './finding.ts'

/** What a report was expected to hold and what came. */
export interface ReportCount {
  /** Cells that the brain should report for the period; those that do not apply to it left out. */
  readonly expected: number
  /** Of these, cells with a value or a reason other than 未报送. */
  readonly reported: number
  /** Work days after the due day; 0 when on time or early. */
  readonly late: number
}

/** Points of one part and the most it can give. */
export interface ScorePart {
  readonly points: number
  readonly of: number
}

export interface QualityScore {
  /** 0 to 100, one decimal; 0 when nothing was reported. */
  readonly score: number
  readonly parts: {
    readonly completeness: ScorePart
    readonly accuracy: ScorePart
    readonly timeliness: ScorePart
  }
}

/** Points that a perfect report has for each part. */
export const SCORE_WEIGHTS = { completeness: 40, accuracy: 40, timeliness: 20 } as const

/** Share of the accuracy points that one finding takes: every tenth cell blocked, or half of them warned, takes all. */
const COST = { block: 10, warn: 2 } as const

/** Work days after which a late report has no points left for timeliness. */
const LATEST = 10

const share = (value: number): number => Math.min(1, Math.max(0, value))

const tenth = (value: number): number => Math.round(value * 10) / 10

/**
 * Quality of one report or brain-month: completeness 40 (reported ÷ expected cells), accuracy 40 (less for
 * every finding, in proportion to the cells expected), timeliness 20 (a tenth less for each work day late).
 * One more finding never raises the score, one more cell never lowers it. A warning counts though its reporter
 * answered it: the answer lets the figure be published, it does not make the report a cleaner one. The parts are 完整性, 准确性 and 时效性 of
 * GB/T 36344-2018 数据质量评价指标; the weights are a convention of this product.
 */
export function qualityScore(
  findings: readonly Pick<QualityFinding, 'severity'>[],
  { expected, reported, late }: ReportCount,
): QualityScore {
  const complete = expected > 0 ? share(reported / expected) : share(reported)
  const isEmpty = complete === 0
  const cost = findings.reduce((sum, { severity }) => sum + COST[severity], 0)
  const accurate = isEmpty ? 0 : 1 - share(cost / Math.max(1, expected))
  const timely = isEmpty ? 0 : 1 - share(late / LATEST)
  const part = (of: number, earned: number): ScorePart => ({ points: tenth(of * earned), of })
  const parts = {
    completeness: part(SCORE_WEIGHTS.completeness, complete),
    accuracy: part(SCORE_WEIGHTS.accuracy, accurate),
    timeliness: part(SCORE_WEIGHTS.timeliness, timely),
  }
  const sum = Object.values(parts).reduce((total, { points }) => total + points, 0)
  return { score: tenth(sum), parts }
}
