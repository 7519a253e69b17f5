import { readingKey, type EvidenceFrame } from './evidenceFrame.ts'
import { VERDICTS, type Verdict } from './judge.ts'
import type { Clause, CountNeed, Need, ReadingNeed, RuleSet, StatementNeed } from './ruleSet.ts'

/** Verdicts of many brains, as codes: positions in VERDICTS. */
export interface Outcomes {
  readonly brains: readonly string[]
  readonly clauses: readonly string[]
  /** Clause by clause, a cell for each brain. */
  readonly cells: Uint8Array
  /** Of the whole. */
  readonly whole: Uint8Array
}

const [PASS, SOFT, WAIVED, UNKNOWN, FAIL] = [0, 1, 2, 3, 4] as const

/** Truth of a need as a code, so that columns join with the larger or the smaller of two. */
const [TRUE, SOFTLY, OPEN, FALSE] = [0, 1, 2, 3] as const

export const verdictAt = (codes: Uint8Array, i: number): Verdict =>
  VERDICTS[codes[i] ?? UNKNOWN] ?? 'unknown'

/** As `judge`, for all brains of a frame: one pass over each column. */
export function judgeAll(set: RuleSet, frame: EvidenceFrame): Outcomes {
  const size = frame.brains.length
  const cells = new Uint8Array(set.clauses.length * size)
  const whole = new Uint8Array(size)
  set.clauses.forEach((clause, c) => {
    const codes = cells.subarray(c * size, (c + 1) * size)
    judgeClause(clause, frame, codes)
    for (let b = 0; b < size; b++) whole[b] = Math.max(whole[b] ?? 0, codes[b] ?? 0)
  })
  return { brains: frame.brains, clauses: set.clauses.map(({ id }) => id), cells, whole }
}

const AS_VERDICT = [PASS, SOFT, UNKNOWN, FAIL] as const

function judgeClause(clause: Clause, frame: EvidenceFrame, codes: Uint8Array): void {
  const truths = truthsOf(clause.need, frame)
  const waivers = clause.waivable ? frame.statements.get(clause.id) : undefined
  for (let b = 0; b < codes.length; b++) {
    const verdict = AS_VERDICT[truths[b] ?? OPEN] ?? UNKNOWN
    codes[b] = verdict > SOFT && waivers?.[b] === 2 ? WAIVED : verdict
  }
}

function truthsOf(need: Need, frame: EvidenceFrame): Uint8Array {
  switch (need.kind) {
    case 'reading':
      return readingTruths(need, frame)
    case 'count':
      return countTruths(need, frame)
    case 'statement':
      return statementTruths(need, frame)
    case 'all':
    case 'any':
      return joinedTruths(
        need.kind,
        need.of.map((part) => truthsOf(part, frame)),
        frame,
      )
  }
}

/** Of `all` the worst part speaks, of `any` the best. */
function joinedTruths(
  kind: 'all' | 'any',
  parts: readonly Uint8Array[],
  { brains }: EvidenceFrame,
): Uint8Array {
  const joined = new Uint8Array(brains.length).fill(kind === 'all' ? TRUE : FALSE)
  for (const part of parts)
    for (let b = 0; b < joined.length; b++) {
      const [held, own] = [joined[b] ?? OPEN, part[b] ?? OPEN]
      joined[b] = kind === 'all' ? Math.max(held, own) : Math.min(held, own)
    }
  return joined
}

function readingTruths(
  { indicator, basis, least, soft, floor }: ReadingNeed,
  { brains, readings }: EvidenceFrame,
): Uint8Array {
  const values = readings.get(readingKey(indicator, basis))
  const bound = least ?? Number.NEGATIVE_INFINITY
  const lowest = soft ? (floor ?? Number.NEGATIVE_INFINITY) : bound
  const truths = new Uint8Array(brains.length).fill(OPEN)
  for (let b = 0; b < truths.length; b++) {
    const value = values?.[b] ?? NaN
    if (value !== value) continue
    truths[b] = value >= bound ? TRUE : value >= lowest ? SOFTLY : FALSE
  }
  return truths
}

function statementTruths({ id, soft }: StatementNeed, { brains, statements }: EvidenceFrame) {
  const codes = statements.get(id)
  const denied = soft ? SOFTLY : FALSE
  const truths = new Uint8Array(brains.length)
  for (let b = 0; b < truths.length; b++) {
    const code = codes?.[b] ?? 0
    truths[b] = code === 1 ? TRUE : code === 0 ? OPEN : code === -1 ? denied : FALSE
  }
  return truths
}

function countTruths(
  { indicators, least }: CountNeed,
  { brains, readings }: EvidenceFrame,
): Uint8Array {
  const columns = indicators.map((one) => readings.get(readingKey(one, 'latest')))
  const truths = new Uint8Array(brains.length)
  for (let b = 0; b < truths.length; b++) {
    let [sure, open] = [0, 0]
    for (const column of columns) {
      const value = column?.[b] ?? NaN
      if (value !== value) open++
      else if (value > 0) sure++
    }
    truths[b] = sure >= least ? TRUE : sure + open >= least ? OPEN : FALSE
  }
  return truths
}

/** How many brains come out how, by position in VERDICTS. */
export function outcomeCounts(codes: Uint8Array): readonly number[] {
  const counts = VERDICTS.map(() => 0)
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

/**
 * Brains that are let through in the second outcome alone, in the first alone, and those whose verdict is another one
 * without that (通过 → 原则上通过, 待补 → 未通过): positions in the frame.
 */
export interface OutcomeChange {
  readonly entering: readonly number[]
  readonly leaving: readonly number[]
  readonly shifting: readonly number[]
}

/** Who enters, who leaves and whose verdict changes between two outcomes of one frame. */
export function compareOutcomes(before: Outcomes, after: Outcomes): OutcomeChange {
  const entering: number[] = []
  const leaving: number[] = []
  const shifting: number[] = []
  for (let b = 0; b < before.whole.length; b++) {
    const [was, is] = [
      (before.whole[b] ?? UNKNOWN) < UNKNOWN,
      (after.whole[b] ?? UNKNOWN) < UNKNOWN,
    ]
    if (is && !was) entering.push(b)
    else if (was && !is) leaving.push(b)
    else if (before.whole[b] !== after.whole[b]) shifting.push(b)
  }
  return { entering, leaving, shifting }
}
