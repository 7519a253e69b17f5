import { ReportSubmission } from '../../src/contract/index.ts'
import type { DraftReceipt } from '../../src/contract/index.ts'
import { knownAtForbidden, otherBrain } from '../auth/rights.ts'
import type { IntakeContext } from './intakeContext.ts'
import type { ReadJson } from './readJson.ts'
import { readQuestion } from './readQuestion.ts'
import { requireSchema } from './schemaFindings.ts'
import { saveDraft } from './submitDraft.ts'

/**
 * Hands a report in as a draft for the office to publish: what a token for drafts comes to. Throws HttpProblem 400,
 * 403, 409 or 422, also for warnings, which only a draft's own routes can answer; then nothing is stored.
 */
export async function handInReport(
  context: IntakeContext,
  brain: string,
  { value, bytes }: ReadJson,
): Promise<DraftReceipt> {
  const {
    brain: named,
    period,
    status,
    reason = null,
    knownAt,
  } = requireSchema(ReportSubmission, value)
  if (named !== brain) throw otherBrain()
  if (knownAt !== undefined) throw knownAtForbidden()
  const sent = { bytes, fileName: 'report.json', contentType: 'application/json' }
  const question = await readQuestion(context, { ...sent, brain, period, status, reason })
  return saveDraft(context, { question, bytes, base: null, submit: { answers: [], reason } })
}
