import { createHash } from 'node:crypto'

import { ReportSubmission } from '../../src/contract/index.ts'
import type { ReportReceipt } from '../../src/contract/index.ts'
import { knownAtForbidden, otherBrain } from '../auth/rights.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Finding } from '../http/problem.ts'
import { endOfDay } from '../space/clock.ts'
import type { Space } from '../space/space.ts'
import type { ReportOutcome } from '../store/store.ts'
import { checkCells } from './checkCells.ts'
import type { CheckedSubmission } from './checkCells.ts'
import type { ReadJson } from './readJson.ts'
import { MAX_FINDINGS, requireSchema } from './schemaFindings.ts'

export interface Sender {
  /** The brain whose token came with the report. */
  readonly brain: string
  /** The simulator's grant came with it. */
  readonly simulated: boolean
  readonly receivedAt: number
}

/**
 * Takes one report: checks it whole, stores it whole and durably, and gives the receipt.
 * Throws HttpProblem 400, 403, 422 or 503; then nothing is stored.
 */
export async function submitReport(
  space: Space,
  { value, bytes }: ReadJson,
  sender: Sender,
): Promise<ReportReceipt> {
  const submission = requireSchema(ReportSubmission, value)
  if (submission.brain !== sender.brain) throw otherBrain()
  const checked = checkCells(submission, {
    indicators: space.indicators,
    today: space.clock.today(),
  })
  if (checked.findings.length > 0) throw brokenRules(checked.findings)
  const knownAt = knownAtOf(space, submission, sender)
  const outcome = await space.submit({
    brain: submission.brain,
    period: submission.period,
    by: submission.by,
    reason: submission.reason ?? null,
    receivedAt: sender.receivedAt,
    knownAt,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    source: null,
    origin: sender.simulated ? 'simulated' : 'reported',
    cells: checked.cells,
  })
  return receipt(submission, knownAt, outcome)
}

function knownAtOf(space: Space, { knownAt }: CheckedSubmission, { simulated }: Sender): number {
  if (knownAt === undefined) return space.clock.knownNow()
  if (!simulated) throw knownAtForbidden()
  return requireKnown(space, knownAt)
}

/** An instant the simulator sets: up to the end of the space's day. */
export function requireKnown(space: Space, knownAt: string): number {
  const instant = Date.parse(knownAt)
  if (instant > endOfDay(space.clock.today())) throw brokenRules([knownTooLate(space)])
  space.clock.seen(instant)
  return instant
}

const knownTooLate = (space: Space): Finding => ({
  place: '/knownAt',
  rule: 'knownAt',
  remedy: {
    zh: `不得晚于 ${space.clock.today()}。`,
    en: `Must not be later than ${space.clock.today()}.`,
  },
})

function receipt(
  { brain, period }: CheckedSubmission,
  knownAt: number,
  outcome: ReportOutcome,
): ReportReceipt {
  if (outcome.kind === 'failed') throw outcome.error
  if (outcome.kind === 'unexplained') throw brokenRules(outcome.cells.map(unexplained))
  if (outcome.kind === 'draftRefused') throw new Error('a report without a draft was refused')
  const { report, added, revised, unchanged } = outcome
  return {
    report,
    brain,
    period,
    knownAt: new Date(knownAt).toISOString(),
    added,
    revised,
    unchanged,
  }
}

const unexplained = (cell: number): Finding => ({
  place: `/cells/${cell}`,
  rule: 'reason',
  remedy: {
    zh: '该数据已报过且数值不同：在 reason 中说明修订原因。',
    en: 'This cell was reported with another value: say in "reason" why it changes.',
  },
})

export const brokenRules = (findings: readonly Finding[]): HttpProblem =>
  new HttpProblem(
    422,
    'brokenRules',
    {
      zh: `有 ${findings.length} 处不符合规则，未存入任何数据。`,
      en: `${findings.length} fault(s) found; nothing was stored.`,
    },
    findings.slice(0, MAX_FINDINGS),
  )
