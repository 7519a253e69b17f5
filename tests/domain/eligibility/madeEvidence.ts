import type { Evidence } from '../../../src/domain/eligibility/evidence.ts'
import type { Statement, StatementVerdict } from '../../../src/domain/eligibility/statement.ts'

/** Readings by indicator, statements by subject: what is not given is not known. */
export interface Known {
  readonly readings?: Readonly<Record<string, number>>
  readonly statements?: Readonly<Record<string, StatementVerdict>>
}

export const statementOf = (
  subject: string,
  verdict: StatementVerdict,
  rest: Partial<Statement> = {},
): Statement => ({
  ...{ brain: 'a', batch: 2024, subject, verdict, document: '证明' },
  ...{ reason: verdict === 'waived' ? '联席会议同意' : null, by: 'user:li', date: '2024-05-08' },
  ...rest,
})

/** Evidence of brain `a`. */
export const evidenceWith = ({ readings = {}, statements = {} }: Known): Evidence => ({
  brain: 'a',
  reading: (indicator, basis) => {
    const period = basis === 'lastYear' ? '2023-12' : '2024-04'
    const value = readings[indicator]
    return value === undefined
      ? { absent: 'notReported', indicator, period }
      : { value, indicator, entity: 'a', period }
  },
  statement: (subject) => {
    const verdict = statements[subject]
    return verdict === undefined ? null : statementOf(subject, verdict)
  },
})
