import { isFound } from './evidence.ts'
import type { Evidence, FoundReading, MissingReading } from './evidence.ts'
import type { Clause, CountNeed, Need, ReadingNeed, RuleSet, StatementNeed } from './ruleSet.ts'
import type { Statement } from './statement.ts'
import { allTrue, anyTrue, atLeast, type Truth } from './truth.ts'

/** How a clause comes out, the weakest pass last among the passes. */
export const VERDICTS = ['pass', 'softPass', 'waived', 'unknown', 'fail'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A need beside what it was judged by. */
export interface JudgedNeed {
  readonly need: Need
  readonly truth: Truth
  /** 原则上: the value falls short or a statement denies it, and the notice lets it through. */
  readonly isSoft: boolean
  /** What is missing of a threshold, in the indicator's unit; null where nothing is or it is not known. */
  readonly shortfall: number | null
  readonly readings: readonly FoundReading[]
  readonly missing: readonly MissingReading[]
  /** The statement that it rests on; null where there is none. */
  readonly statement: Statement | null
  readonly parts: readonly JudgedNeed[]
}

export interface JudgedClause {
  readonly clause: Clause
  readonly verdict: Verdict
  readonly judged: JudgedNeed
  readonly waiver: Statement | null
}

/** A brain under a rule set: every clause, and the whole. */
export interface Eligibility {
  readonly brain: string
  readonly batch: number
  readonly verdict: Verdict
  readonly clauses: readonly JudgedClause[]
}

/**
 * Judges one brain. A clause fails where its need cannot be met any more, is unknown while evidence is missing, and
 * passes softly where only 原则上 lets it through. A waiver takes a failing or unknown clause out. The whole fails with
 * any clause, else is unknown with any, else is its weakest pass.
 */
export function judge(set: RuleSet, evidence: Evidence): Eligibility {
  const clauses = set.clauses.map((clause) => judgeClause(clause, evidence))
  return {
    ...{ brain: evidence.brain, batch: set.batch, clauses },
    verdict: wholeOf(clauses.map(({ verdict }) => verdict)),
  }
}

/** The verdict of several clauses together. */
export function wholeOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fail')) return 'fail'
  if (verdicts.includes('unknown')) return 'unknown'
  if (verdicts.includes('waived')) return 'waived'
  return verdicts.includes('softPass') ? 'softPass' : 'pass'
}

/** Whether a verdict lets a brain through. */
export const passes = (verdict: Verdict): boolean => verdict !== 'fail' && verdict !== 'unknown'

function judgeClause(clause: Clause, evidence: Evidence): JudgedClause {
  const judged = judgeNeed(clause.need, evidence)
  const waiver = clause.waivable ? waiverOf(evidence.statement(clause.id)) : null
  return { clause, judged, waiver, verdict: verdictOf(judged, waiver) }
}

const waiverOf = (statement: Statement | null): Statement | null =>
  statement?.verdict === 'waived' ? statement : null

function verdictOf({ truth, isSoft }: JudgedNeed, waiver: Statement | null): Verdict {
  if (truth === 'true') return isSoft ? 'softPass' : 'pass'
  if (waiver) return 'waived'
  return truth === 'false' ? 'fail' : 'unknown'
}

const NOTHING = {
  ...{ isSoft: false, shortfall: null, readings: [], missing: [], statement: null, parts: [] },
} as const

function judgeNeed(need: Need, evidence: Evidence): JudgedNeed {
  switch (need.kind) {
    case 'reading':
      return judgeReading(need, evidence)
    case 'count':
      return judgeCount(need, evidence)
    case 'statement':
      return judgeStatement(need, evidence)
    case 'all':
    case 'any': {
      const parts = need.of.map((part) => judgeNeed(part, evidence))
      return { ...joined(need.kind, parts), need, parts }
    }
  }
}

/** A value against a threshold: met, let through by 原则上, short of it, or not known. */
export function readingTruth(
  { least, soft, floor }: Pick<ReadingNeed, 'least' | 'soft' | 'floor'>,
  value: number,
): { readonly truth: Truth; readonly isSoft: boolean } {
  if (least === null || value >= least) return { truth: 'true', isSoft: false }
  const isSoft = soft && (floor === null || value >= floor)
  return { truth: isSoft ? 'true' : 'false', isSoft }
}

function judgeReading(need: ReadingNeed, evidence: Evidence): JudgedNeed {
  const found = evidence.reading(need.indicator, need.basis)
  if (!isFound(found)) return { ...NOTHING, need, truth: 'unknown', missing: [found] }
  const { truth, isSoft } = readingTruth(need, found.value)
  const short = need.least === null ? 0 : need.least - found.value
  return { ...NOTHING, need, truth, isSoft, shortfall: short > 0 ? short : null, readings: [found] }
}

function judgeCount(need: CountNeed, evidence: Evidence): JudgedNeed {
  const found = need.indicators.map((indicator) => evidence.reading(indicator, 'latest'))
  const truths = found.map((one): Truth =>
    isFound(one) ? (one.value > 0 ? 'true' : 'false') : 'unknown',
  )
  const truth = atLeast(need.least, truths)
  const sure = truths.filter((one) => one === 'true').length
  return {
    ...{ ...NOTHING, need, truth },
    shortfall: truth === 'false' ? need.least - sure : null,
    readings: found.filter(isFound),
    missing: truth === 'unknown' ? found.filter((one): one is MissingReading => !isFound(one)) : [],
  }
}

function judgeStatement(need: StatementNeed, evidence: Evidence): JudgedNeed {
  const statement = evidence.statement(need.id)
  if (!statement) return { ...NOTHING, need, truth: 'unknown' }
  const isSoft = need.soft === true && statement.verdict === 'notMet'
  const truth = statement.verdict === 'met' || isSoft ? 'true' : 'false'
  return { ...NOTHING, need, truth, isSoft, statement }
}

/** Of `any` the best part speaks: a hard pass before a soft one. */
function joined(
  kind: 'all' | 'any',
  parts: readonly JudgedNeed[],
): Omit<JudgedNeed, 'need' | 'parts'> {
  const truths = parts.map(({ truth }) => truth)
  const truth = kind === 'all' ? allTrue(truths) : anyTrue(truths)
  const met = parts.filter((part) => part.truth === 'true')
  const isSoft =
    truth === 'true' &&
    (kind === 'all' ? met.some((part) => part.isSoft) : met.every((part) => part.isSoft))
  return {
    ...{ truth, isSoft, shortfall: null, statement: null },
    readings: parts.flatMap(({ readings }) => readings),
    missing: truth === 'unknown' ? parts.flatMap(({ missing }) => missing) : [],
  }
}
