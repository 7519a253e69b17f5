import type { CountNeed, Need, ReadingNeed, RuleSet, StatementNeed } from './ruleSet.ts'

/** A need that is no group. */
export type LeafNeed = ReadingNeed | CountNeed | StatementNeed

/** The leaves of a need, in order. */
export const leavesOf = (need: Need): readonly LeafNeed[] =>
  'of' in need ? need.of.flatMap(leavesOf) : [need]

/** The numeric thresholds of a rule set: what a reader may move in a what-if. */
export const thresholdsOf = ({ clauses }: RuleSet): readonly (ReadingNeed | CountNeed)[] =>
  clauses.flatMap(({ need }) => leavesOf(need)).filter((need) => need.kind !== 'statement')

/** Every indicator that a rule set reads. */
export const indicatorsOf = (set: RuleSet): readonly string[] => [
  ...new Set(
    thresholdsOf(set).flatMap((need) =>
      need.kind === 'reading' ? [need.indicator] : need.indicators,
    ),
  ),
]
