/** What a statement says of a need or a clause: met, not met, or (of a clause only) waived. */
export const STATEMENT_VERDICTS = ['met', 'notMet', 'waived'] as const
export type StatementVerdict = (typeof STATEMENT_VERDICTS)[number]

/** What somebody entitled states about a brain that no observation can show. The latest of a subject counts. */
export interface Statement {
  readonly brain: string
  readonly batch: number
  /** Id of a statement need, or of the clause that is waived. */
  readonly subject: string
  readonly verdict: StatementVerdict
  /** The document that it rests on. */
  readonly document: string
  /** Why; never empty for a waiver. */
  readonly reason: string | null
  readonly by: string
  /** ISO day. */
  readonly date: string
}
