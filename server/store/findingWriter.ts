import type { Kysely } from 'kysely'

import type { IntakeFindingEntry } from '../../src/contract/index.ts'
import type { Tables } from './tables.ts'

/** Rows of one statement. */
const CHUNK = 64

/** A warning of the quality gate and what its reporter answered. */
export interface FindingWrite extends Pick<
  IntakeFindingEntry,
  'rule' | 'indicator' | 'period' | 'place' | 'text'
> {
  readonly answer: string | null
}

/** Keeps what a report is published with; the same report again keeps what it was first published with. */
export async function writeFindings(
  trx: Kysely<Tables>,
  report: number,
  findings: readonly FindingWrite[],
): Promise<void> {
  const rows = findings.map(({ rule, indicator, period, place, text, answer }, i) => ({
    ...{ report, n: i + 1, rule, indicator, period },
    entry: JSON.stringify({ place, text, answer }),
  }))
  for (let from = 0; from < rows.length; from += CHUNK)
    await trx
      .insertInto('report_finding')
      .values(rows.slice(from, from + CHUNK))
      .onConflict((conflict) => conflict.columns(['report', 'n']).doNothing())
      .execute()
}
