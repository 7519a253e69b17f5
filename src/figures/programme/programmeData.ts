import type { IndustryList } from '../../domain/eligibility/coverage.ts'
import type { RuleSet } from '../../domain/eligibility/ruleSet.ts'
import type { Statement } from '../../domain/eligibility/statement.ts'
import type { ScoreCard } from '../../domain/assessment/scoreCard.ts'
import type { ScoreRecord } from '../../domain/assessment/scoreRecord.ts'

/** What the programme keeps beside brains and events, as the figures of its pages read it. */
export interface ProgrammeData {
  /** Imported rule sets: they stand before the product's own. */
  readonly ruleSets: readonly RuleSet[]
  /** Imported lists of batch years. */
  readonly lists: readonly IndustryList[]
  /** The latest of each subject. */
  readonly statements: readonly Statement[]
  /** Imported cards: they stand before the product's own. */
  readonly scoreCards: readonly ScoreCard[]
  /** Every version of every stored score. */
  readonly scores: readonly ScoreRecord[]
}

/** What the service hands out: what was imported stands beside its version. */
interface KeptProgramme extends Pick<ProgrammeData, 'statements' | 'scores'> {
  readonly ruleSets: readonly { readonly entry: RuleSet }[]
  readonly lists: readonly { readonly entry: IndustryList }[]
  readonly scoreCards: readonly { readonly entry: ScoreCard }[]
}

/** What figures read of the service's document. */
export const programmeOf = ({
  ruleSets,
  lists,
  statements,
  scoreCards,
  scores,
}: KeptProgramme): ProgrammeData => ({
  ...{ statements, scores },
  ruleSets: ruleSets.map(({ entry }) => entry),
  lists: lists.map(({ entry }) => entry),
  scoreCards: scoreCards.map(({ entry }) => entry),
})

/** A programme of which nothing was imported, stated or scored. */
export const NO_PROGRAMME: ProgrammeData = {
  ...{ ruleSets: [], lists: [], statements: [], scoreCards: [], scores: [] },
}
